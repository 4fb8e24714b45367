package org.mixfield.fock;

/**
 * The states of n bosons in M modes, numbered by the combinatorial ranking of their occupations (Streltsov, Alon,
 * Cederbaum, arXiv:0910.2577): with m_k = n_k + … + n_{M−1} the particles in mode k and beyond,
 *
 * <pre>
 *   rank(n_0, …, n_{M−1}) = Σ_{k=1}^{M−1} C(m_k + M−1−k, M−k)
 * </pre>
 *
 * Immutable.
 */
final class OccupationBasis {

    private final int particles;
    private final int modes;
    private final int dimension;
    private final int[] occupations;

    /**
     * A basis.
     *
     * @throws IllegalArgumentException where its table of occupations does not fit an array
     */
    OccupationBasis(int particles, int modes) {
        double size = dimension(particles, modes);
        if (size * modes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    particles + " particles in " + modes + " modes have " + size + " states, too many for a table");
        }
        this.particles = particles;
        this.modes = modes;
        this.dimension = (int) Math.rint(size);
        this.occupations = new int[dimension * modes];
        int[] state = new int[modes];
        fill(state, 0, particles);
    }

    /** C(n+M−1, n), as a floating-point number because it may be huge. */
    static double dimension(double particles, int modes) {
        double product = 1;
        for (int k = 1; k < modes; k++) {
            product = product * (particles + k) / k;
        }
        return product < 1e15 ? Math.rint(product) : product;
    }

    private void fill(int[] state, int mode, int left) {
        if (mode == modes - 1) {
            state[mode] = left;
            System.arraycopy(state, 0, occupations, rank(state) * modes, modes);
            return;
        }
        for (int i = 0; i <= left; i++) {
            state[mode] = i;
            fill(state, mode + 1, left - i);
        }
    }

    int particles() {
        return particles;
    }

    int modes() {
        return modes;
    }

    /** Number of states. */
    int dimension() {
        return dimension;
    }

    /** Particles of a state in a mode. */
    int occupation(int state, int mode) {
        return occupations[state * modes + mode];
    }

    /** Copies the occupations of a state. */
    void occupations(int state, int[] target) {
        System.arraycopy(occupations, state * modes, target, 0, modes);
    }

    /** The number of the state with these occupations, which add up to n. */
    int rank(int[] state) {
        return rankOf(state);
    }

    /** The same formula for any number of particles. */
    static int rankOf(int[] state) {
        int modes = state.length;
        int rank = 0;
        int beyond = 0;
        for (int k = modes - 1; k >= 1; k--) {
            beyond += state[k];
            rank += (int) binomial(beyond + modes - 1 - k, modes - k);
        }
        return rank;
    }

    private static long binomial(int n, int k) {
        if (k > n) {
            return 0;
        }
        long value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }
}
