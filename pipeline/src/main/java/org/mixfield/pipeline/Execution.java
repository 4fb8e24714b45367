package org.mixfield.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.RunRecord;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.OutputFailure;

/** One execution of a run, from the first file to the last. */
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
    private final Map<String, Propagator> propagators = new LinkedHashMap<>();
    private final Instant start = Instant.now();

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
    }

    RunResult run() {
        @Nullable Throwable failure = null;
        try {
            open();
            carry();
        } catch (IOException | RuntimeException | Error e) {
            failure = interruption(e);
        }
        // Cleared, so that the last files are written; whoever interrupted finds it set again.
        boolean interrupted = Thread.interrupted();
        try {
            return failure == null ? complete() : fail(failure);
        } finally {
            if (interrupted || failure instanceof RunInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void open() throws IOException {
        Path directory = output.path();
        Map<String, Object> effective = configuration.provenance().effective();
        AtomicFile.write(directory.resolve("run.yaml"), YamlWriter.write(effective));
        AtomicFile.write(
                directory.resolve("manifest.json"), Json.write(Manifest.of(run, extensions, observables, start)));
        sinks.open(new RunRecord(
                configuration.name(), directory, discretization.grid(), observables.columns(), effective));
    }

    private void carry() throws IOException {
        OutputTimes times = configuration.times();
        progress.at(0, times.count(), "preparing the solvers");
        configuration.solvers().hartree().ifPresent(solver -> {
            propagators.put("hartree", solver.start(discretization, times.end()));
        });
        configuration.solvers().fock().ifPresent(solver -> {
            propagators.put("fock", solver.start(discretization, times.end()));
        });
        for (int row = 0; row < times.count(); row++) {
            double time = times.rows().get(row);
            propagators.values().forEach(propagator -> propagator.advanceTo(time));
            List<State> states = new ArrayList<>();
            propagators.values().forEach(propagator -> states.add(propagator.state()));
            double[] values = observables.measure(new Snapshot(time, discretization, states));
            boolean stop = Thread.interrupted(); // so that the row is still written
            sinks.row(row, time, values, () -> fields(states));
            summary.row(values);
            progress.at(row + 1, times.count(), String.format(Locale.ROOT, "t = %.6g", time));
            if ((stop || Thread.interrupted()) && row + 1 < times.count()) {
                throw new RunInterrupted(
                        "interrupted at time " + time + ", after row " + (row + 1) + " of " + times.count());
            }
        }
    }

    /** The orbitals on the grid: those of the Hartree system there, or those in the modes where it does not run. */
    private Map<String, ComplexField> fields(List<State> states) {
        Map<String, ComplexField> fields = new LinkedHashMap<>();
        for (State state : states) {
            if (state instanceof HartreeState hartree) {
                fields.put("u", hartree.u());
                fields.put("v", hartree.v());
            } else if (state instanceof ManyBodyState manyBody && fields.isEmpty()) {
                fields.put("u", discretization.modes(SpeciesName.U).expand(manyBody.projectedU()));
                fields.put("v", discretization.modes(SpeciesName.V).expand(manyBody.projectedV()));
            }
        }
        return fields;
    }

    private RunResult complete() {
        Map<String, Object> values = summarise("complete", null);
        @Nullable Exception failure;
        try {
            failure = sinks.close(values);
        } catch (Error e) {
            write(summarise("failed", e.toString()));
            throw e;
        }
        if (failure == null) {
            failure = write(values);
        }
        if (failure != null) {
            write(summarise("failed", failure.getMessage()));
            throw told(failure);
        }
        return new RunResult(output.path(), values);
    }

    private RunResult fail(Throwable failure) {
        boolean refused =
                summary.rows() == 0 && !(failure instanceof NumericalException) && !(failure instanceof RunInterrupted);
        Map<String, Object> values = summarise(
                failure instanceof RunInterrupted ? "interrupted" : "failed",
                failure.getMessage() == null ? failure.toString() : failure.getMessage());
        Optional.ofNullable(sinks.close(values)).ifPresent(failure::addSuppressed);
        if (refused) {
            output.abandon();
        } else {
            Optional.ofNullable(write(values)).ifPresent(failure::addSuppressed);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw told((Exception) failure);
    }

    private @Nullable IOException write(Map<String, Object> values) {
        try {
            AtomicFile.write(output.path().resolve("summary.json"), Json.write(values));
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private Map<String, Object> summarise(String status, @Nullable String reason) {
        List<String> warnings = new ArrayList<>(observables.warnings());
        warnings.addAll(discretization.warnings());
        Map<String, Map<String, Object>> reports = new LinkedHashMap<>();
        propagators.forEach((name, propagator) -> reports.put(name, report(propagator)));
        Map<String, Object> values = summary.toMap(status, reason, reports, warnings);
        values.putAll(discretization.report());
        return values;
    }

    private static Map<String, Object> report(Propagator propagator) {
        try {
            return propagator.report();
        } catch (RuntimeException e) {
            // After a failure a propagator may be in pieces, which must not hide the failure itself.
            return Map.of("failure", e.toString());
        }
    }

    /** The failure as the caller gets it: what happened, and what is left. */
    private RuntimeException told(Exception failure) {
        String rest = summary.rows() == 0 ? "" : "; the " + summary.rows() + " rows so far are in " + output.path();
        RuntimeException told;
        if (failure instanceof IOException io) {
            return new OutputFailure("cannot write to " + output.path() + ": " + IoReason.of(io) + rest, io);
        } else if (failure instanceof UncheckedIOException io) {
            return told(new IOException(io.getMessage(), io));
        } else if (failure instanceof NumericalException) {
            told = new NumericalException(failure.getMessage() + rest);
        } else if (failure instanceof RunInterrupted) {
            told = new RunInterrupted(failure.getMessage() + rest);
        } else {
            return (RuntimeException) failure;
        }
        told.addSuppressed(failure);
        return told;
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
