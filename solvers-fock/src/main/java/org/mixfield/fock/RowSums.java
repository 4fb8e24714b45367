package org.mixfield.fock;

import java.util.Arrays;

/**
 * Sums over rows of numbers, the inner loops of the many-body engine. Every row is an array of its own and all are read and
 * written at the same index: only then, and with at most five rows, does the compiler of Java 17 vectorise a loop, which is
 * worth a factor of five. Rows that begin alike in the lines of the cache are added up to twice as fast, see {@link #rows}. The order
 * of the additions of each number is fixed.
 */
final class RowSums {

    /** Numbers in a line of the cache, and those that the header of an array takes of it. */
    private static final int LINE = 8;

    private static final int HEADER = 2;

    private RowSums() {}

    /**
     * Rows that follow one another in memory and begin at the same place of a line of the cache, a little longer than asked for.
     * A loop aligns its writes to vectors; then it reads aligned ones, too.
     */
    static double[][] rows(int count, int length) {
        return new double[count][(length + HEADER + LINE - 1) / LINE * LINE - HEADER];
    }

    /** y[i] = Σ_e value[e] rows[column[e]][i] for i below count, over entries from {@code first} to below {@code end}. */
    static void combine(double[] value, int[] column, int first, int end, double[][] rows, double[] y, int count) {
        int e = first;
        switch ((end - first) % 4) {
            case 1 -> {
                scale(value[e], rows[column[e]], y, count);
                e++;
            }
            case 2 -> {
                combine(value[e], rows[column[e]], value[e + 1], rows[column[e + 1]], y, count);
                e += 2;
            }
            case 3 -> {
                combine(
                        value[e],
                        rows[column[e]],
                        value[e + 1],
                        rows[column[e + 1]],
                        value[e + 2],
                        rows[column[e + 2]],
                        y,
                        count);
                e += 3;
            }
            default -> Arrays.fill(y, 0, count, 0);
        }
        for (; e < end; e += 4) {
            add(
                    value[e],
                    rows[column[e]],
                    value[e + 1],
                    rows[column[e + 1]],
                    value[e + 2],
                    rows[column[e + 2]],
                    value[e + 3],
                    rows[column[e + 3]],
                    y,
                    count);
        }
    }

    /** y = a s. */
    static void scale(double a, double[] s, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = a * s[i];
        }
    }

    /** y = a s + b t. */
    static void combine(double a, double[] s, double b, double[] t, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = a * s[i] + b * t[i];
        }
    }

    private static void combine(
            double a, double[] s, double b, double[] t, double c, double[] u, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = a * s[i] + b * t[i] + c * u[i];
        }
    }

    /** y += a s + b t + c u + d v. */
    static void add(
            double a,
            double[] s,
            double b,
            double[] t,
            double c,
            double[] u,
            double d,
            double[] v,
            double[] y,
            int count) {
        for (int i = 0; i < count; i++) {
            y[i] += a * s[i] + b * t[i] + (c * u[i] + d * v[i]);
        }
    }

    /** y[i] = s[i] t[i]. */
    static void product(double[] s, double[] t, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = s[i] * t[i];
        }
    }

    /** y[i] += s[i] t[i]. */
    static void addProduct(double[] s, double[] t, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] += s[i] * t[i];
        }
    }
}
