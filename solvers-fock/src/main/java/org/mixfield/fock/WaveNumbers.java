package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mixfield.core.grid.Grid;

/**
 * The plane waves of a box in the order of {@link PlaneWaveModesProvider}: one for n = 0, two for every other n of which the
 * first entry that is not 0 is positive.
 */
final class WaveNumbers {

    /** |k|² that differ by less, relatively, are equal: those of a box with equal sides differ by rounding alone. */
    private static final double EQUAL = 1e-12;

    @SuppressWarnings("ArrayRecordComponent")
    private record Wave(int[] n, double square) {}

    private final List<Wave> waves;
    private final int count;

    private WaveNumbers(List<Wave> waves, int count) {
        this.waves = waves;
        this.count = count;
    }

    /**
     * The {@code count} lowest of a box.
     *
     * @throws IllegalArgumentException where the grid does not hold as many: along an axis of p points those with
     *     |n| &lt; p/2
     */
    static WaveNumbers lowest(Grid grid, int count) {
        int[] most = new int[grid.dimension()];
        double held = 1;
        for (int axis = 0; axis < most.length; axis++) {
            most[axis] = (grid.points(axis) - 1) / 2;
            held *= 2 * most[axis] + 1;
        }
        if (count > held) {
            throw new IllegalArgumentException("a grid of " + Arrays.toString(grid.shape()) + " points holds "
                    + (long) held + " plane waves, and " + count + " are asked for; give fewer modes or more points");
        }
        // A cube (or box) of half width w holds every wave below |k| = 2πw/L; it grows until there are enough of those.
        double radius = 1;
        while (true) {
            List<Wave> inside = inside(grid, most, radius * 2 * Math.PI / longest(grid));
            if (2 * inside.size() - 1 > count || 2 * inside.size() - 1 == held) {
                return new WaveNumbers(sorted(inside), count);
            }
            radius *= 1.3;
        }
    }

    private static double longest(Grid grid) {
        return Arrays.stream(grid.lengths()).max().orElseThrow();
    }

    /** Those with |k| up to a radius, complete shells all. */
    private static List<Wave> inside(Grid grid, int[] most, double radius) {
        int d = grid.dimension();
        int[] reach = new int[3];
        double[] unit = new double[3];
        for (int axis = 0; axis < d; axis++) {
            unit[axis] = 2 * Math.PI / grid.length(axis);
            reach[axis] = (int) Math.min(most[axis], Math.floor(radius / unit[axis] * (1 + EQUAL)));
        }
        List<Wave> waves = new ArrayList<>();
        for (int a = 0; a <= reach[0]; a++) {
            for (int b = a == 0 ? 0 : -reach[1]; b <= reach[1]; b++) {
                for (int c = a == 0 && b == 0 ? 0 : -reach[2]; c <= reach[2]; c++) {
                    double square = Math.pow(a * unit[0], 2) + Math.pow(b * unit[1], 2) + Math.pow(c * unit[2], 2);
                    if (square <= radius * radius * (1 + EQUAL)) {
                        waves.add(new Wave(Arrays.copyOf(new int[] {a, b, c}, d), square));
                    }
                }
            }
        }
        return waves;
    }

    /** By |k|², and those of equal |k|² by n. */
    private static List<Wave> sorted(List<Wave> waves) {
        waves.sort(Comparator.comparingDouble(Wave::square));
        List<Wave> sorted = new ArrayList<>();
        for (int first = 0; first < waves.size(); ) {
            int end = first + 1;
            while (end < waves.size() && equal(waves.get(first), waves.get(end))) {
                end++;
            }
            List<Wave> shell = new ArrayList<>(waves.subList(first, end));
            shell.sort((one, other) -> Arrays.compare(one.n(), other.n()));
            sorted.addAll(shell);
            first = end;
        }
        return sorted;
    }

    private static boolean equal(Wave one, Wave other) {
        return Math.abs(one.square() - other.square()) <= EQUAL * other.square();
    }

    /** n of a mode. */
    int[] number(int mode) {
        return waves.get(wave(mode)).n().clone();
    }

    boolean isSine(int mode) {
        return mode > 0 && mode % 2 == 0;
    }

    boolean isConstant(int mode) {
        return mode == 0;
    }

    private static int wave(int mode) {
        return (mode + 1) / 2;
    }

    /** True where a mode left out has the |k| of the last one. */
    boolean isShellCut() {
        return wholeShellsBelow() != count;
    }

    /** The largest number of modes up to {@code count} that ends with a shell. */
    int wholeShellsBelow() {
        return modesUpTo(firstOfShell(wave(count)));
    }

    /** The smallest number of modes from {@code count} on that ends with a shell. */
    int wholeShellsAbove() {
        int end = wave(count - 1);
        while (end < waves.size() && equal(waves.get(wave(count - 1)), waves.get(end))) {
            end++;
        }
        return modesUpTo(end);
    }

    /** The place of the first wave of the shell that the wave at a place belongs to. */
    private int firstOfShell(int place) {
        if (place >= waves.size()) {
            return place;
        }
        int first = place;
        while (first > 0 && equal(waves.get(first - 1), waves.get(place))) {
            first--;
        }
        return first;
    }

    private static int modesUpTo(int place) {
        return 2 * place - 1;
    }
}
