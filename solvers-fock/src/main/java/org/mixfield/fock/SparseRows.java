package org.mixfield.fock;

import java.util.Arrays;

/** A real sparse matrix by rows. Immutable once built. */
final class SparseRows {

    private final int[] start;
    private final int[] column;
    private final double[] value;

    SparseRows(int[] start, int[] column, double[] value) {
        this.start = start;
        this.column = column;
        this.value = value;
    }

    /** y = row {@code row} of (this · X), the first {@code count} numbers of it, for the rows of X. */
    void multiplyRow(int row, double[][] x, double[] y, int count) {
        RowSums.combine(value, column, start[row], start[row + 1], x, y, count);
    }

    /** The entries (i, i + k) of every row i, 0 where there is none. */
    double[] diagonal(int k) {
        double[] diagonal = new double[rows()];
        for (int i = 0; i < diagonal.length; i++) {
            for (int entry = start[i]; entry < start[i + 1]; entry++) {
                diagonal[i] += column[entry] == i + k ? value[entry] : 0;
            }
        }
        return diagonal;
    }

    /** Bytes stored. */
    long bytes() {
        return 12L * value.length + 4L * start.length;
    }

    /** Number of rows. */
    int rows() {
        return start.length - 1;
    }

    /** Collects a matrix row by row. */
    static final class Builder {

        private final int[] start;
        private final double[] accumulator;
        private final int[] touched;
        private final boolean[] seen;
        private int[] column = new int[1024];
        private double[] value = new double[1024];
        private int touchedCount;
        private int count;
        private int row;

        /** For a square matrix. */
        Builder(int dimension) {
            this(dimension, dimension);
        }

        Builder(int rows, int columns) {
            this.start = new int[rows + 1];
            this.accumulator = new double[columns];
            this.touched = new int[columns];
            this.seen = new boolean[columns];
        }

        /** Adds to an entry of the present row. */
        void add(int target, double amount) {
            if (!seen[target]) {
                seen[target] = true;
                touched[touchedCount++] = target;
            }
            accumulator[target] += amount;
        }

        /** Ends the present row. */
        void nextRow() {
            Arrays.sort(touched, 0, touchedCount);
            if (count + touchedCount > value.length) {
                int size = Math.max(2 * value.length, count + touchedCount);
                column = Arrays.copyOf(column, size);
                value = Arrays.copyOf(value, size);
            }
            for (int i = 0; i < touchedCount; i++) {
                int target = touched[i];
                if (accumulator[target] != 0) {
                    column[count] = target;
                    value[count++] = accumulator[target];
                }
                accumulator[target] = 0;
                seen[target] = false;
            }
            touchedCount = 0;
            start[++row] = count;
        }

        SparseRows build() {
            return new SparseRows(start, Arrays.copyOf(column, count), Arrays.copyOf(value, count));
        }
    }
}
