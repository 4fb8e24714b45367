package org.mixfield.pipeline.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.Column;

/**
 * Rows of numbers under named columns.
 *
 * @param columns their names, units and meanings
 * @param values a number for each column, row by row
 */
record Rows(List<Column> columns, List<double[]> values) {

    static final Rows NONE = new Rows(List.of(), List.of());

    Rows {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /**
     * Those of a file as {@code observables.csv} is one. A last line that is not whole, as a process that was killed leaves
     * it, is left out. Of more than so many rows every second, fourth, … is kept, and the last.
     *
     * @param known what is known of columns, by name
     * @param most rows to keep
     * @throws ConfigurationException where a line holds something else
     */
    static Rows read(Path file, Map<String, Column> known, int most) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            if (header == null || header.isEmpty()) {
                return NONE;
            }
            List<Column> columns = Arrays.stream(header.split(",", -1))
                    .map(name -> known.getOrDefault(name, new Column(name, "", "")))
                    .toList();
            Few rows = new Few(most);
            int number = 1;
            String problem = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!problem.isEmpty()) {
                    throw new ConfigurationException(file.toString(), problem);
                }
                Optional<double[]> row = numbers(line, columns.size());
                row.ifPresent(rows::add);
                if (row.isEmpty()) {
                    problem = "line " + number + " does not hold " + columns.size() + " numbers";
                }
            }
            return new Rows(columns, rows.all());
        }
    }

    private static Optional<double[]> numbers(String line, int count) {
        String[] words = line.split(",", -1);
        if (words.length != count) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Arrays.stream(words).mapToDouble(Double::parseDouble).toArray());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A table as {@code verification.json} has it; null stands for NaN. */
    static Rows of(Map<?, ?> table) {
        List<Column> columns = maps(table.get("columns")).stream()
                .map(column -> new Column(text(column, "name"), text(column, "unit"), text(column, "meaning")))
                .toList();
        List<double[]> rows = new ArrayList<>();
        if (table.get("rows") instanceof List<?> given) {
            for (Object row : given) {
                if (row instanceof List<?> cells && cells.size() == columns.size()) {
                    rows.add(cells.stream()
                            .mapToDouble(cell -> cell instanceof Number each ? each.doubleValue() : Double.NaN)
                            .toArray());
                }
            }
        }
        return new Rows(columns, rows);
    }

    static List<Map<?, ?>> maps(@org.jspecify.annotations.Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The column of a name, where there is one with a finite number in it. */
    Optional<double[]> find(String name) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .mapToObj(i -> values.stream().mapToDouble(row -> row[i]).toArray())
                .filter(column -> Arrays.stream(column).anyMatch(Double::isFinite))
                .findFirst();
    }

    /** The same column, NaN in each row where there is none. */
    double[] get(String name) {
        return find(name).orElseGet(() -> {
            double[] none = new double[values.size()];
            Arrays.fill(none, Double.NaN);
            return none;
        });
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The rows in which a column has a value, in their order. */
    Rows where(String name, double value) {
        double[] all = get(name);
        return new Rows(
                columns,
                IntStream.range(0, all.length)
                        .filter(i -> all[i] == value)
                        .mapToObj(values::get)
                        .toList());
    }

    /** The different values of a column, ascending. */
    double[] distinct(String name) {
        return Arrays.stream(get(name))
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Keeps few of many rows: of more every second, fourth, … and the last. */
    private static final class Few {

        private final int most;
        private final List<double[]> kept = new ArrayList<>();
        private double[] last = {};
        private int stride = 1;
        private int seen;

        Few(int most) {
            this.most = most;
        }

        void add(double[] row) {
            last = row;
            if (seen++ % stride == 0) {
                kept.add(row);
            }
            if (kept.size() > most) {
                stride *= 2;
                List<double[]> every = IntStream.range(0, kept.size())
                        .filter(i -> i % 2 == 0)
                        .mapToObj(kept::get)
                        .toList();
                kept.clear();
                kept.addAll(every);
            }
        }

        List<double[]> all() {
            if (!kept.isEmpty() && kept.get(kept.size() - 1) != last) {
                kept.add(last);
            }
            return kept;
        }
    }
}
