package org.mixfield.fock;

import java.util.Arrays;
import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * One-particle bases that move with Hartree: unitary R_u, R_v with the condensates as columns 0 and
 *
 * <pre>
 *   i dR_u/dt = h₁R_u,   h₁ = h_u + a₁₁V₁₁*|u|² + a₁₂V₁₂*|v|²,      i dR_v/dt = h₂R_v,   h₂ = h_v + a₂₂V₂₂*|v|² + a₂₁V₁₂*|u|²,
 * </pre>
 *
 * u = R_u[:,0], v = R_v[:,0]; weights as in {@link FrameWeights}. Columns stand one after another, interleaved.
 */
final class MovingBases implements OrdinaryDifferentialEquation {

    /** The local tolerance, a little above rounding. */
    private static final double TOLERANCE = 1e-13;

    private final ModeTensors tensors;
    private final FrameWeights weights;
    private final int mu;
    private final int mv;
    private double[] state;
    private double time;
    private long evaluations;

    /** The bases at time 0, completed from the orbitals u and v of norm 1. */
    MovingBases(ModeTensors tensors, FrameWeights weights, double[] u, double[] v) {
        this.tensors = tensors;
        this.weights = weights;
        this.mu = tensors.modesU();
        this.mv = tensors.modesV();
        this.state = new double[2 * (mu * mu + mv * mv)];
        System.arraycopy(completed(u), 0, state, 0, 2 * mu * mu);
        System.arraycopy(completed(v), 0, state, 2 * mu * mu, 2 * mv * mv);
    }

    /** A unitary matrix with this column 0: Gram–Schmidt, twice, on the unit vectors but the one nearest to it. */
    static double[] completed(double[] orbital) {
        int m = orbital.length / 2;
        double[] columns = Arrays.copyOf(orbital, 2 * m * m);
        int nearest = 0;
        for (int i = 1; i < m; i++) {
            if (Math.hypot(orbital[2 * i], orbital[2 * i + 1])
                    > Math.hypot(orbital[2 * nearest], orbital[2 * nearest + 1])) {
                nearest = i;
            }
        }
        normalise(columns, 0, m);
        int column = 1;
        for (int i = 0; i < m; i++) {
            if (i != nearest) {
                columns[2 * (column * m + i)] = 1;
                for (int pass = 0; pass < 2; pass++) {
                    for (int other = 0; other < column; other++) {
                        subtractProjection(columns, column, other, m);
                    }
                    normalise(columns, column, m);
                }
                column++;
            }
        }
        return columns;
    }

    private static void subtractProjection(double[] columns, int column, int other, int m) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < m; i++) {
            int a = 2 * (other * m + i);
            int b = 2 * (column * m + i);
            re += columns[a] * columns[b] + columns[a + 1] * columns[b + 1];
            im += columns[a] * columns[b + 1] - columns[a + 1] * columns[b];
        }
        for (int i = 0; i < m; i++) {
            int a = 2 * (other * m + i);
            int b = 2 * (column * m + i);
            columns[b] -= re * columns[a] - im * columns[a + 1];
            columns[b + 1] -= re * columns[a + 1] + im * columns[a];
        }
    }

    private static void normalise(double[] columns, int column, int m) {
        double square = 0;
        for (int i = 2 * column * m; i < 2 * (column + 1) * m; i++) {
            square += columns[i] * columns[i];
        }
        for (int i = 2 * column * m; i < 2 * (column + 1) * m; i++) {
            columns[i] /= Math.sqrt(square);
        }
    }

    void advanceTo(double target) {
        if (target > time) {
            DormandPrince853Integrator integrator =
                    new DormandPrince853Integrator(0, target - time, TOLERANCE, TOLERANCE);
            state = integrator
                    .integrate(this, new ODEState(time, state), target)
                    .getPrimaryState();
            time = target;
            evaluations += integrator.getEvaluations();
        }
    }

    double time() {
        return time;
    }

    /** All the columns; not to be written to. */
    double[] columns() {
        return state;
    }

    /** Goes back to columns it has had. */
    void returnTo(double earlier, double[] columns) {
        time = earlier;
        state = columns;
    }

    /** R of a species, 0 for u and 1 for v: entry (p, a) at 2(a·M + p). */
    double[] basis(int species) {
        return species == 0
                ? Arrays.copyOf(state, 2 * mu * mu)
                : Arrays.copyOfRange(state, 2 * mu * mu, 2 * (mu * mu + mv * mv));
    }

    /**
     * Estimate of the error of the columns: ten times what they miss of being orthonormal, which the method does not preserve
     * by itself. The steps are cut at so many times that the local tolerance says nothing.
     */
    double error() {
        return 10 * Math.max(defect(0, mu), defect(2 * mu * mu, mv)) + 1e-15;
    }

    /** Largest element of R⁺R − 1. */
    private double defect(int offset, int m) {
        double largest = 0;
        for (int p = 0; p < m; p++) {
            for (int r = 0; r <= p; r++) {
                double re = p == r ? -1 : 0;
                double im = 0;
                for (int i = 0; i < m; i++) {
                    int a = offset + 2 * (p * m + i);
                    int b = offset + 2 * (r * m + i);
                    re += state[a] * state[b] + state[a + 1] * state[b + 1];
                    im += state[a] * state[b + 1] - state[a + 1] * state[b];
                }
                largest = Math.max(largest, Math.hypot(re, im));
            }
        }
        return largest;
    }

    /** Adds the arrays {@code bases} and {@code bases.clock}. */
    void save(Map<String, double[]> saved) {
        saved.put("bases", state);
        saved.put("bases.clock", new double[] {time, evaluations});
    }

    /** Takes up what {@link #save} added. */
    void restore(Map<String, double[]> saved) {
        state = SavedLaboratory.array(saved, "bases", state.length).clone();
        double[] clock = SavedLaboratory.array(saved, "bases.clock", 2);
        time = clock[0];
        evaluations = (long) clock[1];
    }

    @Override
    public int getDimension() {
        return state.length;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
        double[] derivative = new double[y.length];
        double[][] h = meanFields(y);
        for (int column = 0; column < mu; column++) {
            ModeMeanField.derivative(h[0], y, derivative, 2 * column * mu, mu);
        }
        for (int column = 0; column < mv; column++) {
            ModeMeanField.derivative(h[1], y, derivative, 2 * mu * mu + 2 * column * mv, mv);
        }
        return derivative;
    }

    /** h₁ and h₂ in the modes, for the present bases. */
    double[][] meanFields() {
        return meanFields(state);
    }

    private double[][] meanFields(double[] y) {
        return ModeMeanField.of(
                tensors,
                ModeMeanField.density(y, 0, mu),
                ModeMeanField.density(y, 2 * mu * mu, mv),
                weights.a11(),
                weights.a12(),
                weights.a22(),
                weights.a21());
    }
}
