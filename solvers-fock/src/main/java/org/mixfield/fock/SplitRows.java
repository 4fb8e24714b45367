package org.mixfield.fock;

/** Rows of complex numbers with all real parts before all imaginary ones: sums over them are contiguous, without shuffles. */
final class SplitRows {

    private SplitRows() {}

    /**
     * y += (re + i im) x for the first {@code count} numbers.
     *
     * @param xOffset the first real part of x
     * @param xHalf from there to the first imaginary part
     * @param yOffset the first real part of y
     * @param yHalf from there to the first imaginary part
     */
    static void add(
            double re, double im, double[] x, int xOffset, int xHalf, double[] y, int yOffset, int yHalf, int count) {
        if (im == 0) {
            for (int k = 0; k < count; k++) {
                y[yOffset + k] += re * x[xOffset + k];
            }
            for (int k = 0; k < count; k++) {
                y[yOffset + yHalf + k] += re * x[xOffset + xHalf + k];
            }
            return;
        }
        for (int k = 0; k < count; k++) {
            y[yOffset + k] += re * x[xOffset + k] - im * x[xOffset + xHalf + k];
        }
        for (int k = 0; k < count; k++) {
            y[yOffset + yHalf + k] += re * x[xOffset + xHalf + k] + im * x[xOffset + k];
        }
    }

    /** Splits interleaved numbers. */
    static void split(double[] interleaved, int from, int count, double[] target, int to) {
        for (int k = 0; k < count; k++) {
            target[to + k] = interleaved[from + 2 * k];
            target[to + count + k] = interleaved[from + 2 * k + 1];
        }
    }

    /** Interleaves split numbers. */
    static void interleave(double[] split, int count, double[] target, int to) {
        for (int k = 0; k < count; k++) {
            target[to + 2 * k] = split[k];
            target[to + 2 * k + 1] = split[count + k];
        }
    }
}
