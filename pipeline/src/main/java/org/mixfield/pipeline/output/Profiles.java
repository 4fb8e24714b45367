package org.mixfield.pipeline.output;

import io.jhdf.api.WritableGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.JTransformsProvider;

/**
 * What one looks at first in a field: its density along each axis, its momentum distribution along each axis, and in three
 * dimensions density and phase in the three planes through the centre of the box.
 *
 * <pre>
 *   density-x:  ∫|ψ|² dy dz              momentum-x:  ∫|ψ̂(k)|² dk_y dk_z = ∫|F_x ψ|² dy dz, with ∫ … dk_x = ‖ψ‖²
 * </pre>
 */
final class Profiles {

    private final Grid grid;
    private final double[] psi;

    private Profiles(ComplexField field) {
        this.grid = field.grid();
        this.psi = field.data();
    }

    /** Writes coordinates, wave numbers in ascending order, and the profiles of each field into a group of its own. */
    static void write(WritableGroup group, Map<String, ComplexField> fields) {
        boolean axes = false;
        for (Map.Entry<String, ComplexField> field : fields.entrySet()) {
            if (!axes) {
                axes(group, field.getValue().grid());
                axes = true;
            }
            WritableGroup own = group.putGroup(field.getKey());
            of(field.getValue()).forEach(own::putDataset);
        }
    }

    private static void axes(WritableGroup group, Grid grid) {
        for (int axis = 0; axis < grid.dimension(); axis++) {
            group.putDataset(Grid.axisName(axis), grid.coordinates(axis));
            group.putDataset("k" + Grid.axisName(axis), ascending(grid.waveNumbers(axis)));
        }
    }

    /** The profiles by name: arrays of one index, and of two for planes. */
    static Map<String, Object> of(ComplexField field) {
        Profiles profiles = new Profiles(field);
        Grid grid = field.grid();
        Map<String, Object> made = new LinkedHashMap<>();
        for (int axis = 0; axis < grid.dimension(); axis++) {
            made.put("density-" + Grid.axisName(axis), profiles.density(axis));
            made.put("momentum-" + Grid.axisName(axis), profiles.momentum(axis));
        }
        if (grid.dimension() == 3) {
            for (int across = 2; across >= 0; across--) {
                int first = across == 0 ? 1 : 0;
                int second = across == 2 ? 1 : 2;
                String plane = Grid.axisName(first) + Grid.axisName(second);
                made.put("density-" + plane, profiles.plane(first, second, across, false));
                made.put("phase-" + plane, profiles.plane(first, second, across, true));
            }
        }
        return made;
    }

    private double[] density(int axis) {
        double[] sums = new double[grid.points(axis)];
        int stride = stride(axis);
        for (int j = 0; j < grid.size(); j++) {
            sums[j / stride % sums.length] += square(psi, j);
        }
        return scaled(sums, grid.cellVolume() / grid.spacing(axis));
    }

    private double[] momentum(int axis) {
        int n = grid.points(axis);
        int stride = stride(axis);
        double[] line = new double[2 * n];
        double[] sums = new double[n];
        try (Workers one = Workers.of(1)) {
            FourierTransform transform = JTransformsProvider.backend().complex(one, n);
            for (int start = 0; start < grid.size(); start++) {
                if (start / stride % n != 0) {
                    continue;
                }
                for (int i = 0; i < n; i++) {
                    line[2 * i] = psi[2 * (start + i * stride)];
                    line[2 * i + 1] = psi[2 * (start + i * stride) + 1];
                }
                transform.forward(line);
                for (int i = 0; i < n; i++) {
                    sums[i] += square(line, i);
                }
            }
        }
        // |F_x ψ|² Δx²/(2π), and the cell of the other axes
        return ascending(scaled(sums, grid.cellVolume() * grid.spacing(axis) / (2 * Math.PI)));
    }

    /** The plane where the coordinate across it is 0, or the first point above. */
    private double[][] plane(int first, int second, int across, boolean phase) {
        double[][] values = new double[grid.points(first)][grid.points(second)];
        int middle = (grid.points(across) + 1) / 2 * stride(across);
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < values[i].length; k++) {
                int j = middle + i * stride(first) + k * stride(second);
                values[i][k] = phase ? Math.atan2(psi[2 * j + 1], psi[2 * j]) : square(psi, j);
            }
        }
        return values;
    }

    private int stride(int axis) {
        int stride = 1;
        for (int later = axis + 1; later < grid.dimension(); later++) {
            stride *= grid.points(later);
        }
        return stride;
    }

    private static double square(double[] data, int j) {
        return data[2 * j] * data[2 * j] + data[2 * j + 1] * data[2 * j + 1];
    }

    private static double[] scaled(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    /** From the order 0, 1, … , −1 of a transform to the ascending one. */
    private static double[] ascending(double[] values) {
        int n = values.length;
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[(i + n / 2) % n] = values[i];
        }
        return sorted;
    }
}
