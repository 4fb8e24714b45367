package org.mixfield.core.spectral;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;

/**
 * How far apart the points x and y may be between which an interaction V(x − y) counts: at most e<sub>i</sub> along each
 * axis, and at most R in all.
 *
 * <p>A convolution in free space that is right within a reach needs 2e<sub>i</sub> of padded box along each axis. Densities
 * that fill the box reach as far as the box does, 2L. A cloud of radius a reaches as far as 2a, and where 4a ≤ L it needs no
 * padding.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Reach {

    private static final double ROUNDING = 1e-9;

    private final double radius;
    private final double[] offsets;

    private Reach(double radius, double[] offsets) {
        this.radius = radius;
        this.offsets = offsets;
    }

    /**
     * A reach.
     *
     * @param radius R
     * @param offsets e, one for each axis
     * @throws IllegalArgumentException where one of them is not above 0
     */
    public static Reach of(double radius, double... offsets) {
        for (double offset : offsets) {
            if (!(offset > 0)) {
                throw new IllegalArgumentException(
                        "a reach is above 0 along every axis, not " + Arrays.toString(offsets));
            }
        }
        if (!(radius > 0)) {
            throw new IllegalArgumentException("a reach is above 0, not " + radius);
        }
        return new Reach(Math.min(radius, norm(offsets)), offsets.clone());
    }

    /** From any point of a box to any other. */
    public static Reach whole(Grid grid) {
        return new Reach(grid.diagonal(), grid.lengths());
    }

    private static double norm(double[] offsets) {
        double square = 0;
        for (double offset : offsets) {
            square += offset * offset;
        }
        return Math.sqrt(square);
    }

    /** R. */
    public double radius() {
        return radius;
    }

    /** e along an axis. */
    public double offset(int axis) {
        return offsets[axis];
    }

    /** Points of the padded box, an even number along each axis: no fewer than the grid's, nor more than twice as many. */
    public int[] paddedShape(Grid grid, FourierBackend backend) {
        int[] shape = grid.shape();
        for (int axis = 0; axis < shape.length; axis++) {
            int n = shape[axis];
            int needed = points(2 * offsets[axis], grid, axis);
            shape[axis] = backend.fastEvenLength(Math.max(n, Math.min(2 * n, needed)));
        }
        return shape;
    }

    /** Points of a box of e + R or more along every axis, so that no image of a potential cut at R comes within reach. */
    int[] wideShape(Grid grid, FourierBackend backend) {
        int[] shape = paddedShape(grid, backend);
        for (int axis = 0; axis < shape.length; axis++) {
            int needed = points(offsets[axis] + radius, grid, axis);
            if (needed > shape[axis]) {
                shape[axis] = backend.fastEvenLength(needed);
            }
        }
        return shape;
    }

    private static int points(double length, Grid grid, int axis) {
        return (int) Math.ceil(length / grid.spacing(axis) - ROUNDING);
    }

    @Override
    public String toString() {
        return radius + " and " + Arrays.toString(offsets) + " along the axes";
    }
}
