package org.mixfield.fock;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;

/** A many-body solver in other frames, and the Gaussian limit beside it. */
record WithBogoliubovSolver(Solver manyBody, BogoliubovSolver bogoliubov) implements Solver {

    @Override
    public Class<? extends State> stateType() {
        return manyBody.stateType();
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        Set<Class<? extends State>> types = new HashSet<>(manyBody.stateTypes());
        types.add(BogoliubovPart.class);
        return types;
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        return Stream.concat(manyBody.memory(discretization).stream(), bogoliubov.memory(discretization).stream())
                .toList();
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        return manyBody.workload(discretization, times);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return new WithBogoliubovPropagator(
                manyBody.start(discretization, endTime), bogoliubov.propagator(discretization, endTime));
    }
}
