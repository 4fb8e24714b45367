package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/** {@code projected}: the energy of the mode-projected Hartree system. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ProjectedObservableProvider implements ObservableProvider {

    @Override
    public String name() {
        return "projected";
    }

    @Override
    public Observable create(Settings settings) {
        return new ProjectedObservable();
    }

    private static final class ProjectedObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            return states.stream().anyMatch(ProjectedState.class::isAssignableFrom)
                    ? List.of(new Column(
                            "projected.energy", "energy", "energy per particle of the mode-projected Hartree system"))
                    : List.of();
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            row.put("projected.energy", snapshot.state(ProjectedState.class).projectedEnergy());
        }
    }
}
