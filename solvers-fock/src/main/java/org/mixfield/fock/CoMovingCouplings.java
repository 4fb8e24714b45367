package org.mixfield.fock;

/**
 * The co-moving Hamiltonian by excitations annihilated and created,
 *
 * <pre>
 *   H = E(k_u,k_v) + Σ_{βα} A_β⁺ W_βα(k_u,k_v) A_α,     A_∅ = 1,  A_x = a_x,  A_xy = a_x a_y,   x ≤ y of the excited modes,
 * </pre>
 *
 * with k_u, k_v the particles of the state between annihilation and creation. W consists of matrix elements V', which all sectors
 * share and which are held here, and of what the condensates contribute to them, see {@link CondensateFactors}.
 *
 * <p>Pairs: two particles of u, one of each, two of v, of which at least one is excited before and after; the condensate has the index
 * 0, so that the pair (0, x) stands for a_x a_0. Singles, a*_i a_0 and a*_i a_j, come with the mean fields subtracted: their
 * coefficients belong to three fields, that of the own condensate, of the other one, and the exchange with the own one; and to
 * the exchange of an excitation between the species.
 */
final class CoMovingCouplings implements MagnusExponent.Combinable<CoMovingCouplings> {

    private final CoMovingTensors tensors;
    private final FrameWeights weights;
    private final LaneMatrix[] singles;
    private final LaneMatrix[] pairs;

    private CoMovingCouplings(CoMovingTensors tensors, FrameWeights weights, LaneMatrix[] singles, LaneMatrix[] pairs) {
        this.tensors = tensors;
        this.weights = weights;
        this.singles = singles;
        this.pairs = pairs;
    }

    static CoMovingCouplings of(CoMovingTensors tensors, FrameWeights weights) {
        return new CoMovingCouplings(
                tensors,
                weights,
                new LaneMatrix[] {singles(tensors, weights, 0), singles(tensors, weights, 1)},
                new LaneMatrix[] {
                    ownPairs(tensors, 0, weights.n1()),
                    mixedPairs(tensors, weights.total()),
                    ownPairs(tensors, 1, weights.n2())
                });
    }

    /** x·this + y·other. */
    @Override
    public CoMovingCouplings combined(double x, double y, CoMovingCouplings other) {
        return new CoMovingCouplings(
                tensors.combined(x, y, other.tensors),
                weights,
                new LaneMatrix[] {
                    singles[0].combined(x, y, other.singles[0]), singles[1].combined(x, y, other.singles[1])
                },
                new LaneMatrix[] {
                    pairs[0].combined(x, y, other.pairs[0]),
                    pairs[1].combined(x, y, other.pairs[1]),
                    pairs[2].combined(x, y, other.pairs[2])
                });
    }

    /** Bytes of the matrices for that many modes. */
    static double bytes(int modesU, int modesV) {
        double u = SpeciesTables.pairs(modesU);
        double v = SpeciesTables.pairs(modesV);
        double mixed = (double) modesU * modesV;
        return LaneMatrix.bytes(u, u) + LaneMatrix.bytes(v, v) + LaneMatrix.bytes(mixed, mixed);
    }

    /** The scalar that E misses, the same in every sector. */
    double dropped() {
        return tensors.own()[0][0] * (-0.5 * weights.n1() - 0.5 + weights.e11() * weights.n1())
                + tensors.own()[1][0] * (-0.5 * weights.n2() - 0.5 + weights.e22() * weights.n2())
                + tensors.between()[0]
                        * (weights.n1() * weights.n2() / weights.total()
                                - weights.a12() * weights.n1()
                                - weights.a21() * weights.n2());
    }

    /** V₁ = V₁₁'[00,00]. */
    double condensateU() {
        return tensors.own()[0][0];
    }

    /** V₂ = V₂₂'[00,00]. */
    double condensateV() {
        return tensors.own()[1][0];
    }

    /** V₁₂ = V₁₂'[00,00]. */
    double condensates() {
        return tensors.between()[0];
    }

    /**
     * Singles of a species. Row i: the mode that is left, 0 the condensate. Columns: its modes in the own field V'[i·,00], in the
     * other's, in the exchange V'[i0,0·]; then the excited modes of the other species, [0·,i0] of an exchange between them.
     */
    LaneMatrix singles(int species) {
        return singles[species];
    }

    /** Pairs: 0 of u, numbered as {@link #ownIndex}; 1 mixed, p·M_v + q; 2 of v. */
    LaneMatrix pairs(int channel) {
        return pairs[channel];
    }

    /** The pair p ≤ q of one species, or q ≤ p. */
    static int ownIndex(int p, int q) {
        return SpeciesTables.pairIndex(p, q);
    }

    private static LaneMatrix singles(CoMovingTensors t, FrameWeights weights, int species) {
        int m = species == 0 ? t.modesU() : t.modesV();
        int others = species == 0 ? t.modesV() : t.modesU();
        double[] v = t.own()[species];
        double[] w = t.between();
        LaneMatrix matrix = new LaneMatrix(m, 3 * m + others - 1);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                int direct = CoMovingTensors.at(m, i, j, 0, 0);
                int across = species == 0 ? t.betweenAt(i, j, 0, 0) : t.betweenAt(0, 0, i, j);
                matrix.set(i, j, v[direct], v[direct + 1]);
                matrix.set(i, m + j, w[across], w[across + 1]);
                if (i > 0 && j > 0) {
                    int exchange = CoMovingTensors.at(m, i, 0, 0, j);
                    matrix.set(i, 2 * m + j, v[exchange], v[exchange + 1]);
                }
            }
            for (int j = 1; i > 0 && j < others; j++) {
                int at = species == 0 ? t.betweenAt(i, 0, 0, j) : t.betweenAt(0, j, i, 0);
                matrix.set(i, 3 * m + j - 1, w[at] / weights.total(), w[at + 1] / weights.total());
            }
        }
        return matrix;
    }

    /** a*_p a*_q a_s a_r V'[pr,qs]/(2N_s) with all orderings of a pair in one entry. */
    private static LaneMatrix ownPairs(CoMovingTensors t, int species, double n) {
        int m = species == 0 ? t.modesU() : t.modesV();
        double[] v = t.own()[species];
        int size = SpeciesTables.pairs(m);
        LaneMatrix matrix = new LaneMatrix(size, size);
        for (int q = 0; q < m; q++) {
            for (int p = 0; p <= q; p++) {
                for (int s = 0; s < m; s++) {
                    for (int r = 0; r <= s; r++) {
                        if (p > 0 || r > 0) {
                            double coupling = (p == q ? 1 : 2) * (r == s ? 1 : 2) / (4 * n);
                            int direct = CoMovingTensors.at(m, p, r, q, s);
                            int exchanged = CoMovingTensors.at(m, p, s, q, r);
                            matrix.set(
                                    ownIndex(p, q),
                                    ownIndex(r, s),
                                    coupling * (v[direct] + v[exchanged]),
                                    coupling * (v[direct + 1] + v[exchanged + 1]));
                        }
                    }
                }
            }
        }
        return matrix;
    }

    /** a*_p d*_q d_s a_r V₁₂'[pr,qs]/N. */
    private static LaneMatrix mixedPairs(CoMovingTensors t, double n) {
        int mu = t.modesU();
        int mv = t.modesV();
        LaneMatrix matrix = new LaneMatrix(mu * mv, mu * mv);
        for (int p = 0; p < mu; p++) {
            for (int q = 0; q < mv; q++) {
                for (int r = 0; r < mu; r++) {
                    for (int s = 0; s < mv; s++) {
                        if (p > 0 && q > 0 || r > 0 && s > 0) {
                            int at = t.betweenAt(p, r, q, s);
                            matrix.set(p * mv + q, r * mv + s, t.between()[at] / n, t.between()[at + 1] / n);
                        }
                    }
                }
            }
        }
        return matrix;
    }
}
