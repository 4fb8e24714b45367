package org.mixfield.core.observable;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/** Something measured at each output time. */
@API(status = API.Status.EXPERIMENTAL)
public interface Observable {

    /**
     * The columns it fills in a run that holds these kinds of states; empty where it does not apply.
     *
     * @param states the kinds of states, as {@link org.mixfield.core.propagator.Solver#stateTypes()} gives them
     */
    List<Column> columns(Discretization discretization, Set<Class<? extends State>> states);

    /**
     * Fills its columns. Called only where {@link #columns} was not empty; must not change the states. The values follow
     * from the snapshot alone: a run may have been resumed since the row before.
     */
    void measure(Snapshot snapshot, Measurement row);
}
