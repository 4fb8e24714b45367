package org.mixfield.fock;

/** The first column of e^{−iτT} for a small real symmetric tridiagonal T, by a Taylor series in steps of length 1/‖T‖. */
final class TridiagonalExponential {

    private static final double ROUNDING = 1e-17;

    private final double[] re;
    private final double[] im;
    private final double[] termRe;
    private final double[] termIm;
    private final double[] nextRe;
    private final double[] nextIm;

    TridiagonalExponential(int largest) {
        this.re = new double[largest];
        this.im = new double[largest];
        this.termRe = new double[largest];
        this.termIm = new double[largest];
        this.nextRe = new double[largest];
        this.nextIm = new double[largest];
    }

    /**
     * Writes the column times a number.
     *
     * @param alpha diagonal: entry j at j·stride + lane
     * @param beta off-diagonal, likewise
     * @param targetRe where it is written, likewise
     * @return a bound of ‖T‖
     */
    double of(
            double[] alpha,
            double[] beta,
            int stride,
            int lane,
            int size,
            double duration,
            double factor,
            double[] targetRe,
            double[] targetIm) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < size; j++) {
            double beside = (j > 0 ? beta[(j - 1) * stride + lane] : 0) + (j + 1 < size ? beta[j * stride + lane] : 0);
            low = Math.min(low, alpha[j * stride + lane] - beside);
            high = Math.max(high, alpha[j * stride + lane] + beside);
        }
        double middle = 0.5 * (low + high);
        double radius = 0.5 * (high - low);
        int steps = (int) Math.max(1, Math.ceil(radius * duration));
        java.util.Arrays.fill(re, 0, size, 0);
        java.util.Arrays.fill(im, 0, size, 0);
        re[0] = factor;
        for (int step = 0; step < steps; step++) {
            advance(alpha, beta, stride, lane, size, duration / steps, middle);
        }
        double cos = Math.cos(middle * duration);
        double sin = -Math.sin(middle * duration);
        for (int j = 0; j < size; j++) {
            targetRe[j * stride + lane] = cos * re[j] - sin * im[j];
            targetIm[j * stride + lane] = cos * im[j] + sin * re[j];
        }
        return Math.max(Math.abs(low), Math.abs(high));
    }

    private void advance(double[] alpha, double[] beta, int stride, int lane, int size, double h, double middle) {
        System.arraycopy(re, 0, termRe, 0, size);
        System.arraycopy(im, 0, termIm, 0, size);
        double largest = 1;
        for (int k = 1; largest > ROUNDING; k++) {
            largest = 0;
            for (int j = 0; j < size; j++) {
                double diagonal = alpha[j * stride + lane] - middle;
                double x = diagonal * termRe[j];
                double y = diagonal * termIm[j];
                if (j > 0) {
                    x += beta[(j - 1) * stride + lane] * termRe[j - 1];
                    y += beta[(j - 1) * stride + lane] * termIm[j - 1];
                }
                if (j + 1 < size) {
                    x += beta[j * stride + lane] * termRe[j + 1];
                    y += beta[j * stride + lane] * termIm[j + 1];
                }
                // (−ih/k)(x + iy)
                nextRe[j] = h / k * y;
                nextIm[j] = -h / k * x;
                largest = Math.max(largest, Math.abs(nextRe[j]) + Math.abs(nextIm[j]));
            }
            for (int j = 0; j < size; j++) {
                termRe[j] = nextRe[j];
                termIm[j] = nextIm[j];
                re[j] += termRe[j];
                im[j] += termIm[j];
            }
        }
    }
}
