package org.mixfield.hartree;

import java.util.Map;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

/** Mixtures whose ground states are known. */
final class GroundStateProblems {

    private GroundStateProblems() {}

    /** strength/r. */
    static RadialPotential coulomb(double strength) {
        return new RadialPotential() {
            @Override
            public double value(double r) {
                return strength / r;
            }

            @Override
            public java.util.Optional<LeadingPower> atOrigin() {
                return java.util.Optional.of(new LeadingPower(strength, 1));
            }
        };
    }

    static InitialOrbital groundState(Map<String, ?> settings) {
        Problems problems = new Problems();
        InitialOrbital orbital = new GroundStateProvider().create(Settings.of(settings, problems));
        problems.throwIfAny();
        return orbital;
    }

    static InitialOrbital groundState() {
        return groundState(Map.of());
    }

    /** A cube of an edge, the same points along each. */
    static Grid cube(int dimension, int points, double length) {
        int[] n = new int[dimension];
        double[] edge = new double[dimension];
        java.util.Arrays.fill(n, points);
        java.util.Arrays.fill(edge, length);
        return Grid.of(n, edge);
    }

    static Species species(double mass, Trap trap, InitialOrbital initial) {
        return new Species(10, mass, trap, initial);
    }

    static Discretization of(
            Species u, Species v, Interactions interactions, Weights weights, Grid grid, Workers workers) {
        Mixture mixture = new Mixture(u, v, interactions, weights);
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers);
    }

    /** −½Δ + ½r² + β|ψ|² for both species, which do not see each other. */
    static Discretization grossPitaevskii(Grid grid, double beta, Workers workers) {
        Species species = species(1, (x, y, z) -> 0.5 * (x * x + y * y + z * z), groundState());
        PairPotential contact = new ContactPotential(beta);
        return of(
                species,
                species,
                new Interactions(contact, contact, RadialPotential.none()),
                new Weights(0.5, 0.5),
                grid,
                workers);
    }

    /** −Δ − 1/r ∗ |ψ|², no trap, of species u; species v has no part in it. */
    static Discretization choquard(Grid grid, double residual, Workers workers) {
        return of(
                species(0.5, Trap.NONE, groundState(Map.of("residual", residual))),
                species(0.5, Trap.NONE, Problems1D.gaussian(0, 5, 0)),
                new Interactions(coulomb(-1), RadialPotential.none(), RadialPotential.none()),
                new Weights(0.5, 0.5),
                grid,
                workers);
    }

    /** −Δ + r², 1/r, 2/r, 1/r, c = (2/3, 1/3). */
    static Discretization coulombMixture(Grid grid, InitialOrbital u, InitialOrbital v, Workers workers) {
        Trap trap = (x, y, z) -> x * x + y * y + z * z;
        return of(
                species(0.5, trap, u),
                species(0.5, trap, v),
                new Interactions(coulomb(1), coulomb(2), coulomb(1)),
                new Weights(2.0 / 3, 1.0 / 3),
                grid,
                workers);
    }
}
