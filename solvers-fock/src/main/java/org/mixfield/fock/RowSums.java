package org.mixfield.fock;

/** y += Σ a_i x_i over contiguous ranges: the inner loops of the many-body engine. */
final class RowSums {

    private RowSums() {}

    static void add(double[] y, int at, int count, double a, double[] x, int from) {
        for (int i = 0; i < count; i++) {
            y[at + i] += a * x[from + i];
        }
    }

    static void add(
            double[] y,
            int at,
            int count,
            double a,
            double[] x,
            int fromA,
            double b,
            int fromB,
            double c,
            int fromC,
            double d,
            int fromD) {
        for (int i = 0; i < count; i++) {
            y[at + i] += a * x[fromA + i] + b * x[fromB + i] + c * x[fromC + i] + d * x[fromD + i];
        }
    }
}
