package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.HartreeOrbit;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;

/** The orbit as the run's Hartree solver computes it, once more and beforehand. */
final class SolverOrbit implements HartreeOrbit {

    private final Solver solver;
    private final double end;

    /** For the second species, which asks for the same points as the first and after that nobody. */
    private @Nullable List<Point> known;

    /**
     * An orbit.
     *
     * @param solver one whose states are {@link HartreeState}s
     * @param end of the run
     */
    SolverOrbit(Solver solver, double end) {
        this.solver = solver;
        this.end = end;
    }

    @Override
    public List<Point> sample(Discretization discretization, int steps) {
        int points = end > 0 ? steps + 1 : 1;
        @Nullable List<Point> before = known;
        if (before != null && before.size() == points) {
            known = null;
            return before;
        }
        List<Point> orbit = new ArrayList<>();
        Propagator propagator = solver.start(discretization, end);
        for (int i = 0; i < points; i++) {
            double time = i == steps ? end : end * i / steps;
            propagator.advanceTo(time);
            HartreeState state = (HartreeState) propagator.state();
            orbit.add(new Point(time, state.u().copy(), state.v().copy()));
        }
        known = orbit;
        return orbit;
    }
}
