package org.mixfield.pipeline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/**
 * A density as a picture shows it: over x, or over x and y; in three dimensions integrated along an axis, or in the plane
 * through the centre across it. Points are left out where there are more than a picture has.
 */
final class DensityView {

    private static final int MOST_POINTS = 128 * 128;

    /** In three dimensions, where there are more views. */
    private static final int MOST_POINTS_OF_MANY = 96 * 96;

    private final Grid grid;
    private final int[] shown;
    private final int across;
    private final boolean integrated;
    private final int stride;

    private DensityView(Grid grid, int[] shown, int across, boolean integrated) {
        this.grid = grid;
        this.shown = shown;
        this.across = across;
        this.integrated = integrated;
        int step = 1;
        int most = grid.dimension() == 3 ? MOST_POINTS_OF_MANY : MOST_POINTS;
        while (points(0, step) * (double) (shown.length > 1 ? points(1, step) : 1) > most) {
            step++;
        }
        this.stride = step;
    }

    /** All of a grid: in three dimensions the integrals along z, y and x, then the planes z = 0, y = 0 and x = 0. */
    static List<DensityView> all(Grid grid) {
        if (grid.dimension() < 3) {
            return List.of(first(grid));
        }
        List<DensityView> views = new ArrayList<>();
        for (boolean integrated : new boolean[] {true, false}) {
            views.add(new DensityView(grid, new int[] {0, 1}, 2, integrated));
            views.add(new DensityView(grid, new int[] {0, 2}, 1, integrated));
            views.add(new DensityView(grid, new int[] {1, 2}, 0, integrated));
        }
        return views;
    }

    /** The first of all. */
    static DensityView first(Grid grid) {
        return switch (grid.dimension()) {
            case 1 -> new DensityView(grid, new int[] {0}, -1, false);
            case 2 -> new DensityView(grid, new int[] {0, 1}, -1, false);
            default -> new DensityView(grid, new int[] {0, 1}, 2, true);
        };
    }

    private int points(int axis, int step) {
        return (grid.points(shown[axis]) + step - 1) / step;
    }

    /** What distinguishes it from others of the grid: {@code plane}, {@code xy}, {@code xz-plane}, … */
    String key() {
        if (across < 0) {
            return "whole";
        }
        return Grid.axisName(shown[0]) + Grid.axisName(shown[1]) + (integrated ? "" : "-plane");
    }

    /** A density as it is shown, with {@code ρ} for the density itself. */
    String quantity() {
        if (across < 0) {
            return "ρ";
        }
        String axis = Grid.axisName(across);
        return integrated ? "∫ρ d" + axis : "ρ at " + axis + " = 0";
    }

    /** The unit of its values. */
    String unit() {
        int power = grid.dimension() - (integrated ? 1 : 0);
        return power == 1 ? "1/length" : "1/length^" + power;
    }

    /** Names and coordinates of the axes shown. */
    List<Map<String, Object>> axes() {
        List<Map<String, Object>> axes = new ArrayList<>();
        for (int axis = 0; axis < shown.length; axis++) {
            double[] coordinates = new double[points(axis, stride)];
            for (int i = 0; i < coordinates.length; i++) {
                coordinates[i] = grid.coordinate(shown[axis], i * stride);
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", Grid.axisName(shown[axis]));
            entry.put("coordinates", coordinates);
            axes.add(entry);
        }
        return axes;
    }

    /** |ψ|², row-major over the axes shown. */
    double[] density(ComplexField field) {
        double[] psi = field.data();
        return of(j -> psi[2 * j] * psi[2 * j] + psi[2 * j + 1] * psi[2 * j + 1]);
    }

    /** A density that is given at the points of the grid. */
    double[] density(double[] density) {
        return of(j -> density[j]);
    }

    private double[] of(IntToDoubleFunction density) {
        int rows = points(0, stride);
        int columns = shown.length > 1 ? points(1, stride) : 1;
        int down = step(shown[0]) * stride;
        int right = shown.length > 1 ? step(shown[1]) * stride : 0;
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = through(row * down + column * right, density);
            }
        }
        return values;
    }

    private double through(int start, IntToDoubleFunction density) {
        if (across < 0) {
            return density.applyAsDouble(start);
        }
        if (!integrated) {
            // Where the coordinate across is 0, or the first point above.
            return density.applyAsDouble(start + (grid.points(across) + 1) / 2 * step(across));
        }
        double sum = 0;
        for (int i = 0; i < grid.points(across); i++) {
            sum += density.applyAsDouble(start + i * step(across));
        }
        return sum * grid.spacing(across);
    }

    private int step(int axis) {
        int step = 1;
        for (int later = axis + 1; later < grid.dimension(); later++) {
            step *= grid.points(later);
        }
        return step;
    }
}
