package org.mixfield.hartree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.GroundState;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.StationaryState;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.hartree.ConjugateGradients.Outcome;

/**
 * The ground state by preconditioned conjugate gradients, from one start or the best of several.
 *
 * @param residual ‖Hψ − μψ‖ of each species at which it is found, greater than 0
 * @param starts how many starts, at least 1
 * @param iterations at most, for each start, at least 1
 */
@API(status = API.Status.EXPERIMENTAL)
public record Minimiser(double residual, int starts, int iterations) implements GroundState {

    /** For each species: orbital and residual, those of a trial, two directions; six real functions, and the trap. */
    private static final double BYTES_PER_POINT = 6 * 16 + 7 * 8;

    /** Energies that differ by less than this part of their terms are those of the same state. */
    private static final double SAME_ENERGY = 1e-10;

    public Minimiser {
        if (!(residual > 0) || starts < 1 || iterations < 1) {
            throw new IllegalArgumentException(
                    "the residual is greater than 0, starts and iterations are at least 1, not " + residual + ", "
                            + starts + ", " + iterations);
        }
    }

    /** The smaller residual, and the greater numbers. */
    @Override
    public GroundState jointlyWith(GroundState other) {
        return other instanceof Minimiser more
                ? new Minimiser(
                        Math.min(residual, more.residual),
                        Math.max(starts, more.starts),
                        Math.max(iterations, more.iterations))
                : this;
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        // The first guess, and the best so far.
        double kept = 16 + (starts > 1 ? 16 : 0);
        double scratch = 3 * 16;
        double bytes =
                (2 * (BYTES_PER_POINT + kept) + scratch) * discretization.grid().size();
        return List.of(new MemoryNeed("finding the ground state", bytes, "fewer grid points"));
    }

    @Override
    public StationaryState solve(Discretization discretization, Set<SpeciesName> species) {
        EnergyFunctional energy = new EnergyFunctional(discretization, species);
        Starts places = new Starts(energy, FirstGuess.of(energy));
        ConjugateGradients descent = new ConjugateGradients(energy, residual, iterations);
        List<Map<String, Object>> tried = new ArrayList<>();
        @Nullable Minimum best = null;
        for (int start = 0; start < starts; start++) {
            Outcome outcome = descent.from(places.at(start));
            VariedOrbitals reached = outcome.orbitals();
            tried.add(Map.of(
                    "energy", reached.energy + energy.givenEnergy(),
                    "residual", reached.largestResidual(),
                    "iterations", outcome.iterations()));
            // Of equal energies the first, so that rounding decides nothing.
            if (best == null || reached.energy < best.energy() - SAME_ENERGY * reached.energyScale) {
                best = Minimum.of(outcome);
            }
        }
        Minimum minimum = java.util.Objects.requireNonNull(best);
        FoundState found = new FoundState(discretization, energy, minimum.psi());
        found.require(this, minimum);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("species", energy.species().stream().map(SpeciesName::key).toList());
        report.put("space", discretization.orbitalsInModes() ? "modes" : "grid");
        report.putAll(found.report());
        report.put("residual-asked", residual);
        report.put("iterations", minimum.iterations());
        report.put("potential-evaluations", energy.evaluations());
        if (starts > 1) {
            report.put("starts", tried);
        }
        return new StationaryState(found.orbitals(), report);
    }

    /**
     * Where a descent ended.
     *
     * @param psi a copy of the orbitals
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Minimum(
            double[][] psi, double energy, int iterations, ConjugateGradients.Ending ending, double leastResidual) {

        static Minimum of(Outcome outcome) {
            double[][] psi = outcome.orbitals().psi;
            double[][] copy = new double[psi.length][];
            for (int s = 0; s < psi.length; s++) {
                copy[s] = psi[s].clone();
            }
            return new Minimum(
                    copy, outcome.orbitals().energy, outcome.iterations(), outcome.ending(), outcome.leastResidual());
        }
    }
}
