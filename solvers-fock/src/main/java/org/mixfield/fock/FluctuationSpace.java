package org.mixfield.fock;

/**
 * F⊗F with at most K_u fluctuations of species u and K_v of species v, over all modes, the condensates too: a state is a matrix
 * of d_u × d_v amplitudes, d = C(K+M, M), row by row. States with fewer particles come first. Immutable.
 */
final class FluctuationSpace {

    private final ExcitationBasis u;
    private final ExcitationBasis v;

    /** @throws IllegalArgumentException where a state does not fit an array */
    FluctuationSpace(int modesU, int modesV, SpeciesCutoffs cutoffs) {
        double dimension = dimension(modesU, modesV, cutoffs);
        if (2 * dimension > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT,
                    "the cutoffs %s leave %.3g states, and %d is the most; give smaller ones",
                    cutoffs,
                    dimension,
                    (Integer.MAX_VALUE - 8) / 2));
        }
        this.u = FluctuationOperators.states(modesU, cutoffs.u());
        this.v = FluctuationOperators.states(modesV, cutoffs.v());
    }

    /** d_u·d_v, in floating point because it may be huge. */
    static double dimension(int modesU, int modesV, SpeciesCutoffs cutoffs) {
        return OccupationBasis.dimension(cutoffs.u(), modesU + 1) * OccupationBasis.dimension(cutoffs.v(), modesV + 1);
    }

    ExcitationBasis u() {
        return u;
    }

    ExcitationBasis v() {
        return v;
    }

    int modesU() {
        return u.excited();
    }

    int modesV() {
        return v.excited();
    }

    int dimension() {
        return u.dimension() * v.dimension();
    }

    /** Probabilities of n = 0…K_u fluctuations of species u, not divided by the norm. */
    double[] shellsU(double[] state) {
        double[] shells = new double[u.cutoff() + 1];
        int width = 2 * v.dimension();
        for (int i = 0; i < u.dimension(); i++) {
            double sum = 0;
            for (int k = i * width; k < (i + 1) * width; k++) {
                sum += state[k] * state[k];
            }
            shells[u.particlesU(i)] += sum;
        }
        return shells;
    }

    /** The same of species v. */
    double[] shellsV(double[] state) {
        double[] shells = new double[v.cutoff() + 1];
        int at = 0;
        for (int i = 0; i < u.dimension(); i++) {
            for (int j = 0; j < v.dimension(); j++) {
                shells[v.particlesU(j)] += state[at] * state[at] + state[at + 1] * state[at + 1];
                at += 2;
            }
        }
        return shells;
    }
}
