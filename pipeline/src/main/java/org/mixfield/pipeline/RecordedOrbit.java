package org.mixfield.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;

/**
 * A Hartree solver whose orbit is computed once. The Hartree system does not depend on the particle numbers at fixed weights; so
 * propagators of mixtures that differ in these alone play the orbit of the first one, by what it saved at the times of the rows.
 * Where that does not fit the memory, nothing is kept and each computes the orbit anew.
 */
final class RecordedOrbit implements Solver {

    private final Solver solver;
    private final List<Double> times;
    private final double room;
    private final Map<Double, Map<String, double[]>> points = new HashMap<>();
    private boolean keeps = true;

    /**
     * Of a solver.
     *
     * @param times of the rows
     * @param room bytes that the record may take
     */
    RecordedOrbit(Solver solver, List<Double> times, double room) {
        this.solver = solver;
        this.times = times;
        this.room = room;
    }

    @Override
    public Class<? extends State> stateType() {
        return solver.stateType();
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        return solver.stateTypes();
    }

    @Override
    public boolean needsModes() {
        return solver.needsModes();
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        return solver.memory(discretization);
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> rows) {
        return solver.workload(discretization, rows);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return new Player(discretization, endTime);
    }

    private void record(double time, Map<String, double[]> saved) {
        if (!keeps || !times.contains(time)) {
            return;
        }
        Map<String, double[]> copy = new HashMap<>();
        saved.forEach((name, values) -> copy.put(name, values.clone()));
        double bytes =
                8.0 * copy.values().stream().mapToInt(values -> values.length).sum();
        if (points.isEmpty() && bytes * times.size() > room) {
            keeps = false;
            return;
        }
        points.put(time, copy);
    }

    /** Plays what is recorded, and computes and records the rest. */
    private final class Player implements Propagator {

        private final Discretization discretization;
        private final double endTime;
        private Propagator present;

        Player(Discretization discretization, double endTime) {
            this.discretization = discretization;
            this.endTime = endTime;
            this.present = solver.start(discretization, endTime);
        }

        @Override
        public boolean stepTowards(double time) {
            Optional<Map<String, double[]>> known = Optional.ofNullable(points.get(time));
            if (known.isPresent()) {
                present = solver.start(discretization, endTime);
                present.restore(known.get());
                return true;
            }
            boolean there = present.stepTowards(time);
            if (there) {
                record(time, present.save());
            }
            return there;
        }

        @Override
        public State state() {
            return present.state();
        }

        @Override
        public Map<String, Object> report() {
            return present.report();
        }

        @Override
        public Map<String, double[]> save() {
            return present.save();
        }

        @Override
        public void restore(Map<String, double[]> saved) {
            present.restore(saved);
        }
    }
}
