package org.mixfield.pipeline;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.statement.Evidence;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Table;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.output.RunLock;

/** A run that has been read and can be executed. Used by one thread. */
@API(status = API.Status.EXPERIMENTAL)
public final class Run {

    private final RunConfiguration configuration;
    private final Extensions extensions;
    private final Discretization discretization;
    private final Observables observables;
    private @Nullable FormBounds bounds;
    private boolean checked;

    @Inject
    Run(RunConfiguration configuration, Extensions extensions, Discretization discretization, Observables observables) {
        this.configuration = configuration;
        this.extensions = extensions;
        this.discretization = discretization;
        this.observables = observables;
    }

    /** What it was made from. */
    public RunConfiguration configuration() {
        return configuration;
    }

    /** Where its files go unless another directory is given. */
    public Path directory() {
        return configuration.output().directory();
    }

    /**
     * The hypothesis of Theorem 2.3, checked for each of the three pair potentials when first asked for.
     *
     * @throws ConfigurationException where a potential fails
     * @throws NumericalException where a potential is not finite
     */
    public FormBounds formBounds() {
        FormBounds known = bounds;
        if (known == null) {
            known = Feasibility.formBounds(configuration);
            bounds = known;
        }
        return known;
    }

    /** The memory it will take. */
    public List<MemoryNeed> memory() {
        return Memory.needs(configuration, discretization);
    }

    /** Bytes of memory that it may take. */
    public static double availableMemory() {
        return Memory.available();
    }

    /**
     * Finds what can be found without computing the dynamics, the form bounds of the potentials first.
     *
     * @throws HypothesisViolation where a pair potential violates the hypothesis and the assumptions are strict
     * @throws ConfigurationException where a potential, a trap or an initial orbital does not fit the grid, and where a
     *     solver does not take a Hamiltonian that changes in time
     * @throws NumericalException where a potential, a trap or a factor is not finite
     */
    public void check() {
        if (checked) {
            return;
        }
        Feasibility.ofChanges(configuration);
        FormBounds hypothesis = formBounds();
        if (configuration.assumptions() == RunConfiguration.Assumptions.STRICT) {
            hypothesis.require();
        }
        Feasibility.ofPotentials(configuration);
        if (Feasibility.orbitalsAreCheap(configuration)) {
            Feasibility.ofTraps(configuration, discretization);
            Feasibility.ofGivenOrbitals(configuration, discretization);
        }
        checked = true;
    }

    /**
     * What it will take: memory, steps, files, and time by a few steps on the real grid, where it fits the memory. Takes a
     * few seconds and what the initial orbitals take; leaves nothing.
     *
     * @throws HypothesisViolation as {@link #check}
     * @throws ConfigurationException as {@link #check}
     * @throws NumericalException where the first steps fail
     */
    public RunPlan plan() {
        check();
        Map<String, Workload> workloads = new LinkedHashMap<>();
        RunConfiguration.Solvers solvers = configuration.solvers();
        List<Double> rows = configuration.times().rows();
        solvers.hartree().ifPresent(solver -> workloads.put("hartree", solver.workload(discretization, rows)));
        solvers.fock().ifPresent(solver -> workloads.put("fock", solver.workload(discretization, rows)));
        List<MemoryNeed> needs = memory();
        double available = Memory.availableFor(needs);
        Map<String, Double> files =
                Space.of(configuration, observables.columns().size());
        Optional<Calibration> calibration = Optional.empty();
        if (needs.stream().mapToDouble(MemoryNeed::bytes).sum() <= available) {
            Feasibility.ofOrbitals(configuration, discretization);
            Calibration taken = Calibration.of(configuration, discretization, observables, workloads);
            files.put(Checkpoint.FILE, taken.checkpointBytes());
            calibration = Optional.of(taken);
        }
        List<RunPlan.SolverPlan> plans = new ArrayList<>();
        for (Map.Entry<String, Workload> entry : workloads.entrySet()) {
            Workload workload = entry.getValue();
            Optional<Calibration.Extrapolation> expected = calibration.map(taken -> taken.solver(entry.getKey()));
            plans.add(new RunPlan.SolverPlan(
                    entry.getKey(),
                    workload,
                    expected.map(Calibration.Extrapolation::steps).orElse(workload.steps()),
                    expected.map(Calibration.Extrapolation::seconds).orElse(OptionalDouble.empty())));
        }
        return new RunPlan(
                needs,
                available,
                plans,
                files,
                calibration.map(Calibration::seconds).orElse(OptionalDouble.empty()));
    }

    /**
     * Computes. Everything that can be refused is refused before the directory is made. What fails later leaves the rows
     * so far, and says so in {@code summary.json}.
     *
     * @param directory where the files go
     * @param force whether files of an earlier run may be overwritten
     * @throws HypothesisViolation as {@link #check}
     * @throws ConfigurationException as {@link #check}, and where the directory is not empty and may not be overwritten
     * @throws InsufficientMemoryException where it does not fit
     * @throws OutputFailure where its files cannot be written
     * @throws NumericalException where a tolerance cannot be reached or a value is not finite
     * @throws RunInterrupted where the thread was interrupted
     * @throws IllegalStateException for a run of a {@link Setup}
     */
    public RunResult execute(Path directory, boolean force, Progress progress) {
        if (!configuration.provenance().isWhole()) {
            throw new IllegalStateException(
                    "a run made from Java objects has no configuration that a directory could hold;"
                            + " take its rows with run()");
        }
        check();
        OutputDirectory.refuseOccupied(directory, force);
        Memory.check(memory());
        prepare(progress);
        Sinks sinks = Sinks.of(extensions, configuration);
        OutputDirectory output = OutputDirectory.claim(directory, force);
        try {
            output.requireSpace(Space.total(configuration, observables.columns().size()));
        } catch (OutputFailure e) {
            output.abandon();
            throw e;
        }
        return new Execution(this, extensions, discretization, observables, sinks, output, progress).run();
    }

    /** Makes traps and initial orbitals, all that may still be refused. */
    void prepare(Progress progress) {
        Feasibility.ofTraps(configuration, discretization);
        if (Stream.of(SpeciesName.values())
                .anyMatch(species -> Feasibility.startsFromGroundState(configuration, species))) {
            progress.at(0, configuration.times().count(), "finding the ground state");
        }
        Feasibility.ofOrbitals(configuration, discretization);
    }

    /**
     * The same with other particle numbers and the same weights. The two share orbitals, modes, kernels and form bounds,
     * and are used by one thread.
     */
    public Run withParticles(int u, int v) {
        return sharing(configuration.withParticles(u, v), discretization.withParticles(u, v), observables);
    }

    /**
     * The same for a sweep over particle numbers: at other times, without the Hartree system on the grid, and with what of the
     * many-body solver {@link Solver#forSweep} leaves. The two share orbitals, modes, kernels and form bounds.
     */
    public Run forSweep(OutputTimes times) {
        RunConfiguration swept = configuration.forSweep(times);
        Observables measured = Observables.of(
                extensions.observables().providers(),
                discretization,
                swept.solvers().all());
        return sharing(swept, discretization, measured);
    }

    private Run sharing(RunConfiguration other, Discretization shared, Observables measured) {
        Run run = new Run(other, extensions, shared, measured);
        run.bounds = bounds;
        run.checked = checked;
        return run;
    }

    /** What is known beforehand of the work of its many-body solver. */
    public Workload work() {
        return configuration
                .solvers()
                .fock()
                .map(solver ->
                        solver.workload(discretization, configuration.times().rows()))
                .orElse(Workload.UNKNOWN);
    }

    /**
     * What its solvers find of statements about what happens inside them.
     *
     * @throws NumericalException where an accuracy cannot be reached
     */
    public Evidence evidence() {
        List<Finding> findings = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Solver solver : configuration.solvers().all()) {
            Evidence evidence =
                    solver.verify(discretization, configuration.times().rows());
            findings.addAll(evidence.findings());
            tables.addAll(evidence.tables());
        }
        return new Evidence(findings, tables);
    }

    /** The columns of its rows. */
    public List<Column> columns() {
        return observables.columns();
    }

    /** The solvers and states of a mixture that this describes, at time 0, and nothing written. */
    Evolution begin() {
        Evolution evolution = new Evolution(configuration, discretization);
        evolution.start();
        return evolution;
    }

    /** As {@link #run(Consumer, Progress)}, for those who wait for the end. */
    public Results run() {
        return run(row -> {}, Progress.SILENT);
    }

    /** As {@link #run(Consumer, Progress)}, for those who want no progress. */
    public Results run(Consumer<Row> sink) {
        return run(sink, Progress.SILENT);
    }

    /**
     * Computes, and leaves no file. Each row is given to the sink as soon as it is there, on the calling thread. Interrupting
     * that thread ends it after the step in work. A run may be run again.
     *
     * @throws HypothesisViolation as {@link #check}
     * @throws ConfigurationException as {@link #check}
     * @throws InsufficientMemoryException where it does not fit
     * @throws NumericalException where a tolerance cannot be reached or a value is not finite
     * @throws RunInterrupted where the thread was interrupted, which it then still is
     */
    public Results run(Consumer<Row> sink, Progress progress) {
        check();
        Memory.check(memory());
        List<Row> rows = new ArrayList<>();
        compute(
                List.of(),
                values -> {
                    Row row = new Row(columns(), values);
                    rows.add(row);
                    sink.accept(row);
                },
                progress);
        return new Results(columns(), rows, warnings().stream().distinct().toList());
    }

    /**
     * Computes its rows and leaves no file.
     *
     * @throws HypothesisViolation as {@link #check}
     * @throws ConfigurationException as {@link #check}
     * @throws InsufficientMemoryException where it does not fit
     * @throws NumericalException where a tolerance cannot be reached or a value is not finite
     * @throws RunInterrupted where the thread was interrupted
     */
    public List<double[]> rows(Progress progress) {
        check();
        Memory.check(memory());
        return compute(List.of(), progress).rows();
    }

    /**
     * Rows, and what the solvers said of themselves at the last one.
     *
     * @param rows in the order of {@link Run#columns()}
     * @param reports by {@code hartree} and {@code fock}
     */
    record Computed(List<double[]> rows, Map<String, Map<String, Object>> reports) {}

    /**
     * The same as {@link #rows}, of a run that was checked and fits the memory.
     *
     * @param sameOrbit rows with the same Hartree orbit on the grid, whose columns {@code hartree.*} are taken over; none where
     *     none are known
     */
    Computed compute(List<double[]> sameOrbit, Progress progress) {
        List<double[]> rows = new ArrayList<>();
        Map<String, Map<String, Object>> reports = compute(sameOrbit, rows::add, progress);
        return new Computed(rows, reports);
    }

    private Map<String, Map<String, Object>> compute(
            List<double[]> sameOrbit, Consumer<double[]> sink, Progress progress) {
        Feasibility.ofTraps(configuration, discretization);
        Feasibility.ofOrbitals(configuration, discretization);
        Evolution evolution = begin();
        int count = configuration.times().count();
        for (int row = 0; row < count; row++) {
            double time = configuration.times().rows().get(row);
            String sofar = "interrupted after row " + row + " of " + count;
            try {
                evolution.advanceTo(time, () -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new RunInterrupted(sofar);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Optional<double[]> known = sameOrbit.isEmpty() ? Optional.empty() : Optional.of(sameOrbit.get(row));
            sink.accept(observables.measure(evolution.snapshot(time), known));
            progress.at(row + 1, count, String.format(Locale.ROOT, "t = %.6g", time));
        }
        return evolution.reports();
    }

    /**
     * The study that it describes: the same at other particle numbers.
     *
     * @throws ConfigurationException where the configuration has no {@code study}, or measures nothing that depends on the particle
     *     numbers
     */
    public Study study() {
        return new Study(this, extensions, observables);
    }

    /**
     * The same, whose Hartree orbit on the grid is computed once for it and all that {@link #withParticles} makes of it.
     *
     * @param room bytes that its rows may take
     */
    Run sharingOrbit(double room) {
        if (configuration.solvers().hartree().isEmpty()) {
            return this;
        }
        RecordedOrbit orbit = new RecordedOrbit(
                configuration.solvers().hartree().get(), configuration.times().rows(), room);
        Run sharing = new Run(configuration.withHartree(orbit), extensions, discretization, observables);
        sharing.bounds = bounds;
        return sharing;
    }

    /** What a user should know of it, in sentences. Grows as it is computed. */
    List<String> warnings() {
        return Stream.concat(observables.warnings().stream(), discretization.warnings().stream())
                .toList();
    }

    /**
     * Goes on from the checkpoint in a directory.
     *
     * @throws ConfigurationException where it is damaged, or does not fit
     * @throws OutputFailure where the directory cannot be written to
     */
    RunResult resume(Path directory, Progress progress) {
        check();
        Path file = Checkpoint.in(directory);
        List<MemoryNeed> needs = new ArrayList<>(memory());
        needs.add(
                new MemoryNeed("the checkpoint to go on from", file.toFile().length(), "fewer grid points or states"));
        Memory.check(needs);
        try (RunLock lock = RunLock.take(directory)) {
            OutputDirectory output = OutputDirectory.reopen(directory);
            Checkpoint checkpoint = CheckpointFile.read(file);
            if (checkpoint.head().rows() > configuration.times().count()) {
                throw new ConfigurationException(file.toString(), "has more rows than the run");
            }
            Evolution.prefill(discretization, checkpoint, file.toString());
            Feasibility.ofOrbitals(configuration, discretization);
            Execution execution = new Execution(
                    this,
                    extensions,
                    discretization,
                    observables,
                    Sinks.of(extensions, configuration),
                    output,
                    progress);
            return execution.resume(checkpoint);
        }
    }

    /** The providers it uses, as in {@code manifest.json}. */
    List<Map<String, Object>> providers() {
        return Manifest.providers(configuration, extensions, observables);
    }
}
