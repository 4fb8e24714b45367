package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ConfinedMeanField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.Padding;

/** What a run will take of the memory there is, known from sizes alone. */
final class Memory {

    /** Left to the virtual machine and to what is not counted. */
    private static final double RESERVE = 0.1;

    private Memory() {}

    /** Bytes that a run may take now. */
    static double available() {
        Runtime runtime = Runtime.getRuntime();
        double used = runtime.totalMemory() - runtime.freeMemory();
        return Math.max(0, (1 - RESERVE) * runtime.maxMemory() - used);
    }

    /** What a run will take. */
    static List<MemoryNeed> needs(RunConfiguration configuration, Discretization discretization) {
        Grid grid = discretization.grid();
        List<MemoryNeed> needs = new ArrayList<>();
        // Initial orbitals and a copy of each: two species, two numbers a point.
        needs.add(new MemoryNeed("initial orbitals", 64.0 * grid.size(), "fewer grid points"));
        // The initial orbitals once more and a buffer; what a solver saves besides its state is its own need.
        needs.add(new MemoryNeed("a checkpoint", 48.0 * grid.size(), "fewer grid points"));
        configuration.solvers().modes().ifPresent(modes -> {
            int count = modes.countU() + modes.countV();
            needs.add(new MemoryNeed(
                    count + " modes on the grid", 8.0 * count * grid.size(), "fewer grid points or modes"));
        });
        RunConfiguration.Output output = configuration.output();
        if (output.fields() > 0 && output.formats().contains("hdf5")) {
            // Arrays of pairs, 40 bytes each for two species, and a buffer of their values; densities and natural
            // orbitals,
            // and those as such arrays, of up to 2.5 times their size.
            needs.add(new MemoryNeed(
                    "a snapshot of the fields",
                    (112.0 + 3.5 * Space.oneBody(configuration)) * grid.size(),
                    "fewer grid points, or no fields"));
        }
        int kernels = kernels(configuration.mixture().interactions());
        if (kernels > 0) {
            List<MemoryNeed> convolutions =
                    Convolver.memory(grid, discretization.boundary(), discretization.backend(), kernels);
            needs.addAll(convolutions);
            if (hasConfinedKernels(configuration)) {
                double bytes = ConfinedMeanField.WORTH_IT
                        * convolutions.stream().mapToDouble(MemoryNeed::bytes).sum();
                needs.add(
                        new MemoryNeed("kernels for confined orbitals", bytes, "fewer grid points, or padding: full"));
            }
        }
        Stream.of(configuration.mixture().u(), configuration.mixture().v())
                .flatMap(species -> species.initial().groundState().stream())
                .findFirst()
                .ifPresent(way -> needs.addAll(way.memory(discretization)));
        for (Solver solver : configuration.solvers().all()) {
            needs.addAll(solver.memory(discretization));
        }
        return needs;
    }

    /** Whether there are kernels for the orbitals on their way besides those for any densities. */
    private static boolean hasConfinedKernels(RunConfiguration configuration) {
        boolean others = configuration.solvers().fock().isPresent()
                || Stream.of(
                                configuration.mixture().u(),
                                configuration.mixture().v())
                        .anyMatch(species -> species.initial().groundState().isPresent());
        return others
                && configuration.solvers().hartree().isPresent()
                && configuration.domain().padding() == Padding.AUTO
                && configuration.domain().boundary() == Boundary.FREE;
    }

    /** Bytes that a run may take now; where they seem to be too few for these needs, after looking more closely. */
    @SuppressWarnings("SystemGc")
    static double availableFor(List<MemoryNeed> needs) {
        if (needs.stream().mapToDouble(MemoryNeed::bytes).sum() > available()) {
            System.gc(); // what counts as used may be garbage
        }
        return available();
    }

    /** @throws InsufficientMemoryException where the needs exceed what is available */
    static void check(List<MemoryNeed> needs) {
        InsufficientMemoryException.check(needs, availableFor(needs));
    }

    private static int kernels(Interactions interactions) {
        return (int) Stream.of(interactions.uu(), interactions.vv(), interactions.uv())
                .filter(potential -> !potential.vanishes())
                .distinct()
                .count();
    }
}
