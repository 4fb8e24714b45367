package org.mixfield.fock;

/** Matrices between the moving bases and the modes. */
final class MovingMatrices {

    private MovingMatrices() {}

    /**
     * (R_u ⊗ R_v) A (R_u ⊗ R_v)⁺: a matrix of the moving bases in the modes.
     *
     * @param matrix rows (i,j), columns (p,q), interleaved
     * @param basisU as {@link MovingBases#basis} gives it
     */
    static double[] inModes(double[] matrix, double[] basisU, double[] basisV, int mu, int mv) {
        int n = mu * mv;
        double[] product = new double[2 * n * n];
        // column (a,b) of R_u ⊗ R_v, entry (i,j), at (a,b)·n + (i,j)
        for (int a = 0; a < mu; a++) {
            for (int b = 0; b < mv; b++) {
                for (int i = 0; i < mu; i++) {
                    for (int j = 0; j < mv; j++) {
                        int x = 2 * (a * mu + i);
                        int y = 2 * (b * mv + j);
                        int at = 2 * ((a * mv + b) * n + i * mv + j);
                        product[at] = basisU[x] * basisV[y] - basisU[x + 1] * basisV[y + 1];
                        product[at + 1] = basisU[x] * basisV[y + 1] + basisU[x + 1] * basisV[y];
                    }
                }
            }
        }
        double[] left = new double[2 * n * n];
        for (int a = 0; a < n; a++) {
            for (int row = 0; row < n; row++) {
                double re = product[2 * (a * n + row)];
                double im = product[2 * (a * n + row) + 1];
                for (int k = 0; k < 2 * n; k += 2) {
                    double x = matrix[2 * a * n + k];
                    double y = matrix[2 * a * n + k + 1];
                    left[2 * row * n + k] += re * x - im * y;
                    left[2 * row * n + k + 1] += re * y + im * x;
                }
            }
        }
        double[] result = new double[2 * n * n];
        for (int row = 0; row < n; row++) {
            for (int a = 0; a < n; a++) {
                double x = left[2 * (row * n + a)];
                double y = left[2 * (row * n + a) + 1];
                for (int k = 0; k < 2 * n; k += 2) {
                    double re = product[2 * a * n + k];
                    double im = -product[2 * a * n + k + 1];
                    result[2 * row * n + k] += x * re - y * im;
                    result[2 * row * n + k + 1] += x * im + y * re;
                }
            }
        }
        return result;
    }

    /** R⁺hR of a real symmetric h, entry (p, r) at 2(p·m + r). */
    static double[] inBasis(double[] h, double[] basis, int m) {
        double[] result = new double[2 * m * m];
        for (int r = 0; r < m; r++) {
            double[] hr = new double[2 * m];
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < m; b++) {
                    hr[2 * a] += h[a * m + b] * basis[2 * (r * m + b)];
                    hr[2 * a + 1] += h[a * m + b] * basis[2 * (r * m + b) + 1];
                }
            }
            for (int p = 0; p < m; p++) {
                for (int a = 0; a < m; a++) {
                    double re = basis[2 * (p * m + a)];
                    double im = -basis[2 * (p * m + a) + 1];
                    result[2 * (p * m + r)] += re * hr[2 * a] - im * hr[2 * a + 1];
                    result[2 * (p * m + r) + 1] += re * hr[2 * a + 1] + im * hr[2 * a];
                }
            }
        }
        return result;
    }
}
