package org.mixfield.fock;

import java.util.Arrays;

/** Rows of complex numbers, one for each lane, real and imaginary parts in arrays of their own. */
final class LaneRows {

    private final double[][] re;
    private final double[][] im;

    LaneRows(int rows, int lanes) {
        this(RowSums.rows(rows, lanes), RowSums.rows(rows, lanes));
    }

    private LaneRows(double[][] re, double[][] im) {
        this.re = re;
        this.im = im;
    }

    /** Some of these rows, shared. */
    LaneRows selected(int[] rows) {
        LaneRows selected = new LaneRows(new double[rows.length][], new double[rows.length][]);
        for (int i = 0; i < rows.length; i++) {
            selected.re[i] = re[rows[i]];
            selected.im[i] = im[rows[i]];
        }
        return selected;
    }

    double[][] re() {
        return re;
    }

    double[][] im() {
        return im;
    }

    /** Makes a row one of its own. */
    void replace(int row, int lanes) {
        re[row] = new double[lanes];
        im[row] = new double[lanes];
    }

    void clear(int from, int to, int lanes) {
        for (int row = from; row < to; row++) {
            Arrays.fill(re[row], 0, lanes, 0);
            Arrays.fill(im[row], 0, lanes, 0);
        }
    }

    /** Takes rows of {@code lanes} lanes from a vector that has Re and Im of each in turn. */
    void read(int row, int count, double[] source, int at, int lane, int lanes) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(source, at + 2 * i * lanes, re[row + i], lane, lanes);
            System.arraycopy(source, at + (2 * i + 1) * lanes, im[row + i], lane, lanes);
        }
    }

    /** The reverse. */
    void write(int row, int count, double[] target, int at, int lane, int lanes) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(re[row + i], lane, target, at + 2 * i * lanes, lanes);
            System.arraycopy(im[row + i], lane, target, at + (2 * i + 1) * lanes, lanes);
        }
    }

    /** This row = factors · a row of others. */
    void scale(int row, double[] factors, LaneRows others, int other, int lanes) {
        RowSums.product(factors, others.re[other], re[row], lanes);
        RowSums.product(factors, others.im[other], im[row], lanes);
    }

    /** This row += factors · a row of others. */
    void add(int row, double[] factors, LaneRows others, int other, int lanes) {
        RowSums.addProduct(factors, others.re[other], re[row], lanes);
        RowSums.addProduct(factors, others.im[other], im[row], lanes);
    }
}
