package org.mixfield.pipeline;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.run.Column;

/**
 * The rows of a run, in memory.
 *
 * @param columns what a row holds, with units and meanings
 * @param rows a row for each output time, at least one
 * @param warnings what there is to be warned of
 */
@API(status = API.Status.EXPERIMENTAL)
public record Results(List<Column> columns, List<Row> rows, List<String> warnings) {

    private static final String TRACE_DISTANCE = "gamma.trace-distance";

    public Results {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** The row of the last time. */
    public Row last() {
        return rows.get(rows.size() - 1);
    }

    /** True where the run has this column. */
    public boolean has(String column) {
        return columns.stream().anyMatch(known -> known.name().equals(column));
    }

    /**
     * A column, a value for each row; an array of the caller's own.
     *
     * @throws IllegalArgumentException where the run has no such column, with those it has
     */
    public double[] column(String name) {
        return rows.stream().mapToDouble(row -> row.value(name)).toArray();
    }

    /**
     * Tr|γ − |u⊗v⟩⟨u⊗v|| at the last time, against the Hartree system in the modes.
     *
     * @throws IllegalArgumentException where the run has no many-body solver
     */
    public Estimate traceDistance() {
        return last().estimate(TRACE_DISTANCE);
    }
}
