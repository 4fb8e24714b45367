package org.mixfield.potentials;

import java.util.Arrays;

/**
 * The piecewise cubic Hermite interpolant that is monotone wherever its points are: slopes of Fritsch and Butland (SIAM J.
 * Sci. Stat. Comput. 5 (1984) 300), which obey the condition of Fritsch and Carlson (SIAM J. Numer. Anal. 17 (1980) 238).
 * Once continuously differentiable. Immutable and thread-safe.
 */
final class MonotoneCubic {

    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /**
     * The interpolant of two or more points.
     *
     * @param x ascending; kept
     * @param y kept
     */
    MonotoneCubic(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.slope = slopes(x, y);
    }

    private static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        double[] h = new double[n - 1];
        double[] secant = new double[n - 1];
        for (int i = 0; i < n - 1; i++) {
            h[i] = x[i + 1] - x[i];
            secant[i] = (y[i + 1] - y[i]) / h[i];
        }
        double[] slope = new double[n];
        if (n == 2) {
            Arrays.fill(slope, secant[0]);
            return slope;
        }
        for (int i = 1; i < n - 1; i++) {
            double left = 2 * h[i] + h[i - 1];
            double right = h[i] + 2 * h[i - 1];
            slope[i] = Math.signum(secant[i - 1]) * Math.signum(secant[i]) <= 0
                    ? 0
                    : (left + right) / (left / secant[i - 1] + right / secant[i]);
        }
        slope[0] = endSlope(h[0], h[1], secant[0], secant[1]);
        slope[n - 1] = endSlope(h[n - 2], h[n - 3], secant[n - 2], secant[n - 3]);
        return slope;
    }

    /** Of the parabola through three points, limited so that the curve stays monotone. */
    private static double endSlope(double h, double next, double secant, double nextSecant) {
        double slope = ((2 * h + next) * secant - h * nextSecant) / (h + next);
        if (Math.signum(slope) != Math.signum(secant)) {
            return 0;
        }
        boolean turns = Math.signum(secant) != Math.signum(nextSecant);
        return turns && Math.abs(slope) > 3 * Math.abs(secant) ? 3 * secant : slope;
    }

    double first() {
        return x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    /** The abscissae; a copy. */
    double[] points() {
        return x.clone();
    }

    /** The value at {@code first() <= at <= last()}. */
    double value(double at) {
        int found = Arrays.binarySearch(x, at);
        if (found >= 0) {
            return y[found];
        }
        int i = -found - 2;
        double h = x[i + 1] - x[i];
        double t = (at - x[i]) / h;
        double secant = y[i + 1] - y[i];
        double a = h * slope[i];
        double b = h * slope[i + 1];
        return y[i] + t * (a + t * (3 * secant - 2 * a - b + t * (a + b - 2 * secant)));
    }

    /** The coefficients of the cubic on the first interval, in powers of the distance from its left end. */
    double[] firstCubic() {
        double h = x[1] - x[0];
        double secant = (y[1] - y[0]) / h;
        return new double[] {
            y[0], slope[0], (3 * secant - 2 * slope[0] - slope[1]) / h, (slope[0] + slope[1] - 2 * secant) / (h * h)
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonotoneCubic that && Arrays.equals(x, that.x) && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }
}
