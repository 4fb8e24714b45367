package org.mixfield.core.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;

/**
 * What a sink is told when a run begins.
 *
 * @param name the run's name
 * @param directory where its files go; exists and is writable
 * @param grid the grid of field snapshots
 * @param columns the columns of every row, {@code time} first
 * @param configuration the configuration as understood, defaults filled in
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunRecord(
        String name, Path directory, Grid grid, List<Column> columns, Map<String, Object> configuration) {
    public RunRecord {
        columns = List.copyOf(columns);
    }
}
