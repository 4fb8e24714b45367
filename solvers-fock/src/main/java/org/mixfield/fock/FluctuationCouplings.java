package org.mixfield.fock;

import java.util.Arrays;

/**
 * Coefficients of the generator L of the fluctuations in the moving bases, where u = v = e₀ and the one-body part of L drops out but
 * for what the frame's weights miss, e₁₂ = N₂/N − c₂ and e₂₁ = N₁/N − c₁:
 *
 * <pre>
 *   own part of species u, V = V₁₁', W = V₁₂':
 *     Σ e₁₂W[ij,00] a*_i a_j + Σ V[i0,0j] a*_i a_j + ½Σ (V[i0,j0] a*_i a*_j + h.c.)                     (Q)
 *     + √N₁ e₁₂ Σ (W[i0,00] a*_i + h.c.)                                                               (R)
 *     + N₁^{-½} Σ (V[ij,k0] a*_i a*_k a_j + h.c.) + 1/(2N₁) Σ V[ik,jl] a*_i a*_j a_l a_k                   (C, H)
 *   between the species:
 *     1/N Σ W[ik,jl] E_ik F_jl,    E_ik = a*_i a_k + √N₁(δ_k0 a*_i + δ_i0 a_k),   F likewise              (Q, C, H)
 * </pre>
 *
 * Written over by every {@link #set}.
 */
final class FluctuationCouplings {

    private final int mu;
    private final int mv;
    private final FrameWeights weights;
    private final double[][] own;
    private final double[] between;
    private boolean coupled;

    FluctuationCouplings(int modesU, int modesV, FrameWeights weights) {
        this.mu = modesU;
        this.mv = modesV;
        this.weights = weights;
        int u = FluctuationOperators.annihilators(modesU);
        int v = FluctuationOperators.annihilators(modesV);
        this.own = new double[][] {new double[2 * u * u], new double[2 * v * v]};
        this.between = new double[2 * FluctuationOperators.shown(modesU) * FluctuationOperators.shown(modesV)];
    }

    /** Coefficients of A_β⁺A_α of a species, interleaved, numbered as in {@link FluctuationOperators#own}. */
    double[] own(int species) {
        return own[species];
    }

    /**
     * Coefficients of X_α ⊗ Y_β at 2(α·n + β), n operators of species v, numbered as in {@link
     * FluctuationOperators#shown(ExcitationBasis)}.
     */
    double[] between() {
        return between;
    }

    /** Whether there is anything between the species. */
    boolean coupled() {
        return coupled;
    }

    void set(CoMovingTensors tensors) {
        fillOwn(0, mu, weights.n1(), weights.e12(), tensors);
        fillOwn(1, mv, weights.n2(), weights.e21(), tensors);
        fillBetween(tensors);
    }

    private void fillOwn(int species, int m, double n, double missing, CoMovingTensors tensors) {
        double[] w = own[species];
        double[] v = tensors.own()[species];
        double[] other = tensors.between();
        Arrays.fill(w, 0);
        double root = Math.sqrt(n);
        int all = FluctuationOperators.annihilators(m);
        for (int i = 0; i < m; i++) {
            int across = species == 0 ? tensors.betweenAt(i, 0, 0, 0) : tensors.betweenAt(0, 0, i, 0);
            put(w, all, 1 + i, 0, root * missing * other[across], root * missing * other[across + 1]);
            for (int j = 0; j < m; j++) {
                across = species == 0 ? tensors.betweenAt(i, j, 0, 0) : tensors.betweenAt(0, 0, i, j);
                int exchange = CoMovingTensors.at(m, i, 0, 0, j);
                w[2 * ((1 + j) * all + 1 + i)] = missing * other[across] + v[exchange];
                w[2 * ((1 + j) * all + 1 + i) + 1] = missing * other[across + 1] + v[exchange + 1];
            }
        }
        for (int q = 0; q < m; q++) {
            for (int p = 0; p <= q; p++) {
                int pair = 1 + m + SpeciesTables.pairIndex(p, q);
                double created = p == q ? 0.5 : 1;
                int pairing = CoMovingTensors.at(m, p, 0, q, 0);
                put(w, all, pair, 0, created * v[pairing], created * v[pairing + 1]);
                for (int j = 0; j < m; j++) {
                    // Both orders of the pair that is created, which are one where p = q.
                    int first = CoMovingTensors.at(m, p, j, q, 0);
                    int second = CoMovingTensors.at(m, q, j, p, 0);
                    double cubic = created / root;
                    put(w, all, pair, 1 + j, cubic * (v[first] + v[second]), cubic * (v[first + 1] + v[second + 1]));
                }
                for (int s = 0; s < m; s++) {
                    for (int r = 0; r <= s; r++) {
                        int direct = CoMovingTensors.at(m, p, r, q, s);
                        int exchanged = CoMovingTensors.at(m, p, s, q, r);
                        double quartic = created * (r == s ? 0.5 : 1) / n;
                        int at = 2 * ((1 + m + SpeciesTables.pairIndex(r, s)) * all + pair);
                        w[at] = quartic * (v[direct] + v[exchanged]);
                        w[at + 1] = quartic * (v[direct + 1] + v[exchanged + 1]);
                    }
                }
            }
        }
    }

    /** The coefficient of A_β⁺A_α, and its conjugate for A_α⁺A_β. */
    private static void put(double[] w, int all, int beta, int alpha, double re, double im) {
        w[2 * (alpha * all + beta)] = re;
        w[2 * (alpha * all + beta) + 1] = im;
        w[2 * (beta * all + alpha)] = re;
        w[2 * (beta * all + alpha) + 1] = -im;
    }

    private void fillBetween(CoMovingTensors tensors) {
        double[] v = tensors.between();
        double root1 = Math.sqrt(weights.n1());
        double root2 = Math.sqrt(weights.n2());
        int shownU = FluctuationOperators.shown(mu);
        int shownV = FluctuationOperators.shown(mv);
        coupled = false;
        for (int alpha = 0; alpha < shownU; alpha++) {
            int[] ik = indices(alpha, mu);
            for (int beta = 0; beta < shownV; beta++) {
                int[] jl = indices(beta, mv);
                double factor = (alpha < 2 * mu ? root1 : 1) * (beta < 2 * mv ? root2 : 1) / weights.total();
                int from = tensors.betweenAt(ik[0], ik[1], jl[0], jl[1]);
                between[2 * (alpha * shownV + beta)] = factor * v[from];
                between[2 * (alpha * shownV + beta) + 1] = factor * v[from + 1];
                coupled |= v[from] != 0 || v[from + 1] != 0;
            }
        }
    }

    /** i and k of a*_i a_k, with the condensate for an operator that is missing. */
    private static int[] indices(int shown, int m) {
        if (shown < m) {
            return new int[] {0, shown};
        }
        return shown < 2 * m ? new int[] {shown - m, 0} : new int[] {(shown - 2 * m) / m, (shown - 2 * m) % m};
    }
}
