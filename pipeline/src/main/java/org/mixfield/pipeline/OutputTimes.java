package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * The times of a run's rows.
 *
 * @param rows the times, ascending, none below 0, at least one
 */
@API(status = API.Status.EXPERIMENTAL)
public record OutputTimes(List<Double> rows) {

    private static final double MOST_DECIMALS = 1e15;

    /** Whole numbers below this are exact. */
    private static final double MOST_EXACT = 0x1p53;

    public OutputTimes {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !(rows.get(0) >= 0)) {
            throw new IllegalArgumentException("there is at least one row, at a time not below 0");
        }
        for (int i = 1; i < rows.size(); i++) {
            if (!(rows.get(i) > rows.get(i - 1))) {
                throw new IllegalArgumentException("times ascend: " + rows.get(i) + " comes after " + rows.get(i - 1));
            }
        }
    }

    /** Rows at 0 and after each of {@code steps} equal steps, the last exactly at {@code end}. */
    public static OutputTimes even(double end, int steps) {
        // As a fraction of whole numbers, so that steps of 0.05 are at 0.15 and not at 0.15000000000000002.
        double scale = 1;
        while (Math.rint(end * scale) / scale != end && scale < MOST_DECIMALS) {
            scale *= 10;
        }
        double whole = Math.rint(end * scale);
        boolean exact = whole / scale == end && Math.max(whole, scale) * steps < MOST_EXACT;
        List<Double> rows = new ArrayList<>(steps + 1);
        for (int step = 0; step < steps; step++) {
            rows.add(exact ? whole * step / (scale * steps) : end * step / steps);
        }
        rows.add(end);
        return new OutputTimes(rows);
    }

    /** Number of rows. */
    public int count() {
        return rows.size();
    }

    /** The last time. */
    public double end() {
        return rows.get(rows.size() - 1);
    }

    /**
     * Which rows a number of snapshots falls on: spread evenly, the first and last row among them; the last row for a
     * single one, every row where there are not more rows than snapshots.
     */
    public List<Integer> spread(int snapshots) {
        if (snapshots >= count()) {
            return IntStream.range(0, count()).boxed().toList();
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int k = 0; k < snapshots; k++) {
            chosen.add(snapshots == 1 ? count() - 1 : (int) Math.round((double) k * (count() - 1) / (snapshots - 1)));
        }
        return List.copyOf(chosen);
    }
}
