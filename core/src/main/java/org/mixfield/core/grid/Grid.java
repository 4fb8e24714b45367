package org.mixfield.core.grid;

import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A uniform grid over a box centred at 0, in 1 to 3 dimensions. Immutable.
 *
 * <p>Axis 0 is x, 1 is y, 2 is z; the last axis is contiguous in memory.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Grid {

    private static final List<String> AXES = List.of("x", "y", "z");

    /** More points than this do not fit an interleaved complex array. */
    public static final long MOST_POINTS = (1L << 30) - 8;

    private final int[] points;
    private final double[] length;
    private final int size;

    private Grid(int[] points, double[] length, int size) {
        this.points = points;
        this.length = length;
        this.size = size;
    }

    /**
     * A grid.
     *
     * @param points points per axis, each at least 2; 1 to 3 axes
     * @param length box lengths per axis, each greater than 0
     * @throws IllegalArgumentException outside these ranges, for lengths of another number than points, or for more than
     *     {@link #MOST_POINTS} points
     */
    public static Grid of(int[] points, double[] length) {
        if (points.length < 1 || points.length > 3 || points.length != length.length) {
            throw new IllegalArgumentException("a grid has 1 to 3 axes with as many lengths as points, not "
                    + Arrays.toString(points) + " points and lengths " + Arrays.toString(length));
        }
        double product = 1;
        for (int i = 0; i < points.length; i++) {
            if (points[i] < 2 || !(length[i] > 0) || !Double.isFinite(length[i])) {
                throw new IllegalArgumentException(
                        "axis " + AXES.get(i) + " needs at least 2 points and a length greater than 0, not " + points[i]
                                + " and " + length[i]);
            }
            product *= points[i];
        }
        if (product > MOST_POINTS) {
            throw new IllegalArgumentException("a grid holds at most " + MOST_POINTS + " points, not " + product);
        }
        return new Grid(points.clone(), length.clone(), (int) product);
    }

    /** Number of axes, 1 to 3. */
    public int dimension() {
        return points.length;
    }

    /** {@code x}, {@code y} or {@code z}. */
    public static String axisName(int axis) {
        return AXES.get(axis);
    }

    /** Points along an axis. */
    public int points(int axis) {
        return points[axis];
    }

    /** Points along every axis. */
    public int[] shape() {
        return points.clone();
    }

    /** Box length along an axis. */
    public double length(int axis) {
        return length[axis];
    }

    /** Box length along every axis. */
    public double[] lengths() {
        return length.clone();
    }

    /** Distance of neighbouring points along an axis. */
    public double spacing(int axis) {
        return length[axis] / points[axis];
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** Volume of the cell of one point. */
    public double cellVolume() {
        double volume = 1;
        for (int axis = 0; axis < points.length; axis++) {
            volume *= spacing(axis);
        }
        return volume;
    }

    /** Length of the box's diagonal. */
    public double diagonal() {
        double square = 0;
        for (double side : length) {
            square += side * side;
        }
        return Math.sqrt(square);
    }

    /** Coordinate of point {@code i} along an axis, −L/2 + iL/n. */
    public double coordinate(int axis, int i) {
        return (i - 0.5 * points[axis]) * spacing(axis);
    }

    /** The index along an axis of a point, given by its place in memory. */
    public int index(int point, int axis) {
        int rest = point;
        for (int later = points.length - 1; later > axis; later--) {
            rest /= points[later];
        }
        return rest % points[axis];
    }

    /** Coordinates of all points along an axis. */
    public double[] coordinates(int axis) {
        double[] values = new double[points[axis]];
        for (int i = 0; i < values.length; i++) {
            values[i] = coordinate(axis, i);
        }
        return values;
    }

    /** Wave numbers along an axis in the order of the discrete Fourier transform, 2πj/L with j = 0, 1, … , −1. */
    public double[] waveNumbers(int axis) {
        int n = points[axis];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2 * Math.PI / length[axis] * (i <= (n - 1) / 2 ? i : i - n);
        }
        return values;
    }

    /** Largest wave number the grid holds along an axis, πn/L. */
    public double nyquist(int axis) {
        return Math.PI * points[axis] / length[axis];
    }

    /** Calls a function for every point in memory order with its coordinates; missing axes are 0. */
    public void forEachPoint(PointTask task) {
        forEachPoint(0, size, task);
    }

    /**
     * Calls a function for some points.
     *
     * @param from the first of them
     * @param to the one after the last
     */
    public void forEachPoint(int from, int to, PointTask task) {
        double[] along = coordinates(points.length - 1);
        double[] at = new double[3];
        for (int index = from; index < to; ) {
            int first = index / along.length * along.length;
            for (int axis = 0; axis < points.length - 1; axis++) {
                at[axis] = coordinate(axis, index(first, axis));
            }
            int end = Math.min(to, first + along.length);
            for (; index < end; index++) {
                at[points.length - 1] = along[index - first];
                task.at(index, at[0], at[1], at[2]);
            }
        }
    }

    /** Called with the index of a point and its coordinates. */
    @FunctionalInterface
    public interface PointTask {
        void at(int index, double x, double y, double z);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.equals(points, grid.points) && Arrays.equals(length, grid.length);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(points) + Arrays.hashCode(length);
    }

    @Override
    public String toString() {
        return Arrays.toString(points) + " points over " + Arrays.toString(length);
    }
}
