package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/**
 * {@code laboratory}: the columns of {@code fock}, {@code gamma}, {@code fluctuation} and {@code schmidt} once more, of the
 * laboratory frame of a run in two frames.
 */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class LaboratoryObservableProvider implements ObservableProvider {

    private static final String PREFIX = "laboratory.";

    @Override
    public String name() {
        return "laboratory";
    }

    @Override
    public Observable create(Settings settings) {
        Settings nothing = Settings.of(java.util.Map.of(), new Problems());
        return new LaboratoryObservable(List.of(
                new ManyBodyObservableProvider().create(nothing),
                new ReducedDensityObservableProvider().create(nothing),
                new FluctuationObservableProvider().create(nothing),
                new SchmidtObservableProvider().create(nothing)));
    }

    private record LaboratoryObservable(List<Observable> repeated) implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            List<Column> columns = new ArrayList<>();
            if (states.contains(LaboratoryPart.class)) {
                for (Observable observable : repeated) {
                    for (Column column : observable.columns(discretization, repeatable(states))) {
                        columns.add(new Column(
                                PREFIX + column.name(), column.unit(), column.meaning() + "; in the laboratory frame"));
                    }
                }
            }
            return columns;
        }

        /** The kinds of states that the laboratory frame has, and the grid's. */
        private static Set<Class<? extends State>> repeatable(Set<Class<? extends State>> states) {
            Set<Class<? extends State>> kinds = new HashSet<>(
                    Set.of(ManyBodyState.class, FluctuationState.class, FixedNumberState.class, HartreeState.class));
            kinds.retainAll(states);
            return kinds;
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            ManyBodyState laboratory = snapshot.state(LaboratoryPart.class).laboratory();
            List<State> states = new ArrayList<>();
            for (State state : snapshot.states()) {
                states.add(state instanceof ManyBodyState ? laboratory : state);
            }
            Set<Class<? extends State>> kinds = new HashSet<>(Set.of(ManyBodyState.class));
            if (laboratory instanceof FluctuationState state && state.moments().isPresent()) {
                kinds.add(FluctuationState.class);
            }
            if (laboratory instanceof FixedNumberState fixed
                    && fixed.correlations().isPresent()) {
                kinds.add(FixedNumberState.class);
            }
            if (states.stream().anyMatch(HartreeState.class::isInstance)) {
                kinds.add(HartreeState.class);
            }
            Snapshot inLaboratory = new Snapshot(snapshot.time(), snapshot.discretization(), states);
            for (Observable observable : repeated) {
                List<Column> columns = observable.columns(snapshot.discretization(), kinds);
                if (columns.isEmpty()) {
                    continue;
                }
                Measurement part = new Measurement(columns);
                observable.measure(inLaboratory, part);
                double[] values = part.row();
                for (int i = 0; i < values.length; i++) {
                    row.put(PREFIX + columns.get(i).name(), values[i]);
                }
            }
        }
    }
}
