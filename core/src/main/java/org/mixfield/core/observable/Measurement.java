package org.mixfield.core.observable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.NumericalException;

/** The values of one row, by column name. */
@API(status = API.Status.EXPERIMENTAL)
public final class Measurement {

    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final double[] values;

    /** An empty row with these columns. */
    public Measurement(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.values = new double[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            if (places.put(columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "two observables declare the column " + columns.get(i).name());
            }
        }
        Arrays.fill(values, Double.NaN);
    }

    /** Sets a column. Columns that were not declared are refused. */
    public void put(String column, double value) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("the column " + column + " was not declared");
        }
        values[place] = value;
    }

    /**
     * The row in the order of the columns.
     *
     * @throws NumericalException where a value is not finite or was not set
     */
    public double[] row() {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new NumericalException("the observable " + columns.get(i).name() + " is " + values[i]
                        + " at time " + values[places.getOrDefault("time", 0)] + "; a smaller step may do");
            }
        }
        return values.clone();
    }
}
