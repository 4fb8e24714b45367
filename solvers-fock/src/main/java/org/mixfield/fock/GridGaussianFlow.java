package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.run.Workers;

/**
 * The Gaussian dynamics with every point of the grid a mode, by splitting it into the motion without potentials and that without
 * kinetic energy, both of which are exact: the former in Fourier space, the latter in {@link GridPotentialFlow}.
 *
 * <p>The two are composed to order 6 in ten stages, kinetic first: S10 of Blanes and Moan, J. Comput. Appl. Math. 142 (2002) 313.
 */
final class GridGaussianFlow implements GaussianFlow {

    private static final double[] KINETIC = symmetric(
            true, 0.0502627644003922, 0.413514300428344, 0.0450798897943977, -0.188054853819569, 0.541960678450780);

    private static final double[] POTENTIAL =
            symmetric(false, 0.148816447901042, -0.132385865767784, 0.067307604692185, 0.432666402578175);

    /** Columns that are moved together; sums over columns depend on it, so that it is the same for any number of workers. */
    static final int COLUMNS = 16;

    private final Discretization discretization;
    private final GaussianLayout layout;
    private final Workers workers;
    private final List<GridLane> lanes = new ArrayList<>();
    private final GridPotentialFlow potential;
    private final double[][] energies;
    private final double[][] phases;

    /** The dynamics from the initial orbitals of a run; what changes in time is taken at time 0. */
    GridGaussianFlow(Discretization discretization, ParticleRatio ratio) {
        this.discretization = discretization;
        int points = discretization.grid().size();
        this.layout = new GaussianLayout(points, points);
        this.workers = discretization.workers();
        Mixture mixture = discretization.mixture();
        Mixture limit =
                new Mixture(mixture.u(), mixture.v(), mixture.interactions(), new Weights(ratio.nu1(), ratio.nu2()));
        for (int worker = 0; worker < workers.count(); worker++) {
            lanes.add(new GridLane(limit, discretization));
        }
        this.potential = new GridPotentialFlow(discretization, ratio, layout, lanes);
        this.energies = new double[][] {
            lanes.get(0).energies(mixture.u().mass()),
            lanes.get(0).energies(mixture.v().mass())
        };
        this.phases = new double[][] {new double[2 * points], new double[2 * points]};
    }

    /** A list that reads the same backwards and adds up to 1, of odd length or of even. */
    private static double[] symmetric(boolean odd, double... first) {
        double sum = 0;
        for (double fraction : first) {
            sum += fraction;
        }
        int n = first.length;
        double[] all = Arrays.copyOf(first, odd ? 2 * n + 1 : 2 * n + 2);
        all[n] = odd ? 1 - 2 * sum : 0.5 - sum;
        for (int i = 0; i < all.length / 2; i++) {
            all[all.length - 1 - i] = all[i];
        }
        return all;
    }

    @Override
    public GaussianLayout layout() {
        return layout;
    }

    /** The vacuum as seen by plane waves: columns that move too fast to be excited are then apart from the others. */
    @Override
    public double[] start() {
        double scale = Math.sqrt(discretization.grid().cellVolume());
        double[] u = discretization.initial(SpeciesName.U).data();
        double[] v = discretization.initial(SpeciesName.V).data();
        double[] state = layout.vacuum(u, v);
        for (int i = 0; i < u.length + v.length; i++) {
            state[i] *= scale;
        }
        int points = layout.modesU();
        double root = Math.sqrt(points);
        workers.run(layout.modes(), COLUMNS, (worker, from, to) -> {
            for (int k = from; k < to; k++) {
                int at = layout.particle(k) + (k < points ? 0 : 2 * points);
                lanes.get(worker).planeWave(state, at, root);
            }
        });
        return state;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public void step(double[] state, double h) {
        kinetic(state, KINETIC[0] * h);
        for (int i = 0; i < POTENTIAL.length; i++) {
            potential.apply(state, POTENTIAL[i] * h);
            kinetic(state, KINETIC[i + 1] * h);
        }
    }

    private void kinetic(double[] state, double time) {
        for (int species = 0; species < 2; species++) {
            for (int i = 0; i < energies[species].length; i++) {
                phases[species][2 * i] = Math.cos(time * energies[species][i]);
                phases[species][2 * i + 1] = -Math.sin(time * energies[species][i]);
            }
        }
        int m = layout.modes();
        // The orbitals and the response move as columns of U do.
        int vectors = 2 * (1 + m);
        workers.run(vectors, COLUMNS, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                int at = 2 * m * i;
                int sign = i < 2 || i % 2 == 0 ? 1 : -1;
                lanes.get(worker).multiply(state, at, phases[0], sign);
                lanes.get(worker).multiply(state, at + 2 * layout.modesU(), phases[1], sign);
            }
        });
    }
}
