package org.mixfield.fock;

import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The Gauss quadrature of the Poisson distribution: Σ_n P(n; N) f(n) ≈ Σ_i w_i f(N + a_i), exact for polynomials up to degree
 * 2q−1. Nodes and weights are the eigenvalues and squared first components of the Jacobi matrix of the Charlier polynomials,
 * diagonal N+k, off-diagonal √(kN) (Golub, Welsch, Math. Comp. 23 (1969) 221). Nodes are not whole numbers.
 *
 * @param above a_i, ascending: nodes less the mean, so that no digits are lost for large N
 * @param weights w_i, of sum 1
 */
@SuppressWarnings("ArrayRecordComponent")
record GaussCharlier(double[] above, double[] weights) {

    /** The rule with q nodes for the mean N. */
    static GaussCharlier of(double mean, int nodes) {
        double[] diagonal = new double[nodes];
        double[] beside = new double[nodes - 1];
        for (int k = 0; k < nodes; k++) {
            diagonal[k] = k;
            if (k > 0) {
                beside[k - 1] = Math.sqrt(k * mean);
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(diagonal, beside);
        double[] above = new double[nodes];
        double[] weights = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            // The decomposition gives them in descending order.
            above[nodes - 1 - i] = eigen.getEigenvalue(i);
            double component = eigen.getEigenvector(i).getEntry(0);
            weights[nodes - 1 - i] = component * component;
        }
        return new GaussCharlier(above, weights);
    }
}
