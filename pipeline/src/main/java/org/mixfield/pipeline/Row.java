package org.mixfield.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.mixfield.core.config.NearestName;
import org.mixfield.core.run.Column;

/** What was measured at one time, by the names of columns. Immutable. */
@API(status = API.Status.EXPERIMENTAL)
public final class Row {

    private final List<Column> columns;
    private final double[] values;

    Row(List<Column> columns, double[] values) {
        this.columns = columns;
        this.values = values.clone();
    }

    /** The time. */
    public double time() {
        return value("time");
    }

    /**
     * The value of a column.
     *
     * @throws IllegalArgumentException where the run has no such column, with those it has
     */
    public double value(String column) {
        return find(column).orElseThrow(() -> unknown(column, columns));
    }

    /** The value of a column, where the run has it. */
    public OptionalDouble find(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return OptionalDouble.of(values[i]);
            }
        }
        return OptionalDouble.empty();
    }

    /** The value of a column with that of {@code column.error}. */
    public Estimate estimate(String column) {
        return new Estimate(value(column), find(column + ".error").orElse(Double.NaN));
    }

    /** The values in the order of the columns, an array of the caller's own. */
    public double[] values() {
        return values.clone();
    }

    static IllegalArgumentException unknown(String column, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        return new IllegalArgumentException("the run has no column '" + column + "'" + NearestName.hint(column, names)
                + "; it has " + String.join(", ", names));
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
