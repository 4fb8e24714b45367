package org.mixfield.pipeline;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.RunRecord;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.RunLock;

/** One execution of a run, from the first file to the last, or from a checkpoint to the last. */
final class Execution {

    private final Run run;
    private final RunConfiguration configuration;
    private final Extensions extensions;
    private final Discretization discretization;
    private final Observables observables;
    private final Sinks sinks;
    private final OutputDirectory output;
    private final Progress progress;
    private final Summary summary;
    private final Evolution evolution;
    private final Checkpoints checkpoints;
    private final Instant start = Instant.now();
    private String digest = "";
    private List<String> earlierWarnings = List.of();
    private boolean resumed;
    private @Nullable RunLock lock;

    Execution(
            Run run,
            Extensions extensions,
            Discretization discretization,
            Observables observables,
            Sinks sinks,
            OutputDirectory output,
            Progress progress) {
        this.run = run;
        this.configuration = run.configuration();
        this.extensions = extensions;
        this.discretization = discretization;
        this.observables = observables;
        this.sinks = sinks;
        this.output = output;
        this.progress = progress;
        this.summary = new Summary(run, observables.columns());
        this.evolution = new Evolution(configuration, discretization);
        this.checkpoints = new Checkpoints(output.path(), configuration.output().checkpoint(), this::checkpoint);
    }

    /** Begins with a time and a row of 0. */
    RunResult run() {
        return through(() -> {
            open();
            progress.at(0, configuration.times().count(), "preparing the solvers");
            evolution.start();
        });
    }

    /**
     * Goes on from a checkpoint, in a directory that is locked. What is wrong with it is found before anything is changed.
     *
     * @throws org.mixfield.core.config.ConfigurationException where it or the rows do not fit this run
     */
    RunResult resume(Checkpoint earlier) {
        resumed = true;
        try {
            progress.at(earlier.head().rows(), configuration.times().count(), "preparing the solvers");
            evolution.start();
            evolution.restore(earlier, Checkpoint.in(output.path()).toString());
            reopen(earlier);
        } catch (IOException e) {
            throw told(e);
        }
        return through(() -> {});
    }

    private RunResult through(Evolution.Pause beginning) {
        @Nullable Throwable failure = null;
        try {
            beginning.take();
            carry();
        } catch (IOException | RuntimeException | Error e) {
            failure = interruption(e);
        }
        // Cleared, so that the last files are written; whoever interrupted finds it set again.
        boolean interrupted = Thread.interrupted();
        try {
            return failure == null ? complete() : fail(failure);
        } finally {
            release();
            if (interrupted || failure instanceof RunInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    // ---- beginning

    private void open() throws IOException {
        String text = configuration.provenance().document();
        digest = Checkpoint.digest(text.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(output.path().resolve("run.yaml"), text);
        lock = RunLock.take(output.path());
        AtomicFile.write(manifest(), Json.write(Manifest.of(run, extensions, observables, start)));
        sinks.open(record());
    }

    private void reopen(Checkpoint earlier) throws IOException {
        digest = earlier.head().configuration();
        earlierWarnings = earlier.warnings();
        int rows = earlier.head().rows();
        EarlierRows before = new EarlierRows(output.path().resolve("observables.csv"), rows);
        sinks.resume(record(), format -> earlier.section(section(format)), before);
        summary.resume(earlier.head().seconds(), before);
        AtomicFile.write(manifest(), Json.write(Manifest.resumed(Json.read(manifest()), rows, start)));
        // The one of the process that stopped; without any, a run is on its way or was killed.
        Files.deleteIfExists(output.path().resolve("summary.json"));
    }

    private Path manifest() {
        return output.path().resolve("manifest.json");
    }

    private RunRecord record() {
        return new RunRecord(
                configuration.name(),
                output.path(),
                discretization.grid(),
                observables.columns(),
                configuration.provenance().effective());
    }

    // ---- on the way

    private void carry() throws IOException {
        OutputTimes times = configuration.times();
        betweenSteps();
        for (int row = summary.rows(); row < times.count(); row++) {
            double time = times.rows().get(row);
            evolution.advanceTo(time, this::betweenSteps);
            Snapshot snapshot = evolution.snapshot(time);
            double[] values = observables.measure(snapshot);
            boolean stop = Thread.interrupted(); // so that the row is still written
            sinks.row(
                    row,
                    time,
                    values,
                    () -> new Sinks.Pictures(Evolution.fields(snapshot), Evolution.densities(snapshot)));
            summary.row(values);
            progress.at(row + 1, times.count(), String.format(Locale.ROOT, "t = %.6g", time));
            if (stop) {
                Thread.currentThread().interrupt();
            }
            if (row + 1 < times.count()) {
                betweenSteps();
            }
        }
    }

    private void betweenSteps() throws IOException {
        if (Thread.interrupted()) {
            checkpoints.write();
            throw new RunInterrupted("interrupted after row " + summary.rows() + " of "
                    + configuration.times().count());
        }
        checkpoints.writeIfDue();
    }

    private Checkpoint checkpoint() {
        Map<String, Map<String, double[]>> sections = new LinkedHashMap<>(evolution.save());
        sinks.save().forEach((format, saved) -> sections.put(section(format), saved));
        Checkpoint.Head head = new Checkpoint.Head(summary.rows(), summary.seconds(), Mixfield.version(), digest);
        return new Checkpoint(head, sections, warnings(), Json.write(discretization.report()));
    }

    private static String section(String format) {
        return "sink." + format;
    }

    // ---- the end

    private RunResult complete() {
        Map<String, Object> values = summarise(Ending.COMPLETE);
        @Nullable Exception failure;
        try {
            failure = sinks.close(values);
        } catch (Error e) {
            write(summarise(Ending.of(e)));
            throw e;
        }
        if (failure == null) {
            failure = write(values);
        }
        if (failure != null) {
            write(summarise(Ending.of(failure)));
            throw told(failure);
        }
        checkpoints.remove();
        return new RunResult(output.path(), values);
    }

    private RunResult fail(Throwable failure) {
        boolean refused = summary.rows() == 0
                && !resumed
                && !checkpoints.exist()
                && !(failure instanceof NumericalException)
                && !(failure instanceof RunInterrupted);
        Map<String, Object> values = summarise(Ending.of(failure));
        Optional.ofNullable(sinks.close(values)).ifPresent(failure::addSuppressed);
        if (refused) {
            release();
            output.abandon();
        } else {
            Optional.ofNullable(write(values)).ifPresent(failure::addSuppressed);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw told((Exception) failure);
    }

    private void release() {
        if (lock != null) {
            lock.close();
        }
    }

    private @Nullable IOException write(Map<String, Object> values) {
        try {
            AtomicFile.write(output.path().resolve("summary.json"), Json.write(values));
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private Map<String, Object> summarise(Ending ending) {
        Map<String, Object> values = summary.toMap(ending, evolution.reports(), warnings());
        values.putAll(discretization.report());
        return values;
    }

    /** What there was to warn of before the run was resumed, and since. */
    private List<String> warnings() {
        List<String> now = new ArrayList<>(observables.warnings());
        now.addAll(discretization.warnings());
        return Stream.concat(earlierWarnings.stream(), now.stream()).distinct().toList();
    }

    /** The failure as the caller gets it: what happened, and what is left. */
    private RuntimeException told(Exception failure) {
        String kept = summary.rows() == 0 ? "" : "; the " + summary.rows() + " rows so far are in " + output.path();
        String goOn = checkpoints.exist()
                ? kept + "; go on from the last checkpoint with: mixfield resume " + output.path()
                : kept;
        return Failures.told(failure, output.path(), kept, goOn);
    }

    /** A channel that was closed because the thread was interrupted is an interruption. */
    private Throwable interruption(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                return new RunInterrupted("interrupted while a file was written, after row " + summary.rows() + " of "
                        + configuration.times().count());
            }
        }
        return failure;
    }
}
