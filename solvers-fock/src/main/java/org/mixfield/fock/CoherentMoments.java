package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * Moments of the fluctuation state ω_t of a coherent start in the moving bases, where the condensates are u = v = e₀, without
 * cancellation: inner products of {@link FluctuationVectors}, summed over the number sectors.
 *
 * @param modesU M_u
 * @param modesV M_v
 * @param n1 N₁
 * @param n2 N₂
 * @param gram Σ P ⟨w_p|w_i⟩ of all the vectors, those with b divided by √N₁ and those with c by √N₂, interleaved
 * @param pairsU ⟨b*b*bb⟩/N₁²; 0 where the sectors for it are missing
 * @param pairsV ⟨c*c*cc⟩/N₂²
 */
@SuppressWarnings("ArrayRecordComponent")
record CoherentMoments(int modesU, int modesV, double n1, double n2, double[] gram, double pairsU, double pairsV) {

    /** Terms are added up in this many parts, a fixed number, so that the sum does not depend on the workers. */
    private static final int PARTS = 16;

    static CoherentMoments of(SectorLevel level, Workers workers) {
        ExcitationBasis basis = level.basis();
        int count = FluctuationVectors.count(basis.modesU(), basis.modesV());
        List<NumberPoints.Point> points = level.points().points();
        int parts = Math.min(PARTS, points.size());
        double[][] gram = new double[parts][2 * count * count];
        double[][] pairs = new double[parts][2];
        workers.run(parts, 1, (worker, first, last) -> {
            MomentVectors vectors = new MomentVectors(count, basis.dimension());
            FluctuationVectors fluctuations = new FluctuationVectors(basis);
            for (int part = first; part < last; part++) {
                int end = (int) ((long) points.size() * (part + 1) / parts);
                for (int i = (int) ((long) points.size() * part / parts); i < end; i++) {
                    NumberPoints.Point point = points.get(i);
                    fluctuations.fill(level, point, vectors);
                    vectors.addGram(point.weight(), gram[part]);
                    if (point.x20() >= 0) {
                        pairs[part][0] += point.weight() * fluctuations.pairSquared(level, point, 0);
                        pairs[part][1] += point.weight() * fluctuations.pairSquared(level, point, 1);
                    }
                }
            }
        });
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < gram[0].length; i++) {
                gram[0][i] += gram[part][i];
            }
            pairs[0][0] += pairs[part][0];
            pairs[0][1] += pairs[part][1];
        }
        MomentVectors.mirror(gram[0], count);
        return new CoherentMoments(
                basis.modesU(),
                basis.modesV(),
                level.weights().n1(),
                level.weights().n2(),
                gram[0],
                pairs[0][0],
                pairs[0][1]);
    }

    private int row() {
        return 1 + modesV;
    }

    private int count() {
        return FluctuationVectors.count(modesU, modesV);
    }

    /** Place of ⟨w_bra|w_ket⟩ in the Gram matrix. */
    int at(int bra, int ket) {
        return 2 * (ket * count() + bra);
    }

    /** γ − P in the moving bases: the sum of r₁…r₁₅. Row (i,j) and column (p,q). */
    double[] difference() {
        int n = modesU * modesV;
        double[] sum = new double[2 * n * n];
        int[][] parts = new int[n][];
        for (int i = 0; i < modesU; i++) {
            for (int j = 0; j < modesV; j++) {
                // b_i c_j = √(N₁N₂) (δ_i0 δ_j0 + δ_j0 B_i + δ_i0 C_j + BC_ij)
                int both = (1 + i) * row() + 1 + j;
                parts[i * modesV + j] = i == 0 && j == 0
                        ? new int[] {0, row(), 1, both}
                        : i == 0
                                ? new int[] {1 + j, both}
                                : j == 0 ? new int[] {(1 + i) * row(), both} : new int[] {both};
            }
        }
        for (int ket = 0; ket < n; ket++) {
            for (int bra = 0; bra < n; bra++) {
                int to = 2 * (ket * n + bra);
                for (int k : parts[ket]) {
                    for (int b : parts[bra]) {
                        if (k != 0 || b != 0) {
                            sum[to] += gram[at(b, k)];
                            sum[to + 1] += gram[at(b, k) + 1];
                        }
                    }
                }
            }
        }
        return sum;
    }

    /** ⟨𝒩⊗I⟩ in ω_t. */
    double numberU() {
        double sum = 0;
        for (int i = 0; i < modesU; i++) {
            int v = (1 + i) * row();
            sum += gram[at(v, v)];
        }
        return n1 * sum;
    }

    /** ⟨I⊗𝒩⟩. */
    double numberV() {
        double sum = 0;
        for (int j = 0; j < modesV; j++) {
            sum += gram[at(1 + j, 1 + j)];
        }
        return n2 * sum;
    }

    /** ⟨𝒩⊗𝒩⟩. */
    double numberUV() {
        double sum = 0;
        for (int i = 0; i < modesU; i++) {
            for (int j = 0; j < modesV; j++) {
                int v = (1 + i) * row() + 1 + j;
                sum += gram[at(v, v)];
            }
        }
        return n1 * n2 * sum;
    }

    /** ⟨𝒩²⊗I⟩ = ⟨b*b*bb⟩ + ⟨𝒩⊗I⟩. */
    double numberSquaredU() {
        return n1 * n1 * pairsU + numberU();
    }

    /** ⟨I⊗𝒩²⟩. */
    double numberSquaredV() {
        return n2 * n2 * pairsV + numberV();
    }

    /** Trace norms of r₁…r₁₅. */
    double[] remainders() {
        return Remainders.EXPANSION.traceNorms(this);
    }

    /** p₁…p₉ of Proposition 3.1. */
    double[] bounds() {
        double a = numberU();
        double b = numberV();
        double g = numberUV();
        return new double[] {
            2 * Math.sqrt(a / n1),
            2 * Math.sqrt(b / n2),
            2 * Math.sqrt(g / (n1 * n2)),
            2 * Math.sqrt(a * b / (n1 * n2)),
            a / n1,
            b / n2,
            2 * Math.sqrt(g * a) / (n1 * Math.sqrt(n2)),
            2 * Math.sqrt(g * b) / (Math.sqrt(n1) * n2),
            g / (n1 * n2)
        };
    }
}
