package org.mixfield.benchmarks.scaling;

import java.util.Arrays;
import java.util.Map;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.GaussianOrbitalProvider;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;
import org.mixfield.hartree.SpectralHartreeSolver;
import org.mixfield.hartree.Splitting;
import org.mixfield.potentials.GaussianProvider;

/** Seconds of a Strang step of a mixture in free space, by the fastest of several. */
final class HartreeCost {

    private static final double END = 1e6;
    private static final double STEP = 1e-3;
    private static final double LEAST_SECONDS = 1.5;
    private static final int LEAST_STEPS = 3;
    private static final int MOST_STEPS = 20_000;

    private HartreeCost() {}

    static double ofStep(int dimension, int points, int threads) {
        try (Workers workers = Workers.of(threads)) {
            Propagator propagator = propagator(dimension, points, workers);
            double fastest = Double.POSITIVE_INFINITY;
            long began = System.nanoTime();
            for (int i = 0; i < MOST_STEPS; i++) {
                long before = System.nanoTime();
                propagator.stepTowards(END);
                fastest = Math.min(fastest, 1e-9 * (System.nanoTime() - before));
                if (i >= LEAST_STEPS && 1e-9 * (System.nanoTime() - began) > LEAST_SECONDS) {
                    break;
                }
            }
            return fastest;
        }
    }

    private static Propagator propagator(int dimension, int points, Workers workers) {
        int[] shape = new int[dimension];
        double[] length = new double[dimension];
        Arrays.fill(shape, points);
        Arrays.fill(length, 16);
        Grid grid = Grid.of(shape, length);
        Mixture mixture = new Mixture(
                new Species(20, 0.5, Trap.NONE, orbital(0.5, grid)),
                new Species(20, 0.5, Trap.NONE, orbital(-0.5, grid)),
                new Interactions(pair(1), pair(2), pair(-1)),
                Weights.ofParticles(20, 20));
        Discretization discretization =
                Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers);
        return new SpectralHartreeSolver(Splitting.STRANG, STEP).start(discretization, END);
    }

    private static PairPotential pair(double strength) {
        return new GaussianProvider().create(Settings.of(Map.of("strength", strength, "range", 1.0), new Problems()));
    }

    private static InitialOrbital orbital(double center, Grid grid) {
        double[] centers = new double[grid.dimension()];
        centers[0] = center;
        Settings settings = Settings.of(Map.of("center", centers, "width", 1.0), new Problems());
        settings.axes(grid.dimension());
        return new GaussianOrbitalProvider().create(settings);
    }
}
