package org.mixfield.core.propagator;

import java.util.List;
import org.apiguardian.api.API;

/** What a propagator holds at a time, as observables see it. Each kind of state is an interface or record of its own. */
@API(status = API.Status.EXPERIMENTAL)
public interface State {

    /** The states that observables find in it: itself, unless it puts several together. */
    default List<State> parts() {
        return List.of(this);
    }
}
