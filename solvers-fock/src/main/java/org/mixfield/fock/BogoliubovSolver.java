package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.statement.Evidence;

/**
 * The frame {@code bogoliubov}: the Gaussian dynamics that the fluctuations of a coherent state tend to as N → ∞ at a fixed ratio
 * of the particle numbers, with the response of ⟨b⟩ and ⟨c⟩ at the next order.
 *
 * @param onGrid whether every point of the grid is a mode; otherwise the modes of the run are used
 * @param tolerance largest sum of the local errors in time, greater than 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record BogoliubovSolver(boolean onGrid, double tolerance) implements Solver {

    /** Points of each species whose columns some hundred megabytes hold, for a message. */
    private static final int EXAMPLE_POINTS = 600;

    public BogoliubovSolver {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance is greater than 0, not " + tolerance);
        }
    }

    @Override
    public Class<? extends State> stateType() {
        return BogoliubovState.class;
    }

    @Override
    public boolean needsModes() {
        return !onGrid;
    }

    private static ModesChoice modes(Discretization discretization) {
        return discretization
                .modesChoice()
                .orElseThrow(() -> new IllegalArgumentException("the truncated-Fock solver needs modes"));
    }

    private double count(Discretization discretization) {
        if (onGrid) {
            return 2.0 * discretization.grid().size();
        }
        ModesChoice modes = modes(discretization);
        return (double) modes.countU() + modes.countV();
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        double m = count(discretization);
        double bytes = 8 * GaussianLayout.length(m);
        // A checkpoint holds the two states once more.
        double states = GaussianPair.vectors() + 2;
        if (onGrid) {
            String remedy = String.format(
                    Locale.ROOT,
                    "fewer grid points (%d take %.0f MiB here), or bogoliubov: modes",
                    EXAMPLE_POINTS,
                    8 * GaussianLayout.length(2 * EXAMPLE_POINTS) * states / (1 << 20));
            double kernels =
                    Convolver.memory(discretization.grid(), discretization.boundary(), discretization.backend(), 3)
                            .stream()
                            .mapToDouble(MemoryNeed::bytes)
                            .sum();
            return List.of(
                    new MemoryNeed(
                            String.format(Locale.ROOT, "Gaussian state of %.0f points", m), bytes * states, remedy),
                    new MemoryNeed("moments between the species", 16 * m * m, remedy),
                    new MemoryNeed(
                            "interactions, for each worker",
                            kernels * discretization.workers().count(),
                            "fewer grid points or workers"));
        }
        ModesChoice modes = modes(discretization);
        double mu = modes.countU();
        double mv = modes.countV();
        double pairs = Math.pow(mu, 4) + Math.pow(mv, 4) + Math.pow(mu * mv, 2);
        return List.of(
                new MemoryNeed(
                        String.format(Locale.ROOT, "Gaussian state of %.0f modes", m),
                        bytes * (states + EighthOrderStep.vectors()),
                        "fewer modes"),
                new MemoryNeed(
                        "modes and matrix elements",
                        8 * pairs + 8.0 * discretization.grid().size() * (mu + mv + PairIntegrals.MOST_FIELDS),
                        "fewer modes or grid points"));
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("columns", count(discretization));
        return new Workload(
                onGrid ? "Bogoliubov dynamics on the grid" : "Bogoliubov dynamics in modes",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                sizes);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return propagator(discretization, endTime);
    }

    BogoliubovPropagator propagator(Discretization discretization, double endTime) {
        return onGrid
                ? BogoliubovPropagator.onGrid(discretization, tolerance, endTime)
                : BogoliubovPropagator.inModes(discretization, tolerance, endTime);
    }

    @Override
    public Evidence verify(Discretization discretization, List<Double> times) {
        return FockStatements.of(discretization, InitialState.COHERENT, times);
    }
}
