package org.mixfield.core.model;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;

/**
 * What an orbital has beyond a distance from a centre, the distance being that of a gauge g(x) = max(max<sub>i</sub>
 * w<sub>i</sub>|x<sub>i</sub>|, w|x|): the largest density, and the integral of the density; and that integral in each shell.
 */
final class CloudProfile {

    /** Shells of equal width in g. */
    static final int SHELLS = 256;

    /** Pieces of the grid that are summed by themselves, so that sums do not depend on the number of threads. */
    private static final int PIECES = 64;

    private final double width;
    private final double[] largest = new double[SHELLS + 1];
    private final double[] integral = new double[SHELLS + 1];
    private final double[] inside = new double[SHELLS];

    private CloudProfile(double width) {
        this.width = width;
    }

    /**
     * The profile of an orbital.
     *
     * @param weights w<sub>i</sub>, one for each axis, and w
     */
    static CloudProfile of(ComplexField field, double[] center, double[] weights, Workers workers) {
        Grid grid = field.grid();
        int d = grid.dimension();
        double[] corner = new double[d];
        for (int axis = 0; axis < d; axis++) {
            corner[axis] = grid.length(axis) / 2 + Math.abs(center[axis]);
        }
        double width = gauge(corner, weights) / SHELLS * (1 + 1e-12);
        CloudProfile profile = new CloudProfile(width);
        double[][] largest = new double[PIECES][];
        double[][] integral = new double[PIECES][];
        int rows = grid.size() / grid.points(d - 1);
        Rows sums = new Rows(field, center, weights, width);
        workers.run(PIECES, 1, (worker, from, to) -> {
            for (int piece = from; piece < to; piece++) {
                largest[piece] = new double[SHELLS + 1];
                integral[piece] = new double[SHELLS + 1];
                double[] gauges = new double[grid.points(d - 1)];
                int first = (int) ((long) rows * piece / PIECES);
                int end = (int) ((long) rows * (piece + 1) / PIECES);
                for (int row = first; row < end; row++) {
                    sums.add(row, gauges, largest[piece], integral[piece]);
                }
            }
        });
        for (int shell = SHELLS - 1; shell >= 0; shell--) {
            double sum = 0;
            double top = 0;
            for (int piece = 0; piece < PIECES; piece++) {
                sum += integral[piece][shell];
                top = Math.max(top, largest[piece][shell]);
            }
            profile.inside[shell] = sum * grid.cellVolume();
            profile.integral[shell] = profile.integral[shell + 1] + profile.inside[shell];
            profile.largest[shell] = Math.max(profile.largest[shell + 1], top);
        }
        return profile;
    }

    /** The mean of the positions, ∫x|ψ|²/∫|ψ|². */
    static double[] center(ComplexField field, Workers workers) {
        Grid grid = field.grid();
        double[] data = field.data();
        int d = grid.dimension();
        int n = grid.points(d - 1);
        int rows = grid.size() / n;
        double[] norms = new double[rows];
        double[] moments = new double[rows];
        double[] last = grid.coordinates(d - 1);
        workers.run(rows, 64, (worker, from, to) -> {
            for (int row = from; row < to; row++) {
                double sum = 0;
                double moment = 0;
                for (int i = 0; i < n; i++) {
                    int j = 2 * (row * n + i);
                    double density = data[j] * data[j] + data[j + 1] * data[j + 1];
                    sum += density;
                    moment += last[i] * density;
                }
                norms[row] = sum;
                moments[row] = moment;
            }
        });
        double norm = 0;
        double[] center = new double[d];
        for (int row = 0; row < rows; row++) {
            norm += norms[row];
            center[d - 1] += moments[row];
            for (int axis = 0; axis < d - 1; axis++) {
                center[axis] += norms[row] * grid.coordinate(axis, grid.index(row * n, axis));
            }
        }
        for (int axis = 0; axis < d; axis++) {
            center[axis] /= norm;
        }
        return center;
    }

    private static double gauge(double[] x, double[] weights) {
        double square = 0;
        double largest = 0;
        for (int axis = 0; axis < x.length; axis++) {
            square += x[axis] * x[axis];
            largest = Math.max(largest, weights[axis] * Math.abs(x[axis]));
        }
        return Math.max(largest, weights[x.length] * Math.sqrt(square));
    }

    /** Adds up rows along the last axis. */
    private static final class Rows {

        private final Grid grid;
        private final double[] data;
        private final double[] center;
        private final double[] weights;
        private final double inverseWidth;
        private final double[] ownGauge;
        private final double[] ownSquare;

        Rows(ComplexField field, double[] center, double[] weights, double width) {
            this.grid = field.grid();
            this.data = field.data();
            this.center = center;
            this.weights = weights;
            this.inverseWidth = 1 / width;
            int last = grid.dimension() - 1;
            this.ownGauge = new double[grid.points(last)];
            this.ownSquare = new double[ownGauge.length];
            for (int i = 0; i < ownGauge.length; i++) {
                double x = grid.coordinate(last, i) - center[last];
                ownGauge[i] = weights[last] * Math.abs(x);
                ownSquare[i] = x * x;
            }
        }

        /** Adds a row to the shells; {@code gauges} is scratch memory of its length. */
        void add(int row, double[] gauges, double[] largest, double[] integral) {
            double other = 0;
            double square = 0;
            for (int axis = 0; axis < grid.dimension() - 1; axis++) {
                double x = grid.coordinate(axis, grid.index(row * gauges.length, axis)) - center[axis];
                other = Math.max(other, weights[axis] * Math.abs(x));
                square += x * x;
            }
            inShells(other, square, gauges);
            int n = gauges.length;
            for (int i = 0; i < n; i++) {
                int shell = (int) gauges[i];
                int j = 2 * (row * n + i);
                double density = data[j] * data[j] + data[j + 1] * data[j + 1];
                integral[shell] += density;
                largest[shell] = Math.max(largest[shell], density);
            }
        }

        /** g along a row, in widths of a shell: a loop by itself, which the compiler turns into vector code. */
        private void inShells(double other, double square, double[] gauges) {
            double whole = weights[weights.length - 1];
            for (int i = 0; i < gauges.length; i++) {
                double g = Math.max(Math.max(other, ownGauge[i]), whole * Math.sqrt(square + ownSquare[i]));
                gauges[i] = g * inverseWidth;
            }
        }
    }

    /** The value of g at the inner edge of a shell. */
    double edge(int shell) {
        return shell * width;
    }

    /** The shell that a value of g is in. */
    int shell(double g) {
        return (int) Math.min(SHELLS, Math.max(0, g / width));
    }

    /** The largest density in a shell and beyond. */
    double largestFrom(int shell) {
        return largest[shell];
    }

    /** ∫|ψ|² over a shell. */
    double integralIn(int shell) {
        return inside[shell];
    }

    /** ∫|ψ|² over a shell and beyond. */
    double integralFrom(int shell) {
        return integral[shell];
    }
}
