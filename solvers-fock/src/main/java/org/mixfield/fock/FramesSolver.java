package org.mixfield.fock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.statement.Evidence;

/**
 * Several frames side by side, in the order of {@link TruncatedFockProvider#FRAMES}. The first that holds a many-body state gives the
 * columns {@code fock.*}, {@code gamma.*} and {@code fluctuation.*}; of another one, the laboratory, they are prefixed by its name.
 */
record FramesSolver(List<Frame> frames) implements Solver {

    /** A frame by its name. */
    record Frame(String name, Solver solver) {}

    FramesSolver {
        frames = List.copyOf(frames);
    }

    /** The solver of one frame alone, or of several. */
    static Solver of(List<Frame> frames) {
        return frames.size() == 1 ? frames.get(0).solver() : new FramesSolver(frames);
    }

    @Override
    public Class<? extends State> stateType() {
        return ProjectedState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        Set<Class<? extends State>> types = new HashSet<>();
        for (Frame frame : frames) {
            Set<Class<? extends State>> own = frame.solver().stateTypes();
            if (types.contains(ManyBodyState.class) && own.contains(ManyBodyState.class)) {
                types.add(LaboratoryPart.class);
            } else {
                types.addAll(own);
            }
        }
        return types;
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        return frames.stream()
                .flatMap(frame -> frame.solver().memory(discretization).stream())
                .toList();
    }

    /** The first frame that holds a many-body state, as in the columns {@code gamma.*}; all where none does. */
    @Override
    public Solver forSweep() {
        return frames.stream()
                .map(Frame::solver)
                .filter(solver -> solver.stateTypes().contains(ManyBodyState.class))
                .findFirst()
                .orElse(this);
    }

    /** Methods together; sizes of all but the first frame by the frame's name. */
    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        List<Workload> workloads = new ArrayList<>();
        Map<String, Double> sizes = new LinkedHashMap<>();
        for (Frame frame : frames) {
            Workload workload = frame.solver().workload(discretization, times);
            workload.sizes().forEach((name, size) -> {
                String words = workloads.isEmpty() ? name : name + " in the frame " + frame.name();
                sizes.put(words, size);
            });
            workloads.add(workload);
        }
        String methods = workloads.stream().map(Workload::method).collect(Collectors.joining(" and "));
        return new Workload(methods, OptionalDouble.empty(), OptionalDouble.empty(), sizes);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        Map<String, Propagator> propagators = new LinkedHashMap<>();
        for (Frame frame : frames) {
            propagators.put(frame.name(), frame.solver().start(discretization, endTime));
        }
        return new FramesPropagator(propagators);
    }

    /** Of the first frame: the statements are about the problem and not about the frame. */
    @Override
    public Evidence verify(Discretization discretization, List<Double> times) {
        return frames.get(0).solver().verify(discretization, times);
    }
}
