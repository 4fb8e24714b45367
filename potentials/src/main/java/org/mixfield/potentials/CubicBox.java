package org.mixfield.potentials;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Values on a rectilinear grid in one to three dimensions, interpolated by products of cubics: along each axis through the
 * two points on either side, at an end through the last four. Exact for cubics, of order 4, continuous. Immutable and
 * thread-safe.
 */
final class CubicBox {

    /** A coordinate may be this far outside, relative to the extent: decimals of a file are rounded. */
    private static final double ROUNDING = 1e-9;

    private static final int WIDTH = 4;

    private final double[][] nodes;
    private final double[] values;

    private CubicBox(double[][] nodes, double[] values) {
        this.nodes = nodes;
        this.values = values;
    }

    /**
     * The interpolant of points in any order.
     *
     * @param rows each the coordinates of a point and the value there
     * @throws IllegalArgumentException where they are not a full rectilinear grid with at least two points along each axis
     */
    static CubicBox of(double[][] rows) {
        int axes = rows.length == 0 ? 1 : rows[0].length - 1;
        double[][] nodes = new double[axes][];
        long size = 1;
        for (int axis = 0; axis < axes; axis++) {
            TreeSet<Double> distinct = new TreeSet<>();
            for (double[] row : rows) {
                distinct.add(row[axis] + 0.0); // -0 is 0
            }
            nodes[axis] = distinct.stream().mapToDouble(Double::doubleValue).toArray();
            size *= nodes[axis].length;
            if (nodes[axis].length < 2) {
                throw new IllegalArgumentException("has fewer than two different values of "
                        + List.of("x", "y", "z").get(axis));
            }
        }
        if (size != rows.length) {
            throw new IllegalArgumentException(
                    "has " + rows.length + " points; a full grid of its coordinates has " + size);
        }
        double[] values = new double[rows.length];
        Arrays.fill(values, Double.NaN);
        for (double[] row : rows) {
            int index = 0;
            for (int axis = 0; axis < axes; axis++) {
                index = index * nodes[axis].length + Arrays.binarySearch(nodes[axis], row[axis] + 0.0);
            }
            if (!Double.isNaN(values[index])) {
                throw new IllegalArgumentException(
                        "has the point " + Arrays.toString(Arrays.copyOf(row, axes)) + " more than once");
            }
            values[index] = row[axes];
        }
        return new CubicBox(nodes, values);
    }

    /** The coordinates along an axis at both ends. */
    double[] range(int axis) {
        return new double[] {nodes[axis][0], nodes[axis][nodes[axis].length - 1]};
    }

    /** True where a coordinate is within the range of its axis. */
    boolean covers(int axis, double at) {
        double[] range = range(axis);
        double slack = ROUNDING * (range[1] - range[0]);
        return at >= range[0] - slack && at <= range[1] + slack;
    }

    /** The value at a point within the range. */
    double value(double... at) {
        double[][] weights = new double[nodes.length][];
        int[] first = new int[nodes.length];
        for (int axis = 0; axis < nodes.length; axis++) {
            double[] x = nodes[axis];
            int width = Math.min(WIDTH, x.length);
            int found = Arrays.binarySearch(x, at[axis]);
            int left = found >= 0 ? found : -found - 2;
            first[axis] = Math.max(0, Math.min(left - 1, x.length - width));
            weights[axis] = lagrange(x, first[axis], width, at[axis]);
        }
        return sum(0, 0, weights, first);
    }

    private double sum(int axis, int index, double[][] weights, int[] first) {
        if (axis == nodes.length) {
            return values[index];
        }
        double sum = 0;
        for (int i = 0; i < weights[axis].length; i++) {
            if (weights[axis][i] != 0) {
                sum += weights[axis][i] * sum(axis + 1, index * nodes[axis].length + first[axis] + i, weights, first);
            }
        }
        return sum;
    }

    /** The values at a point of the polynomials that are 1 at one of the nodes and 0 at the others. */
    private static double[] lagrange(double[] x, int first, int width, double at) {
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
            double weight = 1;
            for (int j = 0; j < width; j++) {
                if (j != i) {
                    weight *= (at - x[first + j]) / (x[first + i] - x[first + j]);
                }
            }
            weights[i] = weight;
        }
        return weights;
    }
}
