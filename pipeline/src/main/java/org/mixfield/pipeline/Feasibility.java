package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.spectral.Boundary;

/**
 * Whether what a configuration names can be put on its grid: questions that no part of it can answer alone. What is
 * wrong is a problem of the configuration, at its place in the file.
 */
final class Feasibility {

    /** Numbers that may be sampled for a check alone, a few tens of megabytes. */
    private static final double MOST_SAMPLES = 4e6;

    /** Oscillations of e<sup>ikx</sup> over the box, in radians, beyond which a transform costs time and tells no more. */
    private static final double MOST_PHASE = 1e4;

    private final RunConfiguration configuration;
    private final Problems problems = new Problems();
    private final List<String> notFinite = new ArrayList<>();

    private Feasibility(RunConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Asks every pair potential for its transform in the run's dimension.
     *
     * @throws ConfigurationException where one has none
     * @throws NumericalException where its values are not finite
     */
    static void ofPotentials(RunConfiguration configuration) {
        Feasibility feasibility = new Feasibility(configuration);
        feasibility.potential(
                "interactions.uu", configuration.mixture().interactions().uu());
        feasibility.potential(
                "interactions.vv", configuration.mixture().interactions().vv());
        feasibility.potential(
                "interactions.uv", configuration.mixture().interactions().uv());
        feasibility.tell();
    }

    /**
     * Checks the hypothesis of Theorem 2.3 for every pair potential, once for those that are equal.
     *
     * @throws ConfigurationException where a potential fails
     * @throws NumericalException where its values are not finite
     */
    static FormBounds formBounds(RunConfiguration configuration) {
        Feasibility feasibility = new Feasibility(configuration);
        Interactions interactions = configuration.mixture().interactions();
        Map<PairPotential, FormBounds.Outcome> known = new HashMap<>();
        FormBounds bounds = new FormBounds(
                feasibility.formBound(
                        "interactions.uu",
                        interactions.uu(),
                        interactions.factors().uu(),
                        known),
                feasibility.formBound(
                        "interactions.vv",
                        interactions.vv(),
                        interactions.factors().vv(),
                        known),
                feasibility.formBound(
                        "interactions.uv",
                        interactions.uv(),
                        interactions.factors().uv(),
                        known));
        feasibility.tell();
        return bounds;
    }

    /**
     * Whether every solver takes a Hamiltonian that changes in time, where it does.
     *
     * @throws ConfigurationException where one does not
     */
    static void ofChanges(RunConfiguration configuration) {
        Mixture mixture = configuration.mixture();
        if (configuration.solvers().fock().isEmpty() || !mixture.changes()) {
            return;
        }
        Interactions.Factors factors = mixture.interactions().factors();
        Map<String, Boolean> changes = new LinkedHashMap<>();
        changes.put("species.u.trap", mixture.u().trap().changes());
        changes.put("species.v.trap", mixture.v().trap().changes());
        changes.put("interactions.uu", factors.uu().changes());
        changes.put("interactions.vv", factors.vv().changes());
        changes.put("interactions.uv", factors.uv().changes());
        String what = changes.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        throw new ConfigurationException(List.of(configuration
                .provenance()
                .problem(
                        "solvers.fock",
                        "the many-body solver takes no Hamiltonian that changes in time yet, and here " + what
                                + " does; leave out solvers.fock or the dependence on time")));
    }

    /**
     * Samples both traps, at the start and where they change at the end.
     *
     * @throws ConfigurationException where one does not cover the grid
     * @throws NumericalException where its values are not finite
     */
    static void ofTraps(RunConfiguration configuration, Discretization discretization) {
        Feasibility feasibility = new Feasibility(configuration);
        for (SpeciesName species : SpeciesName.values()) {
            feasibility.attempt("species." + species.key() + ".trap", "the trap", () -> {
                discretization.trap(species);
                discretization.trap(species, configuration.times().end());
            });
        }
        feasibility.tell();
    }

    /**
     * Samples both initial orbitals, for which a ground state may have to be found.
     *
     * @throws ConfigurationException where one does not fit the grid or the modes
     * @throws NumericalException where a ground state was not found
     */
    static void ofOrbitals(RunConfiguration configuration, Discretization discretization) {
        ofOrbitals(configuration, discretization, List.of(SpeciesName.values()));
    }

    /**
     * Samples the initial orbitals that are made from no ground state.
     *
     * @throws ConfigurationException where one does not fit the grid or the modes
     */
    static void ofGivenOrbitals(RunConfiguration configuration, Discretization discretization) {
        List<SpeciesName> given = Stream.of(SpeciesName.values())
                .filter(species -> !startsFromGroundState(configuration, species))
                .toList();
        ofOrbitals(configuration, discretization, given);
    }

    /** Whether the initial orbital of a species is made from its ground state. */
    static boolean startsFromGroundState(RunConfiguration configuration, SpeciesName species) {
        return configuration.mixture().species(species).initial().groundState().isPresent();
    }

    private static void ofOrbitals(
            RunConfiguration configuration, Discretization discretization, List<SpeciesName> sampled) {
        Feasibility feasibility = new Feasibility(configuration);
        for (SpeciesName species : sampled) {
            if (discretization.modesChoice().isPresent()) {
                feasibility.attempt("solvers.fock.modes", "a mode", () -> discretization.modes(species));
            }
            String path = "species." + species.key() + ".initial";
            feasibility.attempt(path, "the initial orbital", () -> discretization.initial(species));
            if (!feasibility.notFinite.isEmpty()) {
                break; // one ground state of both would be sought again
            }
        }
        feasibility.tell();
    }

    /** Whether sampling the initial orbitals, but for ground states, costs next to nothing. */
    static boolean orbitalsAreCheap(RunConfiguration configuration) {
        if (configuration.solvers().modes().map(m -> m.family().needOrbit()).orElse(false)) {
            return false;
        }
        int modes = configuration
                .solvers()
                .modes()
                .map(m -> m.countU() + m.countV())
                .orElse(0);
        return (2.0 + modes) * configuration.domain().grid().size() <= MOST_SAMPLES;
    }

    private void potential(String path, PairPotential potential) {
        if (potential.vanishes()) {
            return;
        }
        Grid grid = configuration.domain().grid();
        double corner = Math.sqrt(IntStream.range(0, grid.dimension())
                .mapToDouble(axis -> grid.nyquist(axis) * grid.nyquist(axis))
                .sum());
        double largest = Math.min(corner, MOST_PHASE / grid.diagonal());
        attempt(path, "the potential", () -> {
            if (configuration.domain().boundary() == Boundary.FREE) {
                potential.truncatedTransform(grid.dimension(), grid.diagonal(), largest);
            } else {
                potential.transform(grid.dimension(), grid.diagonal(), largest);
            }
        });
    }

    private FormBounds.Outcome formBound(
            String path, PairPotential potential, Modulation factor, Map<PairPotential, FormBounds.Outcome> known) {
        int dimension = configuration.domain().grid().dimension();
        List<FormBounds.Outcome> found = new ArrayList<>();
        attempt(
                path,
                "the potential",
                () -> found.add(known.computeIfAbsent(potential, unknown -> FormBounds.Outcome.of(unknown, dimension))
                        .times(factor.largest(configuration.times().end()))));
        return found.isEmpty() ? FormBounds.Outcome.notComputed("the potential failed") : found.get(0);
    }

    private void attempt(String path, String what, Runnable question) {
        String message;
        try {
            question.run();
            return;
        } catch (NumericalException e) {
            notFinite.add(
                    path + ": " + e.getMessage() + configuration.provenance().author(path));
            return;
        } catch (CancellationException e) {
            throw new RunInterrupted(e.getMessage() + "; nothing was written");
        } catch (IllegalArgumentException e) {
            message = String.valueOf(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            message = what + " failed: " + e + configuration.provenance().author(path);
        }
        Problem problem = configuration.provenance().problem(path, message);
        problems.add(problem.where(), problem.path(), problem.message());
    }

    /** Problems of the configuration come first: who has those need not hear of accuracy. */
    private void tell() {
        problems.throwIfAny();
        if (!notFinite.isEmpty()) {
            throw new NumericalException(String.join("; ", notFinite));
        }
    }
}
