package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/** All that is measured in one run. An observable that cannot say what it measures is left out with a warning. */
final class Observables {

    private static final Column TIME = new Column("time", "time", "time since the start of the run");

    /** The observable of the Hartree orbit, and what its columns begin with. */
    private static final String HARTREE = "hartree";

    /** The order of columns, by what stands before the first dot; others follow by the name of their provider. */
    private static final List<String> ORDER = List.of(
            "hartree",
            "projected",
            "modes",
            "fock",
            "gamma",
            "schmidt",
            "fluctuation",
            "direct",
            "truncated",
            "bogoliubov",
            "laboratory");

    private final Map<String, Observable> measured = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Observables() {}

    /** The observables that apply to a run with these solvers. */
    static Observables of(List<ObservableProvider> providers, Discretization discretization, List<Solver> solvers) {
        Set<Class<? extends State>> states = solvers.stream()
                .flatMap(solver -> solver.stateTypes().stream())
                .collect(Collectors.toUnmodifiableSet());
        Observables observables = new Observables();
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put(TIME.name(), "mixfield");
        for (ObservableProvider provider : providers) {
            try {
                Observable observable = provider.create(Settings.of(Map.of(), new Problems()));
                observables.add(provider.name(), observable, observable.columns(discretization, states), owners);
            } catch (RuntimeException | LinkageError e) {
                observables.warnings.add("the observable '" + provider.name() + "' is left out: " + e);
            }
        }
        observables.columns.sort(Comparator.comparingInt(Observables::rank));
        observables.columns.add(0, TIME);
        return observables;
    }

    private void add(String name, Observable observable, List<Column> declared, Map<String, String> owners) {
        for (Column column : declared) {
            if (owners.containsKey(column.name())) {
                throw new IllegalArgumentException(
                        "its column " + column.name() + " belongs to " + owners.get(column.name()));
            }
        }
        if (!declared.isEmpty()) {
            declared.forEach(column -> owners.put(column.name(), name));
            measured.put(name, observable);
            columns.addAll(declared);
        }
    }

    private static int rank(Column column) {
        int rank = ORDER.indexOf(column.name().replaceFirst("\\..*", ""));
        return rank < 0 ? ORDER.size() : rank;
    }

    /** The columns of a row, {@code time} first. */
    List<Column> columns() {
        return List.copyOf(columns);
    }

    /** The names of the providers whose observables apply. */
    List<String> names() {
        return List.copyOf(measured.keySet());
    }

    /** What was left out and why. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws org.mixfield.core.run.NumericalException where a value is not finite */
    double[] measure(Snapshot snapshot) {
        return measure(snapshot, Optional.empty());
    }

    /**
     * The same where a row of the same Hartree orbit at the same time is known: what is measured of that orbit alone, all of it in
     * columns {@code hartree.*}, is taken from there.
     */
    double[] measure(Snapshot snapshot, Optional<double[]> sameOrbit) {
        Measurement row = new Measurement(columns);
        row.put(TIME.name(), snapshot.time());
        measured.forEach((name, observable) -> {
            if (sameOrbit.isPresent() && name.equals(HARTREE)) {
                for (int i = 0; i < columns.size(); i++) {
                    if (columns.get(i).name().startsWith(HARTREE + ".")) {
                        row.put(columns.get(i).name(), sameOrbit.get()[i]);
                    }
                }
            } else {
                observable.measure(snapshot, row);
            }
        });
        return row.row();
    }
}
