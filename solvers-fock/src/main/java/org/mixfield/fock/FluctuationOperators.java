package org.mixfield.fock;

/**
 * Normal-ordered products of one species' a_i, a*_i, complete and then projected on the states with at most K particles: of a
 * product of truncated factors the last shell would be wrong. All M modes take part, the condensate too: the basis is an
 * {@link ExcitationBasis} of one species, with one mode more that holds what K leaves over.
 */
final class FluctuationOperators {

    /** No cutoff of the cubic terms. */
    static final int UNCUT = Integer.MAX_VALUE;

    private FluctuationOperators() {}

    /** States of at most {@code cutoff} particles in this many modes. */
    static ExcitationBasis states(int modes, int cutoff) {
        return new ExcitationBasis(modes + 1, 1, cutoff);
    }

    /** How many operators A_α there are: 1, the a_x, the a_x a_y. */
    static int annihilators(int modes) {
        return 1 + modes + SpeciesTables.pairs(modes);
    }

    /**
     * A_β⁺A_α, λ = α·(number of annihilators) + β; A_0 = 1, A_{1+x} = a_x, A_{1+M+(x,y)} = a_x a_y.
     *
     * @param cubic the most particles on either side of a projection χ(𝒩 ≤ M) that stands next to the single operator of a
     *     cubic product, a*_x χ a*_z a_x; {@link #UNCUT} for none
     */
    static OperatorRows own(ExcitationBasis basis, int cubic) {
        int modes = basis.excited();
        int all = annihilators(modes);
        OperatorRows.Builder rows = new OperatorRows.Builder(basis.dimension());
        for (int c = 0; c < basis.dimension(); c++) {
            int count = c < basis.below(2) ? all : c < basis.below(1) ? 1 + modes : 1;
            // a*_x χ a*_z a_x: what χ sees has one particle more than what is left between annihilation and creation.
            boolean cut = basis.particlesU(c) + 1L > cubic;
            for (int alpha = 0; alpha < count; alpha++) {
                int from = state(basis, c, alpha);
                double annihilated = factor(basis, c, alpha);
                for (int beta = 0; beta < count; beta++) {
                    if (!cut || !isCubic(alpha, beta, modes)) {
                        double created = factor(basis, c, beta);
                        rows.add(state(basis, c, beta), from, alpha * all + beta, annihilated * created);
                    }
                }
            }
        }
        return rows.build();
    }

    private static boolean isCubic(int alpha, int beta, int modes) {
        int low = Math.min(alpha, beta);
        return low >= 1 && low <= modes && Math.max(alpha, beta) > modes;
    }

    private static int state(ExcitationBasis basis, int c, int alpha) {
        int modes = basis.excited();
        if (alpha == 0) {
            return c;
        }
        return alpha <= modes
                ? basis.single().source(c, alpha - 1)
                : basis.pair().source(c, alpha - 1 - modes);
    }

    private static double factor(ExcitationBasis basis, int c, int alpha) {
        int modes = basis.excited();
        if (alpha == 0) {
            return 1;
        }
        return alpha <= modes
                ? basis.single().factor(c, alpha - 1)
                : basis.pair().factor(c, alpha - 1 - modes);
    }

    /** Bytes of both families of a species, of the matrix made of the first, and of what is held while they are sorted. */
    static double bytes(int modes, int cutoff) {
        double inner = cutoff < 2 ? 1 : OccupationBasis.dimension(cutoff - 2.0, modes + 1);
        double outer = cutoff < 1 ? 1 : OccupationBasis.dimension(cutoff - 1.0, modes + 1);
        double own = Math.pow(annihilators(modes), 2) * inner
                + Math.pow(1.0 + modes, 2) * (outer - inner)
                + OccupationBasis.dimension(cutoff, modes + 1)
                - outer;
        return 100 * own + 60 * shown(modes) * outer;
    }

    /** How many operators a species shows the other: a_k, a*_i, a*_i a_k. */
    static int shown(int modes) {
        return 2 * modes + modes * modes;
    }

    /** The operators shown: λ = k for a_k, M + i for a*_i, 2M + iM + k for a*_i a_k. */
    static OperatorRows shown(ExcitationBasis basis) {
        int modes = basis.excited();
        OperatorRows.Builder rows = new OperatorRows.Builder(basis.dimension());
        Transitions single = basis.single();
        for (int c = 0; c < basis.below(1); c++) {
            for (int i = 0; i < modes; i++) {
                rows.add(c, single.source(c, i), i, single.factor(c, i));
                rows.add(single.source(c, i), c, modes + i, single.factor(c, i));
                for (int k = 0; k < modes; k++) {
                    rows.add(
                            single.source(c, i),
                            single.source(c, k),
                            2 * modes + i * modes + k,
                            single.factor(c, i) * single.factor(c, k));
                }
            }
        }
        return rows.build();
    }
}
