package org.mixfield.fock;

/** Takes columns of complex numbers, interleaved in a row-major matrix, out as rows and puts rows back, four at a time. */
final class ComplexTransposition {

    /** Columns that are read or written in one pass. */
    static final int TOGETHER = 4;

    private ComplexTransposition() {}

    /**
     * Writes each column into a row.
     *
     * @param x the matrix
     * @param at where the first number of its first column is
     * @param stride numbers from one of its rows to the next
     * @param columns how many columns
     * @param height how many of its rows
     */
    static void read(double[] x, int at, int stride, int columns, int height, double[][] rows) {
        int j = 0;
        for (; j + TOGETHER <= columns; j += TOGETHER) {
            read(x, at + 2 * j, stride, height, rows[j], rows[j + 1], rows[j + 2], rows[j + 3]);
        }
        for (; j < columns; j++) {
            double[] row = rows[j];
            for (int i = 0; i < height; i++) {
                row[2 * i] = x[at + 2 * j + i * stride];
                row[2 * i + 1] = x[at + 2 * j + i * stride + 1];
            }
        }
    }

    private static void read(
            double[] x, int at, int stride, int height, double[] a, double[] b, double[] c, double[] d) {
        for (int i = 0; i < height; i++) {
            int in = at + i * stride;
            a[2 * i] = x[in];
            a[2 * i + 1] = x[in + 1];
            b[2 * i] = x[in + 2];
            b[2 * i + 1] = x[in + 3];
            c[2 * i] = x[in + 4];
            c[2 * i + 1] = x[in + 5];
            d[2 * i] = x[in + 6];
            d[2 * i + 1] = x[in + 7];
        }
    }

    /** Adds the first rows, at most {@link #TOGETHER}, to as many columns; arguments as for {@link #read}. */
    static void add(double[][] rows, double[] y, int at, int stride, int columns, int height) {
        if (columns == TOGETHER) {
            add(rows[0], rows[1], rows[2], rows[3], y, at, stride, height);
            return;
        }
        for (int j = 0; j < columns; j++) {
            double[] row = rows[j];
            for (int i = 0; i < height; i++) {
                y[at + 2 * j + i * stride] += row[2 * i];
                y[at + 2 * j + i * stride + 1] += row[2 * i + 1];
            }
        }
    }

    private static void add(
            double[] a, double[] b, double[] c, double[] d, double[] y, int at, int stride, int height) {
        for (int i = 0; i < height; i++) {
            int out = at + i * stride;
            y[out] += a[2 * i];
            y[out + 1] += a[2 * i + 1];
            y[out + 2] += b[2 * i];
            y[out + 3] += b[2 * i + 1];
            y[out + 4] += c[2 * i];
            y[out + 5] += c[2 * i + 1];
            y[out + 6] += d[2 * i];
            y[out + 7] += d[2 * i + 1];
        }
    }
}
