package org.mixfield.pipeline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.Column;
import org.mixfield.pipeline.output.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a run, a study or a verification has left in its directory.
 *
 * @param path the directory
 * @param rows of {@code study.csv} or else {@code observables.csv}
 * @param configuration {@code run.yaml}
 * @param summary {@code summary.json}
 * @param manifest {@code manifest.json}
 * @param verification {@code verification.json}; what is not there is empty
 */
record ResultDirectory(
        Path path,
        Rows rows,
        Map<String, Object> configuration,
        Map<String, Object> summary,
        Map<String, Object> manifest,
        Map<String, Object> verification) {

    private static final String STUDY = "study.csv";
    private static final String RUN = "observables.csv";

    /** Of a run: more than a screen has columns. A study keeps its groups whole. */
    private static final int MOST_ROWS = 4000;

    /**
     * Reads it.
     *
     * @throws ConfigurationException where there is no run, or a file of it is not what Mixfield wrote
     */
    static ResultDirectory read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new ConfigurationException(path.toString(), "there is no such directory; " + hint());
        }
        if (!Files.exists(path.resolve(STUDY)) && !Files.exists(path.resolve(RUN))) {
            throw new ConfigurationException(
                    path.toString(), "holds no run: neither " + RUN + " nor " + STUDY + " is there; " + hint());
        }
        Map<String, Object> manifest = json(path.resolve("manifest.json"));
        boolean study = Files.exists(path.resolve(STUDY));
        Path table = path.resolve(study ? STUDY : RUN);
        return new ResultDirectory(
                path,
                Rows.read(table, columns(manifest), study ? Integer.MAX_VALUE : MOST_ROWS),
                yaml(path.resolve("run.yaml")),
                json(path.resolve("summary.json")),
                manifest,
                json(path.resolve("verification.json")));
    }

    private static String hint() {
        return "give the directory that a run, a study or a verification has left";
    }

    /** The rows of a run that is about to end, whatever else its directory holds. */
    static Rows rowsIn(Path path, Map<String, Object> manifest) throws IOException {
        Path table = path.resolve(RUN);
        return Files.exists(table) ? Rows.read(table, columns(manifest), MOST_ROWS) : Rows.NONE;
    }

    static Map<String, Object> json(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return Json.read(file);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException(file.toString(), "is no JSON object: " + e.getOriginalMessage());
        }
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Map<String, Object> configuration = new LinkedHashMap<>();
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (document instanceof Map<?, ?> mapping) {
                mapping.forEach((key, value) -> configuration.put(String.valueOf(key), value));
            }
            return configuration;
        } catch (YAMLException e) {
            throw new ConfigurationException(file.toString(), "is no YAML: " + e.getMessage());
        }
    }

    private static Map<String, Column> columns(Map<String, Object> manifest) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Map<?, ?> column : Rows.maps(manifest.get("columns"))) {
            String name = Rows.text(column, "name");
            columns.put(name, new Column(name, Rows.text(column, "unit"), Rows.text(column, "meaning")));
        }
        columns.putIfAbsent("time", new Column("time", "time", "time since the start"));
        return columns;
    }

    /** Whether it is a study's. */
    boolean isStudy() {
        return Files.exists(path.resolve(STUDY));
    }

    /** What a study found. */
    Map<?, ?> study() {
        return summary.get("study") instanceof Map<?, ?> study ? study : Map.of();
    }

    /** N₁ + N₂; NaN where it is not known. */
    double particles() {
        Object species = configuration.get("species");
        return particles(species, "u") + particles(species, "v");
    }

    private static double particles(@org.jspecify.annotations.Nullable Object species, String name) {
        return species instanceof Map<?, ?> both
                        && both.get(name) instanceof Map<?, ?> one
                        && one.get("particles") instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    /** Densities in an earlier report, or else those of {@code fields/*.h5}. */
    Map<String, Object> densities() throws IOException {
        Optional<Map<String, Object>> earlier = HtmlReport.densitiesIn(path.resolve("report.html"));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        return Snapshots.in(path.resolve("fields")).map(Snapshots::toMap).orElse(Map.of());
    }
}
