package org.mixfield.pipeline.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/**
 * A density as a picture shows it: over x, or over x and y; in three dimensions integrated along z. Points are left out
 * where there are more than a picture has.
 */
final class DensityView {

    private static final int MOST_POINTS = 128 * 128;

    private final Grid grid;
    private final int stride;

    private DensityView(Grid grid, int stride) {
        this.grid = grid;
        this.stride = stride;
    }

    static DensityView of(Grid grid) {
        int stride = 1;
        while (shown(grid, 0, stride) * (double) (grid.dimension() > 1 ? shown(grid, 1, stride) : 1) > MOST_POINTS) {
            stride++;
        }
        return new DensityView(grid, stride);
    }

    private static int shown(Grid grid, int axis, int stride) {
        return (grid.points(axis) + stride - 1) / stride;
    }

    /** Names and coordinates of the axes shown. */
    List<Map<String, Object>> axes() {
        List<Map<String, Object>> axes = new ArrayList<>();
        for (int axis = 0; axis < Math.min(2, grid.dimension()); axis++) {
            double[] coordinates = new double[shown(grid, axis, stride)];
            for (int i = 0; i < coordinates.length; i++) {
                coordinates[i] = grid.coordinate(axis, i * stride);
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", Grid.axisName(axis));
            entry.put("coordinates", coordinates);
            axes.add(entry);
        }
        return axes;
    }

    /** |ψ|², row-major over the axes shown. */
    double[] density(ComplexField field) {
        int rows = shown(grid, 0, stride);
        int columns = grid.dimension() > 1 ? shown(grid, 1, stride) : 1;
        int pointsY = grid.dimension() > 1 ? grid.points(1) : 1;
        int pointsZ = grid.dimension() > 2 ? grid.points(2) : 1;
        double weight = grid.dimension() > 2 ? grid.spacing(2) : 1;
        double[] psi = field.data();
        double[] density = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int first = 2 * (row * stride * pointsY + column * stride) * pointsZ;
                double sum = 0;
                for (int i = first; i < first + 2 * pointsZ; i++) {
                    sum += psi[i] * psi[i];
                }
                density[row * columns + column] = weight * sum;
            }
        }
        return density;
    }
}
