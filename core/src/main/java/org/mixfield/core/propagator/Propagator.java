package org.mixfield.core.propagator;

import java.util.Map;
import org.apiguardian.api.API;

/** Carries a state through time. The one mutable object of a solver; used by one thread. */
@API(status = API.Status.EXPERIMENTAL)
public interface Propagator {

    /**
     * Takes one step towards a time, as long as the solver thinks right and never beyond it. Between two steps a run can
     * be interrupted and saved.
     *
     * @param time not before the present one
     * @return true when the state is at this time
     * @throws org.mixfield.core.run.NumericalException where the accuracy asked for cannot be reached or a value is not
     *     finite
     */
    boolean stepTowards(double time);

    /** Moves the state forward to a time, in as many steps as it takes. */
    default void advanceTo(double time) {
        while (!stepTowards(time)) {
            // The work is in the condition.
        }
    }

    /** The state at the present time; owned by the propagator and valid until it moves on. */
    State state();

    /**
     * How it went so far: steps, operator applications, drifts, error estimates; plain values for {@code summary.json}.
     * Where {@code steps} and {@code time}, the time up to which the work is done, are among them, {@code mixfield plan}
     * extrapolates from those of the first steps.
     */
    Map<String, Object> report();

    /**
     * Everything that a propagator of the same run, newly started, needs in order to go on from here with bit for bit the
     * same results: arrays by name, counters as arrays of one entry. Names are of letters, digits, '.', '_' and '-'. The
     * arrays may be the propagator's own, valid until it moves on.
     */
    Map<String, double[]> save();

    /**
     * Goes on from what {@link #save} gave; called before the first step.
     *
     * @throws IllegalArgumentException where an array is missing or has another length
     */
    void restore(Map<String, double[]> saved);
}
