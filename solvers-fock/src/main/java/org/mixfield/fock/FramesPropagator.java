package org.mixfield.fock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.State;

/** Propagators of several frames side by side. What is saved and reported of all but the first stands under the frame's name. */
final class FramesPropagator implements Propagator {

    private final Map<String, Propagator> frames;
    private final String first;

    /**
     * These frames.
     *
     * @param frames by name, in order; at least one
     */
    FramesPropagator(Map<String, Propagator> frames) {
        this.frames = new LinkedHashMap<>(frames);
        this.first = frames.keySet().iterator().next();
    }

    @Override
    public boolean stepTowards(double time) {
        for (Propagator propagator : frames.values()) {
            if (!propagator.stepTowards(time)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public State state() {
        List<State> parts = new ArrayList<>();
        for (Propagator propagator : frames.values()) {
            State state = propagator.state();
            boolean another =
                    state instanceof ManyBodyState && parts.stream().anyMatch(ManyBodyState.class::isInstance);
            if (another) {
                parts.add(new BesideAnother((ManyBodyState) state));
            } else {
                parts.addAll(state.parts());
            }
        }
        return new Together((ProjectedState) parts.get(0), parts);
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        frames.forEach((name, propagator) -> {
            if (name.equals(first)) {
                report.putAll(propagator.report());
            } else {
                report.put(name, propagator.report());
            }
        });
        return report;
    }

    private String prefix(String name) {
        return name.equals(first) ? "" : name + ".";
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        frames.forEach((name, propagator) ->
                propagator.save().forEach((array, values) -> saved.put(prefix(name) + array, values)));
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        frames.forEach((name, propagator) -> {
            Map<String, double[]> own = new LinkedHashMap<>();
            saved.forEach((array, values) -> {
                if (array.startsWith(prefix(name))) {
                    own.put(array.substring(prefix(name).length()), values);
                }
            });
            propagator.restore(own);
        });
    }

    /** The many-body state of the laboratory where another frame has one, too. */
    private record BesideAnother(ManyBodyState laboratory) implements LaboratoryPart {}

    /** The states of all frames. */
    private record Together(ProjectedState one, List<State> parts) implements ProjectedState {

        private Together {
            parts = List.copyOf(parts);
        }

        @Override
        public double[] projectedU() {
            return one.projectedU();
        }

        @Override
        public double[] projectedV() {
            return one.projectedV();
        }

        @Override
        public double projectedEnergy() {
            return one.projectedEnergy();
        }
    }
}
