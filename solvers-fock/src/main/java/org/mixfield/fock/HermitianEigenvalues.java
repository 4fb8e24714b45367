package org.mixfield.fock;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.mixfield.core.run.NumericalException;

/** Eigenvalues of a complex Hermitian matrix A + iB, those of the real symmetric [[A, −B], [B, A]] taken once each. */
final class HermitianEigenvalues {

    private HermitianEigenvalues() {}

    /** The eigenvalues of an interleaved row-major n×n matrix, ascending. */
    static double[] of(double[] matrix, int n) {
        DMatrixRMaj real = new DMatrixRMaj(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // The Hermitian part, so that rounding cannot make the embedding unsymmetric.
                double re = 0.5 * (matrix[2 * (i * n + j)] + matrix[2 * (j * n + i)]);
                double im = 0.5 * (matrix[2 * (i * n + j) + 1] - matrix[2 * (j * n + i) + 1]);
                real.set(i, j, re);
                real.set(n + i, n + j, re);
                real.set(i, n + j, -im);
                real.set(n + i, j, im);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(2 * n, false, true);
        if (!eigen.decompose(real)) {
            throw new NumericalException("the eigenvalues of a density matrix of " + n + " rows were not found");
        }
        double[] twice = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            twice[i] = eigen.getEigenvalue(i).real;
        }
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
