package org.mixfield.pipeline;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.OutputFailure;

/** A run that has been read and can be executed. Used by one thread. */
@API(status = API.Status.EXPERIMENTAL)
public final class Run {

    private final RunConfiguration configuration;
    private final Extensions extensions;
    private final Discretization discretization;
    private final Observables observables;
    private @Nullable FormBounds bounds;

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
     * @throws ConfigurationException where a potential or an initial orbital does not fit the grid
     * @throws NumericalException where a potential is not finite
     */
    public void check() {
        FormBounds hypothesis = formBounds();
        if (configuration.assumptions() == RunConfiguration.Assumptions.STRICT) {
            hypothesis.require();
        }
        Feasibility.ofPotentials(configuration);
        if (Feasibility.orbitalsAreCheap(configuration)) {
            Feasibility.ofGivenOrbitals(configuration, discretization);
        }
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
     */
    public RunResult execute(Path directory, boolean force, Progress progress) {
        check();
        OutputDirectory.refuseOccupied(directory, force);
        Memory.check(memory());
        if (Stream.of(SpeciesName.values())
                .anyMatch(species -> Feasibility.startsFromGroundState(configuration, species))) {
            progress.at(0, configuration.times().count(), "finding the ground state");
        }
        Feasibility.ofOrbitals(configuration, discretization);
        Sinks sinks = Sinks.of(extensions, configuration);
        OutputDirectory output = OutputDirectory.claim(directory, force);
        try {
            output.requireSpace(space());
        } catch (OutputFailure e) {
            output.abandon();
            throw e;
        }
        return new Execution(this, extensions, discretization, observables, sinks, output, progress).run();
    }

    /** Bytes its files will take, from above: numbers of at most 25 characters, fields of two complex numbers a point. */
    private double space() {
        Grid grid = configuration.domain().grid();
        double rows =
                25.0 * observables.columns().size() * configuration.times().count();
        boolean snapshots = configuration.output().formats().contains("hdf5");
        return rows + (snapshots ? 32.0 * configuration.output().fields() * grid.size() : 0);
    }
}
