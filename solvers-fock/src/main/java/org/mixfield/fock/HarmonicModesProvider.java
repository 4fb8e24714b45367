package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesProvider;
import org.mixfield.core.model.SpeciesName;

/**
 * {@code harmonic}: the eigenfunctions of −Δ + stiffness r², products of Hermite functions with positive leading
 * coefficient, by ascending energy and then by their quantum numbers in lexicographic order, x first.
 */
@AutoService(ModesProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class HarmonicModesProvider implements ModesProvider {

    @Override
    public String name() {
        return "harmonic";
    }

    @Override
    public Modes create(Settings settings) {
        settings.means(Map.of("stiffness", "k of the oscillator −Δ + k x² whose eigenfunctions they are"));
        double[] stiffness =
                settings.perSpecies("stiffness", 1.0, k -> k > 0 && Double.isFinite(k), "a number greater than 0");
        return (grid, species, count) -> sample(grid, stiffness[species == SpeciesName.U ? 0 : 1], count);
    }

    @Override
    public Map<String, String> units() {
        return Map.of("stiffness", "1/length^4");
    }

    static ModeFunctions sample(Grid grid, double stiffness, int count) {
        List<int[]> quantumNumbers = lowest(grid.dimension(), count);
        int highest = quantumNumbers.stream()
                .flatMapToInt(java.util.Arrays::stream)
                .max()
                .orElse(0);
        double[][][] along = new double[3][][];
        for (int axis = 0; axis < 3; axis++) {
            along[axis] = axis < grid.dimension()
                    ? hermiteFunctions(grid.coordinates(axis), Math.pow(stiffness, 0.25), highest)
                    : new double[][] {{1}};
        }
        double[][] values = new double[count][grid.size()];
        for (int mode = 0; mode < count; mode++) {
            int[] n = java.util.Arrays.copyOf(quantumNumbers.get(mode), 3);
            int index = 0;
            for (double a : along[0][n[0]]) {
                for (double b : along[1][n[1]]) {
                    for (double c : along[2][n[2]]) {
                        values[mode][index++] = a * b * c;
                    }
                }
            }
        }
        return new ModeFunctions(grid, values);
    }

    /** The {@code count} lowest quantum numbers: by their sum, then lexicographically. */
    static List<int[]> lowest(int dimension, int count) {
        List<int[]> all = new ArrayList<>();
        for (int sum = 0; all.size() < count; sum++) {
            List<int[]> shell = new ArrayList<>();
            shell(new int[dimension], 0, sum, shell);
            shell.sort(Comparator.comparing((int[] n) -> n, java.util.Arrays::compare));
            all.addAll(shell);
        }
        return all.subList(0, count);
    }

    private static void shell(int[] n, int axis, int left, List<int[]> shell) {
        if (axis == n.length - 1) {
            n[axis] = left;
            shell.add(n.clone());
            return;
        }
        for (int i = 0; i <= left; i++) {
            n[axis] = i;
            shell(n, axis + 1, left - i, shell);
        }
    }

    /** The Hermite functions 0 … highest of argument αx, normalised in x, by their three-term recurrence. */
    private static double[][] hermiteFunctions(double[] x, double alpha, int highest) {
        double[][] values = new double[highest + 1][x.length];
        for (int j = 0; j < x.length; j++) {
            double s = alpha * x[j];
            double before = 0;
            double now = Math.sqrt(alpha / Math.sqrt(Math.PI)) * Math.exp(-s * s / 2);
            values[0][j] = now;
            for (int n = 0; n < highest; n++) {
                double next = Math.sqrt(2.0 / (n + 1)) * s * now - Math.sqrt(n / (n + 1.0)) * before;
                before = now;
                now = next;
                values[n + 1][j] = now;
            }
        }
        return values;
    }
}
