package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/**
 * {@code table}: the values of a CSV {@code file} with the columns x, y, z, V (as many coordinates as the run has axes) on a
 * rectilinear grid, in any order and in the units of the run. Between its points it is interpolated by products of cubics;
 * at its points it is exact. There is no extrapolation: it must cover the run's box.
 */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class TableTrapProvider implements TrapProvider {

    private static final List<String> AXES = List.of("x", "y", "z");

    @Override
    public String name() {
        return "table";
    }

    @Override
    public Trap create(Settings settings) {
        settings.means(Map.of(
                "file",
                "lines of coordinates and V on a rectilinear grid that covers the box; relative to the configuration"));
        int axes = settings.axes() > 0 ? settings.axes() : 1;
        List<String> columns =
                Stream.concat(AXES.stream().limit(axes), Stream.of("V")).toList();
        Optional<Path> file = settings.path("file");
        int before = settings.problemCount();
        double[][] rows = file.map(path -> NumberRows.read(path, columns, settings, "file"))
                .orElse(new double[0][]);
        if (file.isEmpty() || settings.problemCount() > before) {
            return Trap.NONE;
        }
        try {
            return new Table(file.orElseThrow().toString(), CubicBox.of(rows), axes);
        } catch (IllegalArgumentException e) {
            settings.problem(
                    "file",
                    file.orElseThrow() + " " + e.getMessage() + "; accepted: each point of a rectilinear grid once, "
                            + String.join(",", columns));
            return Trap.NONE;
        }
    }

    private record Table(String file, CubicBox box, int axes) implements Trap {

        @Override
        public double value(double x, double y, double z) {
            double[] at = axes == 1 ? new double[] {x} : axes == 2 ? new double[] {x, y} : new double[] {x, y, z};
            for (int axis = 0; axis < axes; axis++) {
                if (!box.covers(axis, at[axis])) {
                    double[] range = box.range(axis);
                    throw new IllegalArgumentException("the trap is asked at " + AXES.get(axis) + " = " + at[axis]
                            + ", but the table " + file + " covers " + range[0] + " to " + range[1]
                            + " and is not extrapolated; extend the table or take a smaller box");
                }
            }
            return box.value(at);
        }
    }
}
