package org.mixfield.core.statement;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.run.Column;

/**
 * Numbers that findings rest on, to be shown as a table or a figure.
 *
 * @param name a short name that does not change, such as {@code truncated-dynamics}
 * @param title what it shows
 * @param columns what its columns mean
 * @param rows a number for each column
 */
@API(status = API.Status.EXPERIMENTAL)
public record Table(String name, String title, List<Column> columns, List<double[]> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (double[] row : rows) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException("the table " + name + " has " + columns.size()
                        + " columns and a row of " + row.length + " numbers");
            }
        }
    }
}
