package org.mixfield.testkit;

import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ModeFunctions;

/**
 * Modes for tests: the discrete sine functions along the first axis, constant along the others. They are orthonormal on
 * every grid to rounding.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class MadeUpModes {

    private MadeUpModes() {}

    /**
     * The first modes on a grid.
     *
     * @param count at most the points of the first axis
     */
    public static ModeFunctions on(Grid grid, int count) {
        int n = grid.points(0);
        if (count > n) {
            throw new IllegalArgumentException("there are " + n + " sine functions on " + n + " points, not " + count);
        }
        double norm = Math.sqrt(2.0 * n / (n + 1) / (grid.size() * grid.cellVolume()));
        double[][] values = new double[count][grid.size()];
        int rest = grid.size() / n;
        for (int mode = 0; mode < count; mode++) {
            for (int j = 0; j < grid.size(); j++) {
                values[mode][j] = norm * Math.sin(Math.PI * (mode + 1) * (j / rest + 1) / (n + 1));
            }
        }
        return new ModeFunctions(grid, values);
    }
}
