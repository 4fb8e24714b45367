package org.mixfield.hartree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;

/** Norms, energies, moments and overlaps of the Hartree orbitals, each with its error where the solver estimates it. */
final class HartreeObservable implements Observable {

    /** Part of the largest error of a quantity that all its columns have at least. */
    private static final double SHARE = 0.2;

    /** Rounding of a value relative to the size of what is summed up in it, from some thousand transforms. */
    private static final double ROUNDING = 3e-14;

    private static final Pattern PLACE = Pattern.compile("(\\.(u|v|uu|vv|x|y|z|\\d+))+$");

    private @Nullable Gradients gradients;

    @Override
    public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
        List<Column> columns = new ArrayList<>();
        if (!states.contains(HartreeState.class)) {
            return columns;
        }
        for (Column column : HartreeColumns.of(discretization)) {
            columns.add(column);
            if (states.contains(HartreeState.Coarser.class)) {
                columns.add(new Column(
                        column.name() + ".error", column.unit(), "upper estimate of the error by the steps in time"));
            }
        }
        return columns;
    }

    @Override
    public void measure(Snapshot snapshot, Measurement row) {
        HartreeState state = snapshot.state(HartreeState.class);
        Map<String, Double> values = values(state, snapshot);
        values.forEach(row::put);
        state.coarser().ifPresent(coarser -> {
            Map<String, Double> other =
                    values(new HartreeState(coarser.u(), coarser.v(), Optional.empty(), state.meanField()), snapshot);
            errors(values, other, coarser).forEach((name, error) -> row.put(name + ".error", error));
        });
    }

    /**
     * The error of each value. The difference that tells it passes through 0 at times, where the error does not vanish; so
     * that it is never less than a part of the largest one among the same quantity of both species and all axes.
     */
    private static Map<String, Double> errors(
            Map<String, Double> values, Map<String, Double> other, HartreeState.Coarser coarser) {
        Map<String, Double> errors = new LinkedHashMap<>();
        Map<String, Double> largest = new HashMap<>();
        values.forEach((name, value) -> {
            double error = coarser.error(value - other.getOrDefault(name, Double.NaN));
            errors.put(name, error);
            largest.merge(quantity(name), error, Math::max);
        });
        errors.replaceAll((name, error) -> Math.max(error, SHARE * largest.getOrDefault(quantity(name), 0.0))
                + ROUNDING * ValueScale.of(name, values));
        return errors;
    }

    /** A column's name without species, axis and number. */
    private static String quantity(String name) {
        return PLACE.matcher(name).replaceAll("");
    }

    private Map<String, Double> values(HartreeState state, Snapshot snapshot) {
        Discretization discretization = snapshot.discretization();
        Gradients used = gradients;
        if (used == null) {
            Workers workers = discretization.workers();
            Grid grid = discretization.grid();
            used = new Gradients(grid, discretization.backend().complex(workers, grid.shape()), workers);
            gradients = used;
        }
        return HartreeValues.of(state, discretization, used, snapshot.time());
    }
}
