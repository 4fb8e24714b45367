package org.mixfield.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.CondensateState;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.NaturalOrbitals;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.OneBodyDensity;
import org.mixfield.pipeline.output.Json;

/** The states of a run on their way through time, each carried by its solver's propagator. */
final class Evolution {

    private static final String INITIAL = "initial";

    /** As many as there are columns of occupations. */
    static final int NATURAL_ORBITALS = 3;

    private final RunConfiguration configuration;
    private final Discretization discretization;
    private final Map<String, Propagator> propagators = new LinkedHashMap<>();

    Evolution(RunConfiguration configuration, Discretization discretization) {
        this.configuration = configuration;
        this.discretization = discretization;
    }

    /** Makes the propagators, at time 0. */
    void start() {
        double end = configuration.times().end();
        configuration.solvers().hartree().ifPresent(solver -> {
            propagators.put("hartree", solver.start(discretization, end));
        });
        configuration.solvers().fock().ifPresent(solver -> {
            propagators.put("fock", solver.start(discretization, end));
        });
    }

    /** The propagators by {@code hartree} and {@code fock}. */
    Map<String, Propagator> propagators() {
        return propagators;
    }

    /** Something done between two steps. */
    @FunctionalInterface
    interface Pause {
        void take() throws IOException;
    }

    /** Moves all states to a time. */
    void advanceTo(double time, Pause betweenSteps) throws IOException {
        for (Propagator propagator : propagators.values()) {
            boolean there;
            do {
                there = propagator.stepTowards(time);
                betweenSteps.take();
            } while (!there);
        }
    }

    /** All states, once they are at this time. */
    Snapshot snapshot(double time) {
        List<State> states = new ArrayList<>();
        propagators.values().forEach(propagator -> states.add(propagator.state()));
        return new Snapshot(time, discretization, states);
    }

    /** The orbitals on the grid: those of the Hartree system there, or those in the modes where it does not run. */
    static Map<String, ComplexField> fields(Snapshot snapshot) {
        Map<String, ComplexField> fields = new LinkedHashMap<>();
        for (State state : snapshot.states()) {
            if (state instanceof HartreeState hartree) {
                fields.put("u", hartree.u());
                fields.put("v", hartree.v());
            } else if (state instanceof ProjectedState projected && fields.isEmpty()) {
                Discretization discretization = snapshot.discretization();
                fields.put("u", discretization.modes(SpeciesName.U).expand(projected.projectedU()));
                fields.put("v", discretization.modes(SpeciesName.V).expand(projected.projectedV()));
            } else if (state instanceof CondensateState condensate && fields.isEmpty()) {
                for (SpeciesName species : SpeciesName.values()) {
                    fields.put(species.key(), condensate.condensate(species, snapshot.discretization()));
                }
            }
        }
        return fields;
    }

    /** Density and leading natural orbitals of each species of the many-body state; empty where none runs. */
    static Map<String, OneBodyDensity> densities(Snapshot snapshot) {
        Map<String, OneBodyDensity> densities = new LinkedHashMap<>();
        for (State state : snapshot.states()) {
            if (state instanceof ManyBodyState manyBody) {
                for (SpeciesName species : SpeciesName.values()) {
                    densities.put(
                            species.key(),
                            NaturalOrbitals.of(manyBody.reducedDensity(), species)
                                    .on(snapshot.discretization().modes(species), NATURAL_ORBITALS));
                }
            }
        }
        return densities;
    }

    // ---- checkpoints

    /** The sections of a checkpoint: the initial orbitals, and what each propagator saves. */
    Map<String, Map<String, double[]>> save() {
        Map<String, Map<String, double[]>> sections = new LinkedHashMap<>();
        Map<String, double[]> orbitals = new LinkedHashMap<>();
        for (SpeciesName species : SpeciesName.values()) {
            orbitals.put(species.key(), discretization.initial(species).data());
        }
        sections.put(INITIAL, orbitals);
        propagators.forEach((name, propagator) -> sections.put(name, propagator.save()));
        return sections;
    }

    /**
     * Gives a discretisation the initial orbitals of a checkpoint, so that they need not be found once more.
     *
     * @param name of the checkpoint, for messages
     * @throws ConfigurationException where they are not on its grid
     */
    static void prefill(Discretization discretization, Checkpoint checkpoint, String name) {
        Map<String, double[]> saved = checkpoint.section(INITIAL);
        Map<SpeciesName, ComplexField> orbitals = new LinkedHashMap<>();
        for (SpeciesName species : SpeciesName.values()) {
            double[] values = saved.getOrDefault(species.key(), new double[0]);
            if (values.length != 2 * discretization.grid().size()) {
                throw new ConfigurationException(name, "holds no initial orbitals on the grid of this run");
            }
            orbitals.put(species, ComplexField.over(discretization.grid(), values));
        }
        discretization.startingFrom(orbitals, Json.parse(checkpoint.orbitals()));
    }

    /**
     * Moves the propagators to where those of a checkpoint were.
     *
     * @param name of the checkpoint, for messages
     * @throws ConfigurationException where it does not fit them
     */
    void restore(Checkpoint checkpoint, String name) {
        propagators.forEach((solver, propagator) -> {
            try {
                propagator.restore(checkpoint.section(solver));
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(
                        name, "does not fit the solver '" + solver + "' of this run: " + e.getMessage());
            }
        });
    }

    // ---- reports

    /** What each solver says of itself. */
    Map<String, Map<String, Object>> reports() {
        Map<String, Map<String, Object>> reports = new LinkedHashMap<>();
        propagators.forEach((name, propagator) -> reports.put(name, report(propagator)));
        return reports;
    }

    private static Map<String, Object> report(Propagator propagator) {
        try {
            return propagator.report();
        } catch (RuntimeException e) {
            // After a failure a propagator may be in pieces, which must not hide the failure itself.
            return Map.of("failure", e.toString());
        }
    }
}
