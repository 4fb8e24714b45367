package org.mixfield.hartree;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.MemoryNeed;

/**
 * The spectral Hartree solver.
 *
 * @param scheme the splitting
 * @param stepping how it chooses its steps
 */
@API(status = API.Status.EXPERIMENTAL)
public record SpectralHartreeSolver(Splitting scheme, Stepping stepping) implements Solver {

    /** Bytes a point of a trajectory: two orbitals, and the potentials that act on them. */
    private static final double TRAJECTORY = 2 * 16 + 2 * 8;

    /** Bytes a point of what trajectories share: the traps. */
    private static final double SHARED = 2 * 8;

    /** Equal steps whose error is not estimated. */
    public SpectralHartreeSolver(Splitting scheme, double step) {
        this(scheme, new Stepping.Fixed(step, false));
    }

    @Override
    public Class<? extends State> stateType() {
        return HartreeState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        return trajectories() > 1 ? Set.of(HartreeState.class, HartreeState.Coarser.class) : Set.of(HartreeState.class);
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        double bytes =
                (SHARED + trajectories() * TRAJECTORY) * discretization.grid().size();
        return List.of(new MemoryNeed("Hartree orbitals", bytes, "fewer grid points"));
    }

    private int trajectories() {
        if (stepping instanceof Stepping.Fixed fixed) {
            return fixed.errorEstimate() ? 2 : 1;
        }
        return 3;
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        if (stepping instanceof Stepping.Adaptive adaptive) {
            return SplitStepPropagator.adaptive(discretization, scheme, adaptive.tolerance());
        }
        Stepping.Fixed fixed = (Stepping.Fixed) stepping;
        return SplitStepPropagator.fixed(discretization, scheme, fixed.step(), fixed.errorEstimate());
    }
}
