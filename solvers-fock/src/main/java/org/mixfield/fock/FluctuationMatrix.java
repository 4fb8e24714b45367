package org.mixfield.fock;

/**
 * The complex sparse matrix Σ_λ w_λ X_λ of a family of real ones, by rows. Its pattern is fixed, its values are those of the
 * last {@link #set}.
 */
final class FluctuationMatrix {

    private final OperatorRows operators;
    private final int[] start;
    private final int[] column;
    private final int[] entry;
    private final double[] re;
    private final double[] im;

    FluctuationMatrix(OperatorRows operators) {
        this.operators = operators;
        this.start = new int[operators.rows() + 1];
        this.entry = new int[operators.entries()];
        int[] columns = new int[operators.entries()];
        int count = 0;
        for (int row = 0; row < operators.rows(); row++) {
            start[row] = count;
            for (int e = operators.start(row); e < operators.start(row + 1); e++) {
                if (count == start[row] || columns[count - 1] != operators.column(e)) {
                    columns[count++] = operators.column(e);
                }
                entry[e] = count - 1;
            }
        }
        start[operators.rows()] = count;
        this.column = java.util.Arrays.copyOf(columns, count);
        this.re = new double[count];
        this.im = new double[count];
    }

    /** Takes the coefficients w, interleaved. */
    void set(double[] w) {
        java.util.Arrays.fill(re, 0);
        java.util.Arrays.fill(im, 0);
        for (int e = 0; e < entry.length; e++) {
            int from = 2 * operators.label(e);
            re[entry[e]] += operators.value(e) * w[from];
            im[entry[e]] += operators.value(e) * w[from + 1];
        }
    }

    /**
     * Adds row {@code row} of this · X to y, where the rows of X and y consist of {@code width} real parts and as many
     * imaginary ones.
     */
    void addRow(int row, double[] x, int width, double[] y) {
        for (int e = start[row]; e < start[row + 1]; e++) {
            SplitRows.add(re[e], im[e], x, 2 * width * column[e], width, y, 0, width, width);
        }
    }

    /** Adds this · x to y, for one row of X. */
    void addProduct(double[] x, int offset, int width, double[] y) {
        for (int row = 0; row < width; row++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int e = start[row]; e < start[row + 1]; e++) {
                double a = x[offset + column[e]];
                double b = x[offset + width + column[e]];
                sumRe += re[e] * a - im[e] * b;
                sumIm += re[e] * b + im[e] * a;
            }
            y[row] += sumRe;
            y[width + row] += sumIm;
        }
    }
}
