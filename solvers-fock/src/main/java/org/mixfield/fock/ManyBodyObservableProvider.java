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
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/** {@code fock}: norm, energy and particle numbers of the many-body state. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ManyBodyObservableProvider implements ObservableProvider {

    @Override
    public String name() {
        return "fock";
    }

    @Override
    public Observable create(Settings settings) {
        return new ManyBodyObservable();
    }

    private static final class ManyBodyObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            return states.contains(ManyBodyState.class)
                    ? List.of(
                            new Column("fock.norm", "1", "norm of the many-body state"),
                            new Column("fock.energy", "energy", "<H>/(N1+N2)"),
                            new Column("fock.number.u", "1", "expected number of particles of species u"),
                            new Column("fock.number.v", "1", "expected number of particles of species v"))
                    : List.of();
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            ManyBodyState state = snapshot.state(ManyBodyState.class);
            row.put("fock.norm", state.norm());
            row.put("fock.energy", state.energyPerParticle());
            row.put("fock.number.u", state.numberU());
            row.put("fock.number.v", state.numberV());
        }
    }
}
