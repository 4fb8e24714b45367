package org.mixfield.benchmarks.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured seconds against a size, with the law that they should follow, which passes through the largest size measured. */
final class Series {

    private final String name;
    private final String lawName;
    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> laws = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();

    Series(String name, String lawName) {
        this.name = name;
        this.lawName = lawName;
    }

    void add(double size, double law, double time) {
        sizes.add(size);
        laws.add(law);
        seconds.add(time);
        System.out.printf(Locale.ROOT, "%s, %.10g: %.4g s%n", name, size, time);
    }

    String name() {
        return name;
    }

    String lawName() {
        return lawName;
    }

    List<Double> sizes() {
        return sizes;
    }

    List<Double> seconds() {
        return seconds;
    }

    List<Double> expected() {
        int last = laws.size() - 1;
        return laws.stream()
                .map(law -> law * seconds.get(last) / laws.get(last))
                .toList();
    }

    /** A row for each size: what was measured, what the law says, and the measured over the latter. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < sizes.size(); i++) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.10g | %.3g | %.3g | %.2f |%n",
                    name,
                    sizes.get(i),
                    seconds.get(i),
                    expected().get(i),
                    seconds.get(i) / expected().get(i)));
        }
        return table.toString();
    }
}
