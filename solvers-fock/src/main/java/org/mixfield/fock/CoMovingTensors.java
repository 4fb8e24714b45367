package org.mixfield.fock;

/**
 * The two-body matrix elements in the moving bases,
 *
 * <pre>
 *   V'[pr,qs] = Σ R̄_ap R_br V[ab,cd] R̄_cq R_ds,
 * </pre>
 *
 * interleaved, laid out as in {@link ModeTensors}. The one-body part needs none of its own: R⁺(h_u − h₁)R is
 * −a₁₁V₁₁'[··,00] − a₁₂V₁₂'[··,00].
 *
 * @param modesU number of modes of species u
 * @param modesV number of modes of species v
 * @param own V₁₁', V₂₂'
 * @param between V₁₂'
 */
@SuppressWarnings("ArrayRecordComponent")
record CoMovingTensors(int modesU, int modesV, double[][] own, double[] between)
        implements MagnusExponent.Combinable<CoMovingTensors> {

    /** The elements in the bases R_u, R_v as {@link MovingBases#basis} gives them; one index at a time, O(M⁵). */
    static CoMovingTensors of(ModeTensors tensors, double[] basisU, double[] basisV) {
        int mu = tensors.modesU();
        int mv = tensors.modesV();
        return new CoMovingTensors(
                mu,
                mv,
                new double[][] {
                    transformed(tensors.own()[0], basisU, mu, basisU, mu),
                    transformed(tensors.own()[1], basisV, mv, basisV, mv)
                },
                transformed(tensors.between(), basisU, mu, basisV, mv));
    }

    private static double[] transformed(double[] v, double[] first, int m1, double[] second, int m2) {
        double[] complex = new double[2 * v.length];
        for (int i = 0; i < v.length; i++) {
            complex[2 * i] = v[i];
        }
        double[] a = overIndex(complex, first, m1, 1, m1 * m2 * m2, true);
        double[] b = overIndex(a, first, m1, m1, m2 * m2, false);
        double[] c = overIndex(b, second, m2, m1 * m1, m2, true);
        return overIndex(c, second, m2, m1 * m1 * m2, 1, false);
    }

    /** result[o, p, i] = Σ_a R_ap source[o, a, i], or with R̄. */
    private static double[] overIndex(double[] source, double[] r, int m, int outer, int inner, boolean conjugate) {
        double[] result = new double[source.length];
        for (int o = 0; o < outer; o++) {
            for (int p = 0; p < m; p++) {
                int to = 2 * (o * m + p) * inner;
                for (int a = 0; a < m; a++) {
                    double re = r[2 * (p * m + a)];
                    double im = conjugate ? -r[2 * (p * m + a) + 1] : r[2 * (p * m + a) + 1];
                    int from = 2 * (o * m + a) * inner;
                    for (int i = 0; i < 2 * inner; i += 2) {
                        result[to + i] += re * source[from + i] - im * source[from + i + 1];
                        result[to + i + 1] += re * source[from + i + 1] + im * source[from + i];
                    }
                }
            }
        }
        return result;
    }

    /** x·this + y·other. */
    @Override
    public CoMovingTensors combined(double x, double y, CoMovingTensors other) {
        return new CoMovingTensors(
                modesU,
                modesV,
                new double[][] {combined(x, own[0], y, other.own[0]), combined(x, own[1], y, other.own[1])},
                combined(x, between, y, other.between));
    }

    private static double[] combined(double x, double[] a, double y, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = x * a[i] + y * b[i];
        }
        return sum;
    }

    /** Place of V'[pr,qs] of one species. */
    static int at(int m, int p, int r, int q, int s) {
        return 2 * (((p * m + r) * m + q) * m + s);
    }

    /** Place of V₁₂'[pr,qs]. */
    int betweenAt(int p, int r, int q, int s) {
        return 2 * (((p * modesU + r) * modesV + q) * modesV + s);
    }
}
