package org.mixfield.fock;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far two Gaussian states are apart in what can be measured of them: the orbitals, the response, and the second moments m and
 * ρ, whose distance ‖δm‖ in the Frobenius norm is the mean of ‖δm g‖ over vectors g of random signs. A few of these tell it
 * without a product of matrices. The columns of U and V̄ by themselves say less: at the edges of a box they differ much and
 * no one sees it.
 */
final class MomentProbes {

    private static final int PROBES = 6;
    private static final long SEED = 1;

    private final GaussianLayout layout;
    private final double[][] signs;
    private final double[] seen;
    private final double[] other;

    MomentProbes(GaussianLayout layout) {
        this.layout = layout;
        SplittableRandom random = new SplittableRandom(SEED);
        this.signs = new double[PROBES][layout.modes()];
        for (double[] probe : signs) {
            Arrays.setAll(probe, i -> random.nextBoolean() ? 1 : -1);
        }
        this.seen = new double[4 * layout.modes()];
        this.other = new double[4 * layout.modes()];
    }

    /**
     * Distances.
     *
     * @param densityU ‖δρ‖ of the rows of species u
     * @param densityV that of the rows of species v
     * @param all of everything
     */
    record Distance(double densityU, double densityV, double all) {}

    Distance between(double[] one, double[] two) {
        int m = 2 * layout.modes();
        int mu = 2 * layout.modesU();
        double rest = square(one, two, 0, 2 * m);
        double u = 0;
        double v = 0;
        for (double[] probe : signs) {
            look(one, probe, seen);
            look(two, probe, other);
            rest += square(seen, other, 0, m) / PROBES;
            u += square(seen, other, m, m + mu) / PROBES;
            v += square(seen, other, m + mu, 2 * m) / PROBES;
        }
        return new Distance(Math.sqrt(u), Math.sqrt(v), Math.sqrt(rest + u + v));
    }

    private static double square(double[] one, double[] two, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (one[i] - two[i]) * (one[i] - two[i]);
        }
        return sum;
    }

    /** Writes m g and then ρ g. */
    private void look(double[] state, double[] g, double[] target) {
        Arrays.fill(target, 0);
        int m = 2 * layout.modes();
        for (int k = 0; k < layout.modes(); k++) {
            int x = layout.particle(k);
            int y = layout.hole(k);
            double re = 0;
            double im = 0;
            for (int i = 0; i < m; i += 2) {
                re += g[i / 2] * state[y + i];
                im += g[i / 2] * state[y + i + 1];
            }
            for (int i = 0; i < m; i += 2) {
                target[i] += re * state[x + i] + im * state[x + i + 1];
                target[i + 1] += re * state[x + i + 1] - im * state[x + i];
                target[m + i] += re * state[y + i] + im * state[y + i + 1];
                target[m + i + 1] += im * state[y + i] - re * state[y + i + 1];
            }
        }
    }
}
