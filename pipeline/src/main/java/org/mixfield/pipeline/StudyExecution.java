package org.mixfield.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.output.AppendedFile;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.output.RunLock;
import org.mixfield.pipeline.report.Report;

/** One execution of a study or a shard of it, from its first scale or from the first that is missing. */
final class StudyExecution {

    private final Study study;
    private final OutputDirectory output;
    private final List<Run> runs;
    private final Progress progress;
    private final Instant start = Instant.now();
    private StudyFiles files;
    private boolean resumed;
    private @Nullable RunLock lock;

    /**
     * In a directory.
     *
     * @param runs one for each scale, ascending
     */
    StudyExecution(Study study, OutputDirectory output, List<Run> runs, Progress progress) {
        this.study = study;
        this.output = output;
        this.runs = runs;
        this.progress = progress;
        this.files = new StudyFiles(output.path(), Shard.WHOLE, List.of());
    }

    /** Begins with an empty directory. */
    RunResult run(Shard shard) {
        files = new StudyFiles(output.path(), shard, List.of());
        return through(() -> {
            output.requireSpace(Space.table(study.columns().size(), (double) study.rowsOfAScale() * runs.size()));
            files.write(); // first of all: it tells that this is a study
            AtomicFile.write(path("run.yaml"), study.document());
            lock = RunLock.take(output.path());
            AtomicFile.write(path("manifest.json"), Json.write(study.manifest(shard, start)));
            try (AppendedFile table = AppendedFile.after(files.table(), 0)) {
                table.append(study.header());
            }
        });
    }

    /** Goes on in a directory that is locked. */
    RunResult goOn(StudyFiles earlier) {
        files = earlier;
        resumed = true;
        return through(() -> {
            if (earlier.scales().size() < runs.size()) {
                AtomicFile.write(
                        path("manifest.json"),
                        Json.write(Manifest.resumed(
                                Json.read(path("manifest.json")),
                                earlier.complete().size() * study.rowsOfAScale(),
                                start)));
                Files.deleteIfExists(path("summary.json"));
            }
        });
    }

    private RunResult through(Evolution.Pause beginning) {
        @Nullable Throwable failure = null;
        try {
            beginning.take();
            carry();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        // Cleared, so that the last files are written; whoever interrupted finds it set again.
        boolean interrupted = Thread.interrupted();
        try {
            if (isRefused(failure)) {
                Optional.ofNullable(lock).ifPresent(RunLock::close);
                output.abandon();
                throw failure instanceof IOException io
                        ? new OutputFailure("cannot write to " + output.path() + ": " + IoReason.of(io), io)
                        : (RuntimeException) failure;
            }
            Ending ending = failure == null ? study.ending(files) : Ending.of(failure);
            RunResult result = new RunResult(output.path(), study.summary(files, ending));
            try {
                AtomicFile.write(path("summary.json"), Json.write(result.summary()));
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
            if (failure == null) {
                Report.complete(output.path());
            }
            if (failure == null && ending.equals(Ending.COMPLETE)) {
                return result;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw told(failure == null ? new NumericalException(ending.reason().orElse("")) : (Exception) failure);
        } finally {
            Optional.ofNullable(lock).ifPresent(RunLock::close);
            if (interrupted || failure instanceof RunInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether nothing was computed, and nothing will be before something is changed. */
    private boolean isRefused(@Nullable Throwable failure) {
        return files.scales().isEmpty()
                && !resumed
                && failure instanceof Exception
                && !(failure instanceof NumericalException)
                && !(failure instanceof RunInterrupted);
    }

    private void carry() throws IOException {
        int each = study.rowsOfAScale();
        int total = runs.size() * each;
        progress.at(files.scales().size() * each, total, "preparing the solvers");
        List<Integer> scales = files.shard().of(study.scales());
        try (AppendedFile table = AppendedFile.after(files.table(), files.verify(study.header()))) {
            for (int i = 0; i < runs.size(); i++) {
                int scale = scales.get(i);
                if (files.find(scale).isEmpty()) {
                    int before = i * each;
                    compute(
                            runs.get(i),
                            scale,
                            table,
                            (done, ofScale, message) ->
                                    progress.at(before + done, total, "scale " + scale + ", " + message));
                }
            }
        }
    }

    private void compute(Run run, int scale, AppendedFile table, Progress ofScale) throws IOException {
        long begin = System.nanoTime();
        int u = run.configuration().mixture().u().particles();
        int v = run.configuration().mixture().v().particles();
        ScaleRecord made;
        try {
            Run.Computed computed = run.compute(sameOrbit(), ofScale);
            String lines = computed.rows().stream()
                    .map(row -> scale + "," + u + "," + v + ","
                            + Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")) + "\n")
                    .collect(Collectors.joining());
            byte[] bytes = table.append(lines);
            made = new ScaleRecord(
                    scale,
                    u,
                    v,
                    Optional.empty(),
                    bytes.length,
                    StudyFiles.sum(bytes),
                    1e-9 * (System.nanoTime() - begin),
                    new LinkedHashMap<>(computed.reports()),
                    run.warnings());
        } catch (RunInterrupted e) {
            throw new RunInterrupted("scale " + scale + ": " + e.getMessage());
        } catch (NumericalException e) {
            double seconds = 1e-9 * (System.nanoTime() - begin);
            made = new ScaleRecord(
                    scale,
                    u,
                    v,
                    Optional.of(String.valueOf(e.getMessage())),
                    0,
                    StudyFiles.sum(new byte[0]),
                    seconds,
                    new LinkedHashMap<>(),
                    run.warnings());
        }
        StudyFiles more = files.with(made);
        more.write();
        files = more;
    }

    /** Rows of the first complete scale, without the columns that every scale has of its own. */
    private List<double[]> sameOrbit() {
        if (files.complete().isEmpty()) {
            return List.of();
        }
        int own = study.columns().size() - study.run().columns().size();
        return files.rows(study.rowsOfAScale(), 1).stream()
                .map(row -> Arrays.copyOfRange(row, own, row.length))
                .toList();
    }

    private Path path(String name) {
        return output.path().resolve(name);
    }

    /** The failure as the caller gets it: what happened, and what is left. */
    private RuntimeException told(Exception failure) {
        int complete = files.complete().size();
        String kept = complete == 0 ? "" : "; the " + complete + " complete scales are in " + output.path();
        String goOn = kept + "; go on with: mixfield resume " + output.path();
        return Failures.told(failure, output.path(), kept, goOn);
    }
}
