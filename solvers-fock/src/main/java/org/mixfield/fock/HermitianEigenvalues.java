package org.mixfield.fock;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** Eigenvalues of a complex Hermitian matrix A + iB, those of the real symmetric [[A, −B], [B, A]] taken once each. */
final class HermitianEigenvalues {

    private HermitianEigenvalues() {}

    /** The eigenvalues of an interleaved row-major n×n matrix, ascending. */
    static double[] of(double[] matrix, int n) {
        double[][] real = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // The Hermitian part, so that rounding cannot make the embedding unsymmetric.
                double re = 0.5 * (matrix[2 * (i * n + j)] + matrix[2 * (j * n + i)]);
                double im = 0.5 * (matrix[2 * (i * n + j) + 1] - matrix[2 * (j * n + i) + 1]);
                real[i][j] = re;
                real[n + i][n + j] = re;
                real[i][n + j] = -im;
                real[n + i][j] = im;
            }
        }
        double[] twice = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(real)).getEigenvalues();
        java.util.Arrays.sort(twice);
        double[] once = new double[n];
        for (int i = 0; i < n; i++) {
            once[i] = 0.5 * (twice[2 * i] + twice[2 * i + 1]);
        }
        return once;
    }

    /** Tr|A| = Σ|λ|. */
    static double traceNorm(double[] matrix, int n) {
        double sum = 0;
        for (double value : of(matrix, n)) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
