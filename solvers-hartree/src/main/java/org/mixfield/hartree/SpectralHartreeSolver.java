package org.mixfield.hartree;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;

/**
 * The spectral Hartree solver with a fixed step.
 *
 * @param scheme the splitting
 * @param step largest time step, greater than 0; each interval between outputs is cut into equal steps not above it
 */
@API(status = API.Status.EXPERIMENTAL)
public record SpectralHartreeSolver(Splitting scheme, double step) implements Solver {

    /** Two orbitals, their initial values and a copy (16 bytes each), potentials, densities and traps (8 each). */
    private static final double BYTES_PER_POINT = 6 * 16 + 6 * 8;

    public SpectralHartreeSolver {
        if (!(step > 0)) {
            throw new IllegalArgumentException("the time step must be greater than 0, not " + step);
        }
    }

    @Override
    public Class<? extends State> stateType() {
        return HartreeState.class;
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        double bytes = BYTES_PER_POINT * discretization.grid().size();
        return List.of(new MemoryNeed("Hartree orbitals", bytes, "fewer grid points"));
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        double steps = 0;
        double before = 0;
        for (double time : times) {
            steps += Math.ceil((time - before) / step - 1e-9);
            before = time;
        }
        // As many of each kind as flows of the second kind: the first of a step merges with the last of the one before.
        int flows = scheme.fractions().length / 2;
        Interactions interactions = discretization.mixture().interactions();
        boolean between = !interactions.uv().vanishes();
        int convolutions = (between || !interactions.uu().vanishes() ? 1 : 0)
                + (between || !interactions.vv().vanishes() ? 1 : 0);
        return new Workload(
                scheme.name() + ", step " + step,
                OptionalDouble.of(steps),
                OptionalDouble.of(flows * (4.0 + 2 * convolutions)),
                Map.of());
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return new SplitStepPropagator(discretization, scheme, step);
    }
}
