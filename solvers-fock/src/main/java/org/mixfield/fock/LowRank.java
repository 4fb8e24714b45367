package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The inter-species tensor over pairs, W[a,b] = Σ_r left_r[a] right_r[b], by its singular values.
 *
 * @param tensor W, a row for each pair of species u
 * @param left one array over pairs of species u for each term, the singular value included
 * @param right one array over pairs of species v for each term
 * @param neglected sum of the singular values left out
 */
@SuppressWarnings("ArrayRecordComponent")
record LowRank(double[][] tensor, List<double[]> left, List<double[]> right, double neglected) {

    /** Singular values below this part of the largest are rounding. */
    private static final double ROUNDING = 1e-15;

    LowRank {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    int rank() {
        return left.size();
    }

    /** The decomposition of V₁₂ between modes, with the pairs of each species merged. */
    static LowRank of(ModeTensors tensors) {
        int mu = tensors.modesU();
        int mv = tensors.modesV();
        DMatrixRMaj w = new DMatrixRMaj(SpeciesTables.pairs(mu), SpeciesTables.pairs(mv));
        for (int p = 0; p < mu; p++) {
            for (int r = 0; r <= p; r++) {
                for (int q = 0; q < mv; q++) {
                    for (int s = 0; s <= q; s++) {
                        w.set(
                                SpeciesTables.pairIndex(p, r),
                                SpeciesTables.pairIndex(q, s),
                                tensors.between()[(p * mu + r) * mv * mv + q * mv + s]);
                    }
                }
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(w.numRows, w.numCols, true, true, true);
        if (!svd.decompose(w.copy())) {
            throw new ArithmeticException("the singular values of the inter-species tensor were not found");
        }
        double[] sigma = svd.getSingularValues();
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        double largest = java.util.Arrays.stream(sigma).max().orElse(0);
        List<double[]> left = new ArrayList<>();
        List<double[]> right = new ArrayList<>();
        double neglected = 0;
        for (int r = 0; r < svd.numberOfSingularValues(); r++) {
            if (sigma[r] <= ROUNDING * largest) {
                neglected += sigma[r];
                continue;
            }
            double[] x = new double[w.numRows];
            double[] y = new double[w.numCols];
            for (int a = 0; a < x.length; a++) {
                x[a] = sigma[r] * u.get(a, r);
            }
            for (int b = 0; b < y.length; b++) {
                y[b] = v.get(b, r);
            }
            left.add(x);
            right.add(y);
        }
        double[][] tensor = new double[w.numRows][];
        for (int a = 0; a < w.numRows; a++) {
            tensor[a] = java.util.Arrays.copyOfRange(w.data, a * w.numCols, (a + 1) * w.numCols);
        }
        return new LowRank(tensor, left, right, neglected);
    }
}
