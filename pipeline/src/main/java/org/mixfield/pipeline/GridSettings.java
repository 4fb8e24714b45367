package org.mixfield.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;

/** The section {@code grid}: sizes that are in order one by one, whether or not an array can hold their product. */
final class GridSettings {

    /** Whole numbers up to here are exact in a {@code double}. */
    private static final double MOST_EXACT = 1e15;

    private final double[] points;
    private final double[] length;

    private GridSettings(double[] points, double[] length) {
        this.points = points;
        this.length = length;
    }

    /** Reads the section, and tells the root how many axes there are. */
    static GridSettings read(Settings root) {
        int before = root.problemCount();
        Settings grid = root.section("grid");
        grid.units(Map.of("length", "length"));
        grid.means(Map.of("points", "points along each axis", "length", "length of the box along each axis"));
        double[] points = grid.numbers(
                "points",
                1,
                3,
                x -> x >= 2 && x <= MOST_EXACT && x == Math.rint(x),
                "whole numbers not below 2, one for each axis");
        double[] length = grid.numbers(
                "length", 1, 3, x -> x > 0 && Double.isFinite(x), "finite numbers greater than 0, one for each axis");
        grid.finish();
        if (root.problemCount() == before && points.length != length.length) {
            grid.problem(
                    "length",
                    "found " + counted(length.length, "length") + " for " + counted(points.length, "number")
                            + " of points; give one for each axis");
        }
        if (root.problemCount() == before) {
            root.axes(points.length);
        }
        return new GridSettings(points, length);
    }

    /**
     * The grid.
     *
     * @throws InsufficientMemoryException where no array can hold a field on it
     */
    Grid grid() {
        double size = Arrays.stream(points).reduce(1, (a, b) -> a * b);
        if (size > Grid.MOST_POINTS) {
            String what = String.format(
                    java.util.Locale.ROOT, "two orbitals of %.3g points (at most %d)", size, Grid.MOST_POINTS);
            throw new InsufficientMemoryException(
                    List.of(new MemoryNeed(what, 32 * size, "fewer grid points")), Memory.available());
        }
        return Grid.of(Arrays.stream(points).mapToInt(n -> (int) n).toArray(), length);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
