package org.mixfield.hartree;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
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
    public Propagator start(Discretization discretization, double endTime) {
        return new SplitStepPropagator(discretization, scheme, step);
    }
}
