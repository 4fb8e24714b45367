package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;

/** What every observable must keep, in runs with the Hartree system, with a many-body state, and with both. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class ObservableContract extends ProviderContract<ObservableProvider> {

    private final Workers workers = Workers.of(2);

    /** A run: the kinds of its states as its solvers state them, and the states. */
    private record Run(Discretization discretization, Set<Class<? extends State>> kinds, List<State> states) {}

    /** The mixture that is measured; {@link MadeUpMixture} on grids of one to three axes unless overridden. */
    protected List<Discretization> discretizations(Workers workers) {
        return List.of(
                MadeUpMixture.onALine(workers),
                MadeUpMixture.on(Grid.of(new int[] {32, 24}, new double[] {16, 15}), workers),
                MadeUpMixture.on(Grid.of(new int[] {16, 12, 14}, new double[] {12, 11, 10}), workers));
    }

    @AfterEach
    void closeWorkers() {
        workers.close();
    }

    @Override
    final Observable create(ObservableProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private Observable observable() {
        return (Observable) created();
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Discretization discretization : discretizations(workers)) {
            HartreeState hartree =
                    new HartreeState(discretization.initial(SpeciesName.U), discretization.initial(SpeciesName.V));
            ProductState manyBody = ProductState.of(discretization);
            runs.add(new Run(discretization, Set.of(HartreeState.class), List.of(hartree)));
            runs.add(new Run(discretization, Set.of(ManyBodyState.class), List.of(manyBody)));
            runs.add(new Run(
                    discretization, Set.of(HartreeState.class, ManyBodyState.class), List.of(hartree, manyBody)));
        }
        return runs;
    }

    private List<Run> runsItAppliesTo() {
        List<Run> runs = runs().stream()
                .filter(run ->
                        !observable().columns(run.discretization(), run.kinds()).isEmpty())
                .toList();
        assertThat(runs).as("runs that the observable applies to").isNotEmpty();
        return runs;
    }

    private static double[] measure(Observable observable, Run run) {
        Measurement row = new Measurement(observable.columns(run.discretization(), run.kinds()));
        observable.measure(new Snapshot(0, run.discretization(), run.states()), row);
        return row.row();
    }

    @Test
    void columnsHaveNamesUnitsAndMeanings() {
        for (Run run : runsItAppliesTo()) {
            List<Column> columns = observable().columns(run.discretization(), run.kinds());
            assertThat(columns).allSatisfy(column -> {
                assertThat(column.name()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
                assertThat(column.unit()).isNotBlank();
                assertThat(column.meaning()).isNotBlank();
            });
            assertThat(columns.stream().map(Column::name).collect(Collectors.toSet()))
                    .hasSameSizeAs(columns);
        }
    }

    /** A {@link Measurement} refuses columns that were not declared and values that are missing or not finite. */
    @Test
    void theColumnsItFillsAreThoseItDeclares() {
        for (Run run : runsItAppliesTo()) {
            assertFinite(measure(observable(), run));
        }
    }

    @Test
    void measuringChangesNoStateAndGivesTheSameAgain() {
        for (Run run : runsItAppliesTo()) {
            List<double[]> before = run.states().stream().map(StateValues::of).toList();
            Observable observable = observable();
            double[] once = measure(observable, run);
            assertThat(measure(observable, run)).containsExactly(once);
            assertThat(measure(observable(), run)).as("another observable").containsExactly(once);
            for (int i = 0; i < before.size(); i++) {
                assertThat(StateValues.of(run.states().get(i))).containsExactly(before.get(i));
            }
        }
    }
}
