package org.mixfield.fock;

import java.util.Arrays;
import java.util.List;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;

/**
 * The Gaussian dynamics on the grid without kinetic energy, exact for any time t.
 *
 * <p>Densities stand still, in every order of N. In the phases of the Hartree potential W the orbitals are constant, and so is the
 * density fluctuation s = ū x + u y of a column, with x of U and y of V̄; with P = V₁₁s_u + √(ν₁ν₂)V₁₂s_v and its partner
 *
 * <pre>
 *   x → e^{−itW}(x − i t u P)     y → e^{itW}(y + i t ū P).
 * </pre>
 *
 * The response β feels the whole density of order 1, τ = 2√ν Re(ūβ) + n with n = Σ|y|², which is constant as well, and the
 * correlations z = ΣPȳ, which grow by −i t u Σ|P|². With F = V₁₁τ_u + ν₁V₁₂τ_v + ν₁N(N₂/N − c₂)V₁₂∗|v|² and its partner
 *
 * <pre>
 *   √ν β → e^{−itW}(√ν β − i t(uF + z) − ½t² u Σ|P|²).
 * </pre>
 */
final class GridPotentialFlow {

    private final Discretization discretization;
    private final ParticleRatio ratio;
    private final GaussianLayout layout;
    private final List<GridLane> lanes;
    private final int points;
    private final double[][] fields;
    private final double[] phases;
    private final double[][] fluctuations;
    /** Of each block of columns: n, Σ|P|², and z. */
    private final double[][] sums;

    GridPotentialFlow(Discretization discretization, ParticleRatio ratio, GaussianLayout layout, List<GridLane> lanes) {
        this.discretization = discretization;
        this.ratio = ratio;
        this.layout = layout;
        this.lanes = lanes;
        this.points = layout.modesU();
        this.fields = new double[2][points];
        this.phases = new double[2 * layout.modes()];
        this.fluctuations = new double[lanes.size()][2 * layout.modes()];
        int blocks = (layout.modes() + GridGaussianFlow.COLUMNS - 1) / GridGaussianFlow.COLUMNS;
        this.sums = new double[blocks][4 * layout.modes()];
    }

    void apply(double[] state, double time) {
        hartreePhases(state, time);
        discretization.workers().run(sums.length, 1, (worker, from, to) -> {
            for (int block = from; block < to; block++) {
                Arrays.fill(sums[block], 0);
                int first = block * GridGaussianFlow.COLUMNS;
                for (int k = first; k < Math.min(layout.modes(), first + GridGaussianFlow.COLUMNS); k++) {
                    moveColumn(state, k, time, lanes.get(worker), fluctuations[worker], sums[block]);
                }
            }
        });
        for (int block = 1; block < sums.length; block++) {
            for (int i = 0; i < sums[0].length; i++) {
                sums[0][i] += sums[block][i];
            }
        }
        moveResponse(state, time);
        turn(state, 0, 1);
        turn(state, layout.response(), 1);
    }

    /** e^{−itW} of both species. */
    private void hartreePhases(double[] state, double time) {
        density(state, 0, fields[0]);
        density(state, 2 * points, fields[1]);
        lanes.get(0).meanField().potentials(0, fields[0], fields[1], fields[0], fields[1]);
        discretization.addTrap(SpeciesName.U, 0, fields[0]);
        discretization.addTrap(SpeciesName.V, 0, fields[1]);
        for (int i = 0; i < layout.modes(); i++) {
            double w = fields[i / points][i % points];
            phases[2 * i] = Math.cos(time * w);
            phases[2 * i + 1] = -Math.sin(time * w);
        }
    }

    private void density(double[] state, int at, double[] target) {
        double volume = discretization.grid().cellVolume();
        for (int i = 0; i < points; i++) {
            double re = state[at + 2 * i];
            double im = state[at + 2 * i + 1];
            target[i] = (re * re + im * im) / volume;
        }
    }

    private void moveColumn(double[] state, int k, double time, GridLane lane, double[] s, double[] sum) {
        int x = layout.particle(k);
        int y = layout.hole(k);
        for (int i = 0; i < s.length; i += 2) {
            double ur = state[i];
            double ui = state[i + 1];
            double xr = state[x + i];
            double xi = state[x + i + 1];
            double yr = state[y + i];
            double yi = state[y + i + 1];
            s[i] = ur * xr + ui * xi + ur * yr - ui * yi;
            s[i + 1] = ur * xi - ui * xr + ur * yi + ui * yr;
        }
        lane.potentials(s, Math.sqrt(ratio.nu1() / ratio.nu2()));
        int m = layout.modes();
        for (int i = 0; i < s.length; i += 2) {
            double pr = s[i];
            double pi = s[i + 1];
            double yr = state[y + i];
            double yi = state[y + i + 1];
            sum[i / 2] += yr * yr + yi * yi;
            sum[m + i / 2] += pr * pr + pi * pi;
            sum[2 * m + i] += pr * yr + pi * yi;
            sum[2 * m + i + 1] += pi * yr - pr * yi;
            double ur = time * state[i];
            double ui = time * state[i + 1];
            state[x + i] += ur * pi + ui * pr;
            state[x + i + 1] -= ur * pr - ui * pi;
            state[y + i] -= ur * pi - ui * pr;
            state[y + i + 1] += ur * pr + ui * pi;
        }
        turn(state, x, 1);
        turn(state, y, -1);
    }

    /** Multiplies a vector of both species by the phases, or by their conjugates. */
    private void turn(double[] state, int at, int sign) {
        for (int i = 0; i < phases.length; i += 2) {
            double re = phases[i];
            double im = sign * phases[i + 1];
            double x = state[at + i];
            state[at + i] = re * x - im * state[at + i + 1];
            state[at + i + 1] = re * state[at + i + 1] + im * x;
        }
    }

    private void moveResponse(double[] state, double time) {
        int m = layout.modes();
        double[] sum = sums[0];
        double volume = discretization.grid().cellVolume();
        for (int i = 0; i < m; i++) {
            double root = Math.sqrt(i < points ? ratio.nu1() : ratio.nu2());
            int beta = layout.response() + 2 * i;
            double own = state[2 * i] * state[beta] + state[2 * i + 1] * state[beta + 1];
            double scale = i < points ? 1 : ratio.nu1() / ratio.nu2();
            fields[i / points][i % points] = scale * (2 * root * own + sum[i]) / volume;
        }
        lanes.get(0).meanField().potentials(0, fields[0], fields[1], fields[0], fields[1]);
        for (int i = 0; i < points; i++) {
            fields[1][i] *= ratio.nu2() / ratio.nu1();
        }
        addExcess(state);
        for (int i = 0; i < m; i++) {
            double root = Math.sqrt(i < points ? ratio.nu1() : ratio.nu2());
            double f = fields[i / points][i % points];
            double ur = state[2 * i];
            double ui = state[2 * i + 1];
            double re = time * (ur * f + sum[2 * m + 2 * i]);
            double im = time * (ui * f + sum[2 * m + 2 * i + 1]);
            double bend = 0.5 * time * time * sum[m + i];
            state[layout.response() + 2 * i] += (im - bend * ur) / root;
            state[layout.response() + 2 * i + 1] += (-re - bend * ui) / root;
        }
    }

    /** Adds what is left of the linear term, where the weights are not those of the particle numbers. */
    private void addExcess(double[] state) {
        if (ratio.excess() == 0) {
            return;
        }
        double factor = discretization.mixture().interactions().factors().uv().at(0) * ratio.excess();
        double[] potential = new double[points];
        for (int species = 0; species < 2; species++) {
            density(state, species == 0 ? 2 * points : 0, potential);
            lanes.get(0).meanField().convolveUV(potential, potential);
            double weight = factor * (species == 0 ? ratio.nu1() : -ratio.nu2());
            for (int i = 0; i < points; i++) {
                fields[species][i] += weight * potential[i];
            }
        }
    }
}
