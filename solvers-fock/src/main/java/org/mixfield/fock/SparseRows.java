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

    /**
     * Writes or adds row {@code row} of (this · X) for a row-major X with rows of {@code width} numbers: whole rows of X are
     * combined, so that the inner loop is contiguous.
     */
    void multiplyRow(int row, double[] x, int width, double[] y, int yOffset, boolean add) {
        if (!add) {
            Arrays.fill(y, yOffset, yOffset + width, 0);
        }
        int i = start[row];
        int end = start[row + 1];
        for (; i + 3 < end; i += 4) {
            RowSums.add(
                    y,
                    yOffset,
                    width,
                    value[i],
                    x,
                    column[i] * width,
                    value[i + 1],
                    column[i + 1] * width,
                    value[i + 2],
                    column[i + 2] * width,
                    value[i + 3],
                    column[i + 3] * width);
        }
        for (; i < end; i++) {
            RowSums.add(y, yOffset, width, value[i], x, column[i] * width);
        }
    }

    /** Number of entries stored. */
    int entries() {
        return value.length;
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

        Builder(int dimension) {
            this.start = new int[dimension + 1];
            this.accumulator = new double[dimension];
            this.touched = new int[dimension];
            this.seen = new boolean[dimension];
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
