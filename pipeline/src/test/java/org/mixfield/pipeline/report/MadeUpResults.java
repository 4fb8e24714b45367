package org.mixfield.pipeline.report;

import static org.mixfield.pipeline.report.MadeUpRun.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mixfield.pipeline.YamlWriter;
import org.mixfield.pipeline.output.Json;

/** Directories as runs, studies and verifications leave them, with made-up numbers; no solver is involved. */
final class MadeUpResults {

    /** The prefactor of the made-up rate, times t². */
    static final double PREFACTOR = 0.9;

    private MadeUpResults() {}

    /** What a run leaves; the densities stand in a page, as they do after it. */
    static Path run(Path directory, Map<String, Object> data) throws IOException {
        Files.createDirectories(directory);
        List<String> names = new ArrayList<>();
        for (Object column : (List<?>) data.get("columns")) {
            names.add((String) ((Map<?, ?>) column).get("name"));
        }
        List<double[]> rows = new ArrayList<>();
        ((List<?>) data.get("rows")).forEach(row -> rows.add((double[]) row));
        table(directory.resolve("observables.csv"), names, rows);
        Map<String, Object> manifest = map("columns", data.get("columns"));
        ((Map<?, ?>) data.get("manifest")).forEach((key, value) -> manifest.put((String) key, value));
        write(directory.resolve("manifest.json"), manifest);
        Map<String, Object> summary = map(
                "name", data.get("name"),
                "status", data.get("status"),
                "theorem-applies", data.get("theoremApplies"),
                "form-bounds", data.get("formBounds"));
        ((Map<?, ?>) data.get("summary")).forEach((key, value) -> summary.put((String) key, value));
        write(directory.resolve("summary.json"), summary);
        Files.writeString(directory.resolve("run.yaml"), YamlWriter.write(MadeUpRun.configuration(data)));
        Files.writeString(directory.resolve("report.html"), HtmlReport.render(map("densities", data.get("densities"))));
        return directory;
    }

    /** A study over five scales whose distance is exactly {@code PREFACTOR t²/(N₁+N₂)}. */
    static Path study(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<double[]> rows = new ArrayList<>();
        List<Object> budget = new ArrayList<>();
        for (int scale : new int[] {1, 2, 4, 8, 16}) {
            for (double t : new double[] {0, 0.5, 1}) {
                double distance = PREFACTOR * t * t / (10 * scale);
                rows.add(new double[] {
                    scale, 4 * scale, 6 * scale, t, distance, 0.1 * distance, t * t, 0.8 * t * t, 0.1 * t * t * t, t * t
                });
            }
            budget.add(map(
                    "scale",
                    scale,
                    "N1",
                    4 * scale,
                    "N2",
                    6 * scale,
                    "value",
                    PREFACTOR / (10 * scale),
                    "mean-field",
                    PREFACTOR / (10 * scale),
                    "mode-truncation",
                    0.002,
                    "cutoff",
                    1e-6,
                    "sectors",
                    null,
                    "krylov",
                    1e-10,
                    "time-step",
                    1e-9,
                    "total-error",
                    1.1e-6,
                    "flagged",
                    scale == 16));
        }
        table(
                directory.resolve("study.csv"),
                List.of(
                        "scale",
                        "N1",
                        "N2",
                        "time",
                        "gamma.trace-distance",
                        "gamma.trace-distance.error",
                        "fluctuation.number.u",
                        "fluctuation.number.v",
                        "fluctuation.number.uv",
                        "bogoliubov.coefficient"),
                rows);
        Map<String, Object> run = MadeUpRun.complete(1, 2);
        Files.writeString(directory.resolve("run.yaml"), YamlWriter.write(MadeUpRun.configuration(run)));
        write(directory.resolve("manifest.json"), map("mixfield", "0.1.0"));
        write(
                directory.resolve("summary.json"),
                map(
                        "name",
                        "made-up",
                        "status",
                        "complete",
                        "kind",
                        "study",
                        "theorem-applies",
                        true,
                        "form-bounds",
                        run.get("formBounds"),
                        "warnings",
                        List.of("the cutoff was capped"),
                        "study",
                        map(
                                "quantity", "gamma.trace-distance",
                                "time", 1.0,
                                "exponent",
                                        map(
                                                "value",
                                                1.0,
                                                "lower",
                                                0.97,
                                                "upper",
                                                1.03,
                                                "confidence",
                                                0.95,
                                                "rows",
                                                5,
                                                "form",
                                                "1/N",
                                                "criterion",
                                                "the interval holds 1"),
                                "prefactor", map("value", 0.9, "lower", 0.88, "upper", 0.92, "bogoliubov", 1.0),
                                "growth-rate", map("value", 3.0, "lower", 2.8, "upper", 3.2),
                                "bound", map("gamma", 4.0, "C", 0.02),
                                "budget", budget)));
        return directory;
    }

    /** Adds a verification to a directory: a statement of each verdict, and three tables. */
    static Path verification(Path directory) throws IOException {
        List<Object> numbers = new ArrayList<>();
        List<Object> growth = new ArrayList<>();
        for (int n : new int[] {5, 10, 20, 40}) {
            numbers.add(List.of(0.4 * n, 0.6 * n, PREFACTOR / n, 0.01 / n, 0.1, 0.1, 0.01, 1.0));
            for (double t : new double[] {0, 0.5, 1}) {
                growth.add(List.of(0.4 * n, 0.6 * n, t, t * t, t * t, t * t * t, PREFACTOR * t * t / n));
            }
        }
        List<Object> truncated = new ArrayList<>();
        for (int m = 1; m <= 4; m++) {
            truncated.add(List.of(m, m, Math.exp(-m), 1.0 / m));
        }
        write(
                directory.resolve("verification.json"),
                map(
                        "name",
                        "made-up",
                        "holds",
                        false,
                        "theorem-applies",
                        true,
                        "findings",
                        List.of(
                                finding("proposition-3.1", "holds", 0.01, 0.8, map()),
                                finding("proposition-3.2", "holds", 0.2, 0.3, map("gamma", 2.5, "C", 0.4)),
                                finding("lemma-5.4", "violated", 0.3, 0.2, map()),
                                finding("lemma-2.2", "not-tested", null, null, map())),
                        "tables",
                        List.of(
                                tableOf(
                                        "particle-numbers",
                                        numbers,
                                        "N1",
                                        "N2",
                                        "gamma.trace-distance",
                                        "gamma.trace-distance.error",
                                        "fluctuation.number.u",
                                        "fluctuation.number.v",
                                        "fluctuation.number.uv",
                                        "bogoliubov.coefficient"),
                                tableOf(
                                        "growth",
                                        growth,
                                        "N1",
                                        "N2",
                                        "time",
                                        "fluctuation.number.u",
                                        "fluctuation.number.v",
                                        "fluctuation.number.uv",
                                        "gamma.trace-distance"),
                                tableOf("truncated-dynamics", truncated, "M1", "M2", "truncated.distance", "right")),
                        "warnings",
                        List.of(),
                        "wall-seconds",
                        1.0));
        return directory;
    }

    private static Map<String, Object> finding(
            String id,
            String verdict,
            @org.jspecify.annotations.Nullable Double left,
            @org.jspecify.annotations.Nullable Double right,
            Map<String, Object> constants) {
        return map(
                "id", id,
                "source", id,
                "claim", "left ≤ right",
                "verdict", verdict,
                "left", left,
                "right", right,
                "slack", left == null || right == null ? null : right - left,
                "error", 1e-9,
                "where", "t = 1",
                "constants", constants);
    }

    private static Map<String, Object> tableOf(String name, List<Object> rows, String... columns) {
        return map(
                "name",
                name,
                "title",
                "made up: " + name,
                "columns",
                Arrays.stream(columns)
                        .map(column -> map("name", column, "unit", "1", "meaning", "made up"))
                        .toList(),
                "rows",
                rows);
    }

    private static void table(Path file, List<String> names, List<double[]> rows) throws IOException {
        Files.writeString(
                file,
                String.join(",", names) + "\n"
                        + rows.stream()
                                .map(row ->
                                        DoubleStream.of(row)
                                                        .mapToObj(Double::toString)
                                                        .collect(Collectors.joining(",")) + "\n")
                                .collect(Collectors.joining()));
    }

    private static void write(Path file, Map<String, Object> content) throws IOException {
        Files.writeString(file, Json.write(content));
    }
}
