package org.mixfield.pipeline.figure;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Densities over planes, side by side in rows, each row with one range of colours.
 *
 * @param name a short name that does not change, also of its picture
 * @param title its title
 * @param x the axis across
 * @param y the axis upwards
 * @param unit the unit of the densities; empty where it is none
 * @param rows maps side by side
 */
@API(status = API.Status.EXPERIMENTAL)
public record DensityMaps(String name, String title, Axis x, Axis y, String unit, List<List<Panel>> rows) {

    public DensityMaps {
        rows = List.copyOf(rows);
    }

    /**
     * One density.
     *
     * @param title what it is
     * @param x equidistant points across
     * @param y equidistant points upwards
     * @param values row-major in (x, y)
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Panel(String title, double[] x, double[] y, double[] values) {}
}
