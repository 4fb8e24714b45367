package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.run.Column;

/** {@code summary.json}, gathered while the rows pass. */
final class Summary {

    private static final String ERROR = ".error";

    private final Run run;
    private final List<Column> columns;
    private final Drifts drifts;
    private final Map<String, Object> last = new LinkedHashMap<>();
    private final Map<String, Object> greatestErrors = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private double earlierSeconds;
    private int rows;

    Summary(Run run, List<Column> columns) {
        this.run = run;
        this.columns = columns;
        this.drifts = new Drifts(columns, !run.configuration().mixture().changes());
    }

    /** Takes the part of a run before it was resumed into account. */
    void resume(double seconds, Iterable<double[]> rows) {
        earlierSeconds = seconds;
        rows.forEach(this::row);
    }

    /** Wall time so far. */
    double seconds() {
        return earlierSeconds + 1e-9 * (System.nanoTime() - start);
    }

    /** Takes a row into account. */
    void row(double[] values) {
        rows++;
        drifts.row(values);
        for (int i = 0; i < values.length; i++) {
            String name = columns.get(i).name();
            last.put(name, values[i]);
            if (name.endsWith(ERROR)) {
                String quantity = name.substring(0, name.length() - ERROR.length());
                greatestErrors.merge(quantity, values[i], (one, other) -> Math.max((double) one, (double) other));
            }
        }
    }

    /** Rows so far. */
    int rows() {
        return rows;
    }

    /**
     * The summary as it stands.
     *
     * @param ending how the run ended
     * @param reports what each solver says of itself
     */
    Map<String, Object> toMap(Ending ending, Map<String, ?> reports, List<String> warnings) {
        RunConfiguration configuration = run.configuration();
        Mixture mixture = configuration.mixture();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", configuration.name());
        map.put("status", ending.status());
        ending.reason().ifPresent(reason -> map.put("reason", reason));
        ending.failure().ifPresent(failure -> map.put("failure", failure.key()));
        map.put("rows", rows);
        map.put("rows-asked", configuration.times().count());
        map.put("final", new LinkedHashMap<>(last));
        map.put("drifts", drifts.toMap());
        if (mixture.changes()) {
            map.put("energy", "not conserved: the Hamiltonian changes in time");
        }
        map.put("errors", new LinkedHashMap<>(greatestErrors));
        map.put("theorem-applies", run.formBounds().theoremApplies());
        map.put("form-bounds", run.formBounds().toMap());
        map.put("condition-constant", mixture.conditionConstant());
        map.put("weights", weights(mixture));
        map.put("solvers", reports);
        map.put(
                "warnings",
                Stream.concat(run.formBounds().notices().stream(), warnings.stream())
                        .toList());
        map.put("wall-seconds", seconds());
        return map;
    }

    private static Map<String, Double> weights(Mixture mixture) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("c1", mixture.weights().c1());
        weights.put("c2", mixture.weights().c2());
        return weights;
    }
}
