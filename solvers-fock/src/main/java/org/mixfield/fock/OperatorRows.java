package org.mixfield.fock;

import java.util.Arrays;

/**
 * A family of real sparse matrices X_λ on one space, by rows: for each entry its column, its λ and its value. The entries of a
 * row are sorted by column, so that those of different λ at one place stand together. Immutable.
 */
final class OperatorRows {

    private final int[] start;
    private final int[] column;
    private final int[] label;
    private final double[] value;

    private OperatorRows(int[] start, int[] column, int[] label, double[] value) {
        this.start = start;
        this.column = column;
        this.label = label;
        this.value = value;
    }

    int rows() {
        return start.length - 1;
    }

    int entries() {
        return column.length;
    }

    /** The first entry of a row; that of row {@link #rows} is the number of entries. */
    int start(int row) {
        return start[row];
    }

    int column(int entry) {
        return column[entry];
    }

    /** λ. */
    int label(int entry) {
        return label[entry];
    }

    double value(int entry) {
        return value[entry];
    }

    /** Collects entries in any order. */
    static final class Builder {

        private final int rows;
        private int[] row = new int[1024];
        private int[] column = new int[1024];
        private int[] label = new int[1024];
        private double[] value = new double[1024];
        private int count;

        Builder(int rows) {
            this.rows = rows;
        }

        void add(int toRow, int ofColumn, int lambda, double amount) {
            if (count == row.length) {
                int size = 2 * count;
                row = Arrays.copyOf(row, size);
                column = Arrays.copyOf(column, size);
                label = Arrays.copyOf(label, size);
                value = Arrays.copyOf(value, size);
            }
            row[count] = toRow;
            column[count] = ofColumn;
            label[count] = lambda;
            value[count++] = amount;
        }

        /** Two counting sorts, by column and then by row: each keeps the order of what it finds equal. */
        OperatorRows build() {
            int[] byColumn = sorted(column, ascending(count));
            int[] order = sorted(row, byColumn);
            int[] start = new int[rows + 1];
            for (int i = 0; i < count; i++) {
                start[row[i] + 1]++;
            }
            for (int i = 0; i < rows; i++) {
                start[i + 1] += start[i];
            }
            int[] columns = new int[count];
            int[] labels = new int[count];
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                columns[i] = column[order[i]];
                labels[i] = label[order[i]];
                values[i] = value[order[i]];
            }
            return new OperatorRows(start, columns, labels, values);
        }

        private static int[] ascending(int n) {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            return order;
        }

        private int[] sorted(int[] key, int[] order) {
            int[] next = new int[rows + 1];
            for (int i : order) {
                next[key[i] + 1]++;
            }
            for (int i = 0; i < rows; i++) {
                next[i + 1] += next[i];
            }
            int[] result = new int[order.length];
            for (int i : order) {
                result[next[key[i]]++] = i;
            }
            return result;
        }
    }
}
