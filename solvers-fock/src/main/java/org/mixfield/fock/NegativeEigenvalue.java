package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;

/**
 * The one negative eigenvalue of D = γ − |w⟩⟨w|, γ ≥ 0, by Lanczos from w with every vector orthogonalised against all
 * before it.
 *
 * <p>Its eigenvector is (γ + |λ|)⁻¹w and lies in the Krylov space of w. Where Tr D = 0 nothing in D exceeds |λ|; then the
 * eigenvector's part along w is at least √2 − 1, and the rest of the spectrum, from 0 to |λ|, is as far away as it is wide,
 * so that a dozen vectors do, whatever the dimension. All other eigenvalues being at least 0, a Ritz value θ &lt; 0 with
 * residual r is off by at most r²/|θ| (Temple; Kato, J. Phys. Soc. Japan 4 (1949) 334).
 */
final class NegativeEigenvalue {

    /** Residuals relative to |θ|; the value is then exact to the square of it. */
    private static final double RESIDUAL = 1e-8;

    /** Residuals relative to ‖w‖² that are rounding. */
    private static final double ROUNDING = 1e-16;

    private final HermitianOperator operator;
    private final int n;
    private final List<double[]> vectors = new ArrayList<>();

    private NegativeEigenvalue(HermitianOperator operator) {
        this.operator = operator;
        this.n = operator.dimension();
    }

    /**
     * The eigenvalue, or 0 where there is none beyond rounding.
     *
     * @param difference D, interleaved and row-major
     * @param w interleaved, length 2n
     */
    static double of(double[] difference, double[] w) {
        return of(new Dense(difference, w.length / 2), w);
    }

    /** The same of a D that is known by its products. */
    static double of(HermitianOperator difference, double[] w) {
        double norm = norm(w);
        return norm > 0 ? Math.min(0, new NegativeEigenvalue(difference).lowest(w, norm)) : 0;
    }

    private double lowest(double[] w, double norm) {
        double[] alpha = new double[n];
        double[] beta = new double[n];
        double[] next = w.clone();
        double length = norm;
        double theta = 0;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < next.length; i++) {
                next[i] /= length;
            }
            vectors.add(next);
            double[] product = new double[2 * n];
            operator.apply(next, product);
            alpha[k] = innerReal(next, product);
            // Twice: once leaves what rounding of the first pass was.
            orthogonalise(product);
            orthogonalise(product);
            length = norm(product);
            beta[k] = length;
            theta = new Tridiagonal(alpha, beta, k + 1).eigenvalue(0);
            double residual = length * lastComponent(alpha, beta, k + 1, theta);
            if (residual <= Math.max(-RESIDUAL * theta, ROUNDING * norm * norm)) {
                break;
            }
            next = product;
        }
        return theta;
    }

    /**
     * The last component of the normalised eigenvector of a tridiagonal matrix: from there it grows towards the first, and
     * the recurrence in that direction is stable.
     */
    private static double lastComponent(double[] alpha, double[] beta, int k, double theta) {
        double after = 0;
        double now = 1;
        double square = 1;
        for (int i = k - 1; i > 0; i--) {
            double before = ((theta - alpha[i]) * now - (i < k - 1 ? beta[i] : 0) * after) / beta[i - 1];
            after = now;
            now = before;
            square += now * now;
        }
        return 1 / Math.sqrt(square);
    }

    private void orthogonalise(double[] vector) {
        for (double[] q : vectors) {
            double re = innerReal(q, vector);
            double im = 0;
            for (int i = 0; i < q.length; i += 2) {
                im += q[i] * vector[i + 1] - q[i + 1] * vector[i];
            }
            for (int i = 0; i < q.length; i += 2) {
                vector[i] -= re * q[i] - im * q[i + 1];
                vector[i + 1] -= re * q[i + 1] + im * q[i];
            }
        }
    }

    private static double innerReal(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(innerReal(a, a));
    }

    /** A matrix, interleaved and row-major. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Dense(double[] matrix, int dimension) implements HermitianOperator {

        @Override
        public void apply(double[] x, double[] y) {
            for (int a = 0; a < dimension; a++) {
                int row = 2 * a * dimension;
                double one = 0;
                double two = 0;
                double three = 0;
                double four = 0;
                for (int b = 0; b < 2 * dimension; b += 2) {
                    one += matrix[row + b] * x[b];
                    two += matrix[row + b + 1] * x[b + 1];
                    three += matrix[row + b] * x[b + 1];
                    four += matrix[row + b + 1] * x[b];
                }
                y[2 * a] = one - two;
                y[2 * a + 1] = three + four;
            }
        }
    }
}
