package org.mixfield.pipeline.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixfield.pipeline.figure.Bars;

/** ‖r_j‖ and p_j at the last time, between the distance that they bound and their sums. */
final class RemainderBars {

    private RemainderBars() {}

    static List<Bars> of(Rows rows, boolean study, ShownUnits units) {
        double[] remainders = last(rows, "fluctuation.remainder.", 15);
        double[] bounds = last(rows, "fluctuation.bound.", 9);
        if (study || !any(remainders) && !any(bounds)) {
            return List.of();
        }
        double[] times = rows.get("time");
        double[] distances = rows.get("gamma.trace-distance");
        return List.of(new Bars(
                "remainder-bars",
                "Remainders and bounds at " + units.time(times[times.length - 1]),
                "trace norm",
                Stream.of(
                                new Bars.Group("‖rⱼ‖", 0, names("r", 15), remainders),
                                new Bars.Group("pⱼ", 1, names("p", 9), bounds))
                        .filter(group -> any(group.values()))
                        .toList(),
                Stream.of(
                                new Bars.Level("Tr|γ − P|", 2, distances[distances.length - 1]),
                                new Bars.Level("Σ‖rⱼ‖", 0, sum(remainders)),
                                new Bars.Level("Σpⱼ", 1, sum(bounds)))
                        .filter(level -> level.value() > 0)
                        .toList()));
    }

    private static double[] last(Rows rows, String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(j -> {
                    double[] column = rows.get(prefix + j);
                    return column.length == 0 ? Double.NaN : column[column.length - 1];
                })
                .toArray();
    }

    private static List<String> names(String letter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(j -> letter + TimeFigures.subscript(j))
                .toList();
    }

    private static boolean any(double[] values) {
        return DoubleStream.of(values).anyMatch(value -> value > 0);
    }

    private static double sum(double[] values) {
        return DoubleStream.of(values).filter(Double::isFinite).sum();
    }
}
