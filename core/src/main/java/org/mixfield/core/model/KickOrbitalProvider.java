package org.mixfield.core.model;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/**
 * {@code kick}: the orbital {@code of} times e<sup>i momentum·x</sup>. On a ring the factor is periodic where every
 * component of the momentum is a multiple of 2π/L.
 */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class KickOrbitalProvider implements OrbitalProvider {

    @Override
    public String name() {
        return "kick";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("momentum", "momentum");
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of("momentum", "what every particle gets", "of", "the orbital that is kicked"));
        double[] momentum = Arrays.copyOf(settings.perAxis("momentum", null), 3);
        return MadeFrom.read(settings, (site, field) -> apply(momentum, site.grid(), field), true);
    }

    private static void apply(double[] momentum, Grid grid, ComplexField field) {
        requireOnGrid(momentum, grid);
        double[] data = field.data();
        grid.forEachPoint((index, x, y, z) -> {
            double phase = momentum[0] * x + momentum[1] * y + momentum[2] * z;
            MadeFrom.multiply(data, index, Math.cos(phase), Math.sin(phase));
        });
    }

    /** @throws IllegalArgumentException where a component is beyond the grid's wave numbers */
    static void requireOnGrid(double[] momentum, Grid grid) {
        for (int axis = 0; axis < grid.dimension(); axis++) {
            if (Math.abs(momentum[axis]) >= grid.nyquist(axis)) {
                throw new IllegalArgumentException("momentum " + momentum[axis] + " along " + Grid.axisName(axis)
                        + " is beyond what the grid holds, " + grid.nyquist(axis) + "; take more points");
            }
        }
    }
}
