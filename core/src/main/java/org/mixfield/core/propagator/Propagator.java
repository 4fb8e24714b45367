package org.mixfield.core.propagator;

import java.util.Map;
import org.apiguardian.api.API;

/** Carries a state through time. The one mutable object of a solver; used by one thread. */
@API(status = API.Status.EXPERIMENTAL)
public interface Propagator {

    /**
     * Moves the state forward.
     *
     * @param time not before the present one
     * @throws org.mixfield.core.run.NumericalException where the accuracy asked for cannot be reached or a value is not
     *     finite
     */
    void advanceTo(double time);

    /** The state at the present time; owned by the propagator and valid until it moves on. */
    State state();

    /** How it went so far: steps, operator applications, drifts, error estimates; plain values for {@code summary.json}. */
    Map<String, Object> report();
}
