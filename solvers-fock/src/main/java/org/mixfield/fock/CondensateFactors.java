package org.mixfield.fock;

/**
 * What the condensates of several sectors contribute to the couplings, as functions of the excitations k_u, k_v that stand by. Terms of
 * order N cancel between the interaction and the subtracted mean fields; they are cancelled here, on paper:
 *
 * <pre>
 *   a*_i a_0:  √(n₁−k₁) {V₁₁'[i0,00] A₁ + V₁₂'[i0,00] A₂},     A₁ = (n₁−k₁−1)/N₁ − a₁₁,   A₂ = (n₂−k₂)/N − a₁₂
 *   a*_i a_j:  V₁₁'[ij,00] A₁ + V₁₂'[ij,00] A₂ + V₁₁'[i0,0j] (n₁−k₁−1)/N₁
 *   E = V₁(a(a−1)/(2N₁) + a e₁₁) + V₂(d(d−1)/(2N₂) + d e₂₂) + V₁₂(ad/N + a e₁₂ + d e₂₁),   a = n₁−N₁−k₁, d = n₂−N₂−k₂
 * </pre>
 *
 * and E misses a scalar, the same in every sector, {@link CoMovingCouplings#dropped}. A condensate that would become negative
 * contributes 0. Arrays have the sectors one after another, and again and again as often as states stand together.
 *
 * @param own A₁ of each species
 * @param other A₂
 * @param exchange (n−k−1)/N of each species
 * @param root √(n−k), of one operator of the condensate
 * @param both √((n₁−k₁)(n₂−k₂))
 * @param next √(n−k−1), of the one operator in a pair
 * @param twice √((n−k)(n−k−1))
 */
@SuppressWarnings("ArrayRecordComponent")
record CondensateFactors(
        double[][] own,
        double[][] other,
        double[][] exchange,
        double[][] root,
        double[] both,
        double[][] next,
        double[][] twice) {

    /**
     * The factors.
     *
     * @param aboveU n₁−N₁ of every sector, whole numbers or not
     * @param aboveV n₂−N₂
     * @param states how many states stand together
     */
    static CondensateFactors of(FrameWeights w, double[] aboveU, double[] aboveV, int ku, int kv, int states) {
        int sectors = aboveU.length;
        int lanes = sectors * states;
        CondensateFactors factors = new CondensateFactors(
                new double[2][lanes],
                new double[2][lanes],
                new double[2][lanes],
                new double[2][lanes],
                new double[lanes],
                new double[2][lanes],
                new double[2][lanes]);
        for (int lane = 0; lane < lanes; lane++) {
            double a = aboveU[lane % sectors] - ku;
            double d = aboveV[lane % sectors] - kv;
            factors.set(0, lane, a, w.n1(), w.e11(), d / w.total() + w.e12());
            factors.set(1, lane, d, w.n2(), w.e22(), a / w.total() + w.e21());
            factors.both[lane] = factors.root[0][lane] * factors.root[1][lane];
        }
        return factors;
    }

    private void set(int species, int lane, double a, double n, double e, double field) {
        double left = Math.max(0, n + a);
        double less = Math.max(0, n + a - 1);
        own[species][lane] = (a - 1) / n + e;
        other[species][lane] = field;
        exchange[species][lane] = less / n;
        root[species][lane] = Math.sqrt(left);
        next[species][lane] = Math.sqrt(less);
        twice[species][lane] = Math.sqrt(left * less);
    }

    /** E of a sector. */
    static double energy(CoMovingCouplings couplings, FrameWeights w, double a, double d) {
        return couplings.condensateU() * (a * (a - 1) / (2 * w.n1()) + a * w.e11())
                + couplings.condensateV() * (d * (d - 1) / (2 * w.n2()) + d * w.e22())
                + couplings.condensates() * (a * d / w.total() + a * w.e12() + d * w.e21());
    }
}
