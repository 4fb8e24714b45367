package org.mixfield.core.observable;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.State;

/**
 * All states of a run at one time. They belong to the propagators and change when these move on.
 *
 * @param time the time
 * @param discretization the mixture on its grid
 * @param states the states, and of those that put several together the {@linkplain State#parts parts}; where two are of a
 *     kind, the first is meant
 */
@API(status = API.Status.EXPERIMENTAL)
public record Snapshot(double time, Discretization discretization, List<State> states) {
    public Snapshot {
        states = states.stream().flatMap(state -> state.parts().stream()).toList();
    }

    /**
     * The state of a kind.
     *
     * @throws IllegalStateException where the run has none
     */
    public <S extends State> S state(Class<S> type) {
        return states.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this run holds no " + type.getSimpleName()));
    }
}
