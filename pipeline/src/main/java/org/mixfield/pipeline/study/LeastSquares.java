package org.mixfield.pipeline.study;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * y_i = Σ_k c_k x_ik + δ_i + m_i: a linear model with errors δ_i of known size σ_i and a misfit m_i of the model itself, whose
 * size τ is the same for all i and not known. τ is the least for which χ² = Σ (y_i − Σ_k c_k x_ik)² / (σ_i² + τ²) does not exceed the
 * degrees of freedom; c minimises χ², and its covariance is (Xᵀ diag(σ_i² + τ²)^{−1} X)^{−1}.
 */
final class LeastSquares {

    /** Rounding of logarithms; also what an error of 0 is taken for. */
    private static final double LEAST_ERROR = 1e-14;

    /** Halvings of ln τ, which lies between the rounding and 1e3. */
    private static final int HALVINGS = 30;

    /** Quantile of 95 % of the normal distribution, for errors of known size. */
    private static final double NORMAL = 1.959963984540054;

    private final double[][] x;
    private final double[] y;
    private final double[] sigma;
    private double[] coefficients = new double[0];
    private RealMatrix triangle = new Array2DRowRealMatrix();

    private LeastSquares(double[][] x, double[] y, double[] sigma) {
        this.x = x;
        this.y = y;
        this.sigma = sigma;
    }

    /**
     * The coefficient of one column, with its interval of 95 %: 1.96 standard deviations where the known errors account for all that
     * is left, and as many as Student's distribution says where τ was found from what is left.
     *
     * @param x a row for each value, a column for each coefficient, more rows than columns
     * @param sigma not negative
     */
    static Interval coefficient(int column, double[][] x, double[] y, double[] sigma) {
        LeastSquares squares = new LeastSquares(x, y, sigma);
        int freedom = y.length - x[0].length;
        double width = NORMAL;
        if (squares.solve(0) > freedom) {
            squares.solve(squares.misfit(freedom));
            width = new TDistribution(freedom).inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
        }
        double half = width * squares.deviation(column);
        double value = squares.coefficients[column];
        return new Interval(value, value - half, value + half);
    }

    /** The τ at which χ² is this. */
    private double misfit(int target) {
        double below = Math.log(LEAST_ERROR);
        double above = Math.log(1e3);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (solve(Math.exp(middle)) > target) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return Math.exp(above);
    }

    /** The standard deviation of a coefficient, by the misfit last solved for: a row of R^{−1} in X = QR. */
    private double deviation(int column) {
        return new QRDecomposition(triangle, 0)
                .getSolver()
                .getInverse()
                .getRowVector(column)
                .getNorm();
    }

    /** Solves for a misfit; returns χ². */
    private double solve(double tau) {
        int rows = y.length;
        int columns = x[0].length;
        double[][] scaled = new double[rows][columns];
        double[] right = new double[rows];
        for (int i = 0; i < rows; i++) {
            double size = Math.hypot(Math.max(sigma[i], LEAST_ERROR), tau);
            for (int k = 0; k < columns; k++) {
                scaled[i][k] = x[i][k] / size;
            }
            right[i] = y[i] / size;
        }
        RealMatrix matrix = new Array2DRowRealMatrix(scaled, false);
        QRDecomposition decomposition = new QRDecomposition(matrix, 0);
        coefficients = decomposition
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        triangle = decomposition.getR().getSubMatrix(0, columns - 1, 0, columns - 1);
        double[] fitted = matrix.operate(coefficients);
        double chiSquared = 0;
        for (int i = 0; i < rows; i++) {
            chiSquared += (right[i] - fitted[i]) * (right[i] - fitted[i]);
        }
        return chiSquared;
    }
}
