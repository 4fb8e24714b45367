package org.mixfield.fock;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;

/** The co-moving frame, and the laboratory frame beside it: the columns of the second are prefixed by its name. */
record TwoFramesSolver(CoMovingSolver comoving, TruncatedFockSolver laboratory) implements Solver {

    @Override
    public Class<? extends State> stateType() {
        return ManyBodyState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        Set<Class<? extends State>> types = new HashSet<>(comoving.stateTypes());
        types.add(LaboratoryPart.class);
        return types;
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        return Stream.concat(comoving.memory(discretization).stream(), laboratory.memory(discretization).stream())
                .toList();
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        return comoving.workload(discretization, times);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return new TwoFramesPropagator(
                new CoMovingPropagator(discretization, comoving.choice(), endTime),
                laboratory.start(discretization, endTime));
    }
}
