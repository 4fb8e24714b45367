package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.core.run.RunRecord;

/** What every result sink must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class ResultSinkContract extends ProviderContract<ResultSinkProvider> {

    private static final List<Column> COLUMNS = List.of(
            new Column("time", "time", "time since the start of the run"),
            new Column("made.up", "1", "a number"),
            new Column("made.up.error", "1", "upper estimate of its error"));

    private static final int ROWS = 5;

    @TempDir
    private Path folder;

    /** Whether the same rows leave the same bytes; false for a format that holds the time at which it was written. */
    protected boolean leavesTheSameBytes() {
        return true;
    }

    @Override
    final ResultSink create(ResultSinkProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private ResultSink sink() {
        return (ResultSink) created();
    }

    private RunRecord run(String directory, int dimension) throws IOException {
        int[] points = Arrays.copyOf(new int[] {8, 6, 4}, dimension);
        double[] length = Arrays.copyOf(new double[] {8, 7, 6}, dimension);
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("name", "made-up");
        configuration.put("grid", Map.of("points", List.of(8)));
        return new RunRecord(
                "made-up",
                Files.createDirectories(folder.resolve(directory)),
                Grid.of(points, length),
                COLUMNS,
                configuration);
    }

    private static double[] row(int number) {
        return new double[] {0.25 * number, Math.sqrt(number + 2), 1e-13};
    }

    private static Map<String, ComplexField> fields(Grid grid, int number) {
        Map<String, ComplexField> fields = new LinkedHashMap<>();
        for (String name : List.of("u", "v")) {
            ComplexField field = ComplexField.zero(grid);
            for (int i = 0; i < field.data().length; i++) {
                field.data()[i] = Math.sin(i + number + name.charAt(0));
            }
            fields.put(name, field);
        }
        return fields;
    }

    private static Map<String, Object> summary(String status) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("status", status);
        summary.put("rows", ROWS);
        return summary;
    }

    /** Does what a run does; the arrays are overwritten after each call, as the run's are. */
    private void write(ResultSink sink, RunRecord run, int asked, boolean reuse) throws IOException {
        sink.open(run);
        int snapshots = Math.min(ROWS, sink.snapshots(asked));
        assertThat(snapshots).isNotNegative();
        for (int number = 0; number < ROWS; number++) {
            double[] row = row(number);
            sink.row(row);
            if (number < snapshots) {
                Map<String, ComplexField> fields = fields(run.grid(), number);
                sink.fields(number, row(number)[0], fields, Map.of());
                if (reuse) {
                    fields.values().forEach(field -> Arrays.fill(field.data(), -7));
                }
            }
            if (reuse) {
                Arrays.fill(row, -7);
            }
        }
        sink.close(summary("complete"));
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void aRunInEveryDimensionIsKept() throws IOException {
        for (int dimension = 1; dimension <= 3; dimension++) {
            for (int asked : new int[] {0, 1, ROWS}) {
                write(sink(), run("run-" + dimension + "-" + asked, dimension), asked, true);
            }
        }
    }

    /** Rows and fields belong to the run, which goes on using them. */
    @Test
    void whatIsKeptIsCopied() throws IOException {
        RunRecord one = run("one/made-up", 1);
        RunRecord other = run("other/made-up", 1);
        write(sink(), one, ROWS, false);
        write(sink(), other, ROWS, true);
        Map<String, byte[]> expected = files(one.directory());
        Map<String, byte[]> actual = files(other.directory());
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        if (leavesTheSameBytes()) {
            expected.forEach(
                    (name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
        }
    }

    /** One that wrote more than what is gone on from, and of which nothing but its files and what it saved is left. */
    @Test
    void aSinkThatStoppedIsTakenUpByAnother() throws IOException {
        RunRecord whole = run("whole/made-up", 2);
        RunRecord parts = run("parts/made-up", 2);
        write(sink(), whole, ROWS, false);

        ResultSink first = sink();
        first.open(parts);
        int snapshots = Math.min(ROWS, first.snapshots(ROWS));
        keep(first, parts, 0, 3, snapshots);
        Map<String, double[]> saved = new LinkedHashMap<>();
        first.save().forEach((name, array) -> {
            assertThat(name).matches("[A-Za-z0-9._-]+");
            saved.put(name, array.clone());
        });
        keep(first, parts, 3, 4, snapshots);
        ResultSink second = sink();
        second.resume(parts, saved, List.of(row(0), row(1), row(2)));
        keep(second, parts, 3, ROWS, snapshots);
        second.close(summary("complete"));

        Map<String, byte[]> expected = files(whole.directory());
        Map<String, byte[]> actual = files(parts.directory());
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        if (leavesTheSameBytes()) {
            expected.forEach(
                    (name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
        }
    }

    private static void keep(ResultSink sink, RunRecord run, int from, int to, int snapshots) throws IOException {
        for (int number = from; number < to; number++) {
            sink.row(row(number));
            if (number < snapshots) {
                sink.fields(number, row(number)[0], fields(run.grid(), number), Map.of());
            }
        }
    }

    @Test
    void filesGoNowhereElse() throws IOException {
        write(sink(), run("below", 1), ROWS, true);
        assertThat(folder.toFile().list()).containsExactly("below");
    }

    @Test
    void aRunThatFailsOrIsInterruptedEndsTheSameWay() throws IOException {
        for (String status : List.of("failed", "interrupted")) {
            ResultSink sink = sink();
            sink.open(run(status, 1));
            sink.row(row(0));
            sink.close(summary(status));
            ResultSink early = sink();
            early.open(run(status + "-before-the-first-row", 1));
            early.close(summary(status));
        }
    }

    /** Another sink may have failed to open before this one was asked to. */
    @Test
    void closingASinkThatWasNeverOpenedDoesNothing() throws IOException {
        sink().close(summary("failed"));
        assertThat(folder.toFile().list()).isEmpty();
    }
}
