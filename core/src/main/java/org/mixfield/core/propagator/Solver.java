package org.mixfield.core.propagator;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.statement.Evidence;

/** A way to solve the dynamics, with its parameters. Immutable. */
@API(status = API.Status.EXPERIMENTAL)
public interface Solver {

    /** The kind of state its propagators hold. */
    Class<? extends State> stateType();

    /**
     * Everything its propagators' states hold: {@link #stateType}, and a type for each part that not every solver of this
     * kind has, such as {@link HartreeState.Coarser}.
     */
    default Set<Class<? extends State>> stateTypes() {
        return Set.of(stateType());
    }

    /** Whether it works in the one-particle modes of a run, which then must be given under {@code solvers.fock.modes}. */
    default boolean needsModes() {
        return true;
    }

    /** Memory its propagator will take, from sizes alone. */
    List<MemoryNeed> memory(Discretization discretization);

    /**
     * What is known beforehand of the work its propagator will have; nothing unless overridden.
     *
     * @param times the times of the rows, ascending
     */
    default Workload workload(Discretization discretization, List<Double> times) {
        return Workload.UNKNOWN;
    }

    /**
     * A propagator at time 0.
     *
     * @param endTime where the run will end, so that errors can be budgeted over it
     */
    Propagator start(Discretization discretization, double endTime);

    /**
     * What of it a sweep over particle numbers takes, where γ and the fluctuations are wanted at each of them: one way to the
     * many-body state, that whose cost grows least with the numbers. All of it unless overridden.
     */
    default Solver forSweep() {
        return this;
    }

    /**
     * Tests those statements of the theory that are about what happens inside this solver, and that no column of a run shows:
     * operators on its space, dynamics that a run does not have. Nothing unless overridden.
     *
     * @param times the times of the rows, ascending
     * @throws org.mixfield.core.run.NumericalException where an accuracy cannot be reached
     */
    default Evidence verify(Discretization discretization, List<Double> times) {
        return Evidence.NONE;
    }
}
