package org.mixfield.fock;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.mixfield.core.run.NumericalException;

/** Singular values of a complex matrix A + iB: those of the real [[A, −B], [B, A]], each of which comes twice. */
final class ComplexSingularValues {

    private ComplexSingularValues() {}

    /** Σσ of an interleaved row-major matrix, its trace norm. */
    static double sum(double[] matrix, int rows, int columns) {
        DMatrixRMaj real = new DMatrixRMaj(2 * rows, 2 * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double re = matrix[2 * (i * columns + j)];
                double im = matrix[2 * (i * columns + j) + 1];
                real.set(i, j, re);
                real.set(rows + i, columns + j, re);
                real.set(i, columns + j, -im);
                real.set(rows + i, j, im);
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(2 * rows, 2 * columns, false, false, true);
        if (!svd.decompose(real)) {
            throw new NumericalException("the singular values of a " + rows + " by " + columns
                    + " matrix of moments did not converge; look for a moment that is not finite");
        }
        double sum = 0;
        for (int k = 0; k < svd.numberOfSingularValues(); k++) {
            sum += svd.getSingularValues()[k];
        }
        return 0.5 * sum;
    }
}
