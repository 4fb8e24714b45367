package org.mixfield.fock;

/**
 * A complex matrix that is applied to many vectors at once, the lanes: out[row][lane] += Σ_column entry·in[column][lane]. An entry is
 * the same number for all lanes and lanes are contiguous, so that the inner loop is one of multiplications and additions without
 * gaps. Real and imaginary parts of vectors are apart.
 */
final class LaneMatrix {

    private static final int TOGETHER = 2;

    private final int rows;
    private final int columns;
    private final int stride;
    private final double[] re;
    private final double[] im;

    LaneMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.stride = (columns + TOGETHER - 1) / TOGETHER * TOGETHER;
        this.re = new double[rows * stride];
        this.im = new double[rows * stride];
    }

    /** Bytes of such a matrix. */
    static double bytes(double rows, double columns) {
        return 16 * rows * (columns + TOGETHER - 1);
    }

    void set(int row, int column, double real, double imaginary) {
        re[row * stride + column] = real;
        im[row * stride + column] = imaginary;
    }

    /** x·this + y·other. */
    LaneMatrix combined(double x, double y, LaneMatrix other) {
        LaneMatrix sum = new LaneMatrix(rows, columns);
        for (int i = 0; i < re.length; i++) {
            sum.re[i] = x * re[i] + y * other.re[i];
            sum.im[i] = x * im[i] + y * other.im[i];
        }
        return sum;
    }

    /** Adds the products of the first {@code lanes} lanes. */
    void addTo(double[][] outRe, double[][] outIm, double[][] inRe, double[][] inIm, int lanes) {
        for (int column = 0; column < columns; column += TOGETHER) {
            // A column beyond the last has entries 0 and needs some vector.
            int second = Math.min(column + 1, columns - 1);
            double[] x = inRe[column];
            double[] y = inIm[column];
            double[] z = inRe[second];
            double[] w = inIm[second];
            for (int row = 0; row < rows; row++) {
                int at = row * stride + column;
                if (!isZero(at)) {
                    RowSums.add(re[at], x, -im[at], y, re[at + 1], z, -im[at + 1], w, outRe[row], lanes);
                    RowSums.add(re[at], y, im[at], x, re[at + 1], w, im[at + 1], z, outIm[row], lanes);
                }
            }
        }
    }

    private boolean isZero(int at) {
        return re[at] == 0 && im[at] == 0 && re[at + 1] == 0 && im[at + 1] == 0;
    }
}
