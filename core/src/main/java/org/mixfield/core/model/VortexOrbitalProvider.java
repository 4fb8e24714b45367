package org.mixfield.core.model;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;

/**
 * {@code vortex}: the orbital {@code of} times (ρ/√(ρ²+core²))<sup>|charge|</sup> e<sup>i charge φ</sup>, ρ and φ the polar
 * coordinates about {@code center} in the plane across {@code axis}: (x, y) for z, (y, z) for x, (z, x) for y. The factor
 * is smooth, [(ξ ± iη)/√(ρ²+core²)]<sup>|charge|</sup>. In two and three dimensions.
 */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class VortexOrbitalProvider implements OrbitalProvider {

    private static final List<String> AXES = List.of("x", "y", "z");

    private static final int MOST_CHARGE = 100;

    @Override
    public String name() {
        return "vortex";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("core", "length", "center", "length");
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of(
                "charge", "how many times the phase goes round, not 0",
                "core", "radius within which the density is carved out",
                "center", "a point of its line",
                "axis", "the direction of its line",
                "of", "the orbital that it is imprinted on"));
        int charge = settings.integer("charge", -MOST_CHARGE, MOST_CHARGE, 1);
        if (charge == 0) {
            settings.problem("charge", "found 0; accepted: a whole number other than 0");
        }
        double core = settings.positive("core");
        double[] center = Arrays.copyOf(settings.perAxis("center", 0.0), 3);
        int axis = AXES.indexOf(settings.choice("axis", "z", AXES));
        if (settings.axes() == 1) {
            settings.problem("type", "a vortex needs a plane, and the grid is a line; give 2 or 3 axes");
        } else if (settings.axes() == 2 && axis != 2) {
            settings.problem("axis", "found " + AXES.get(axis) + "; accepted on a grid in the plane: z");
        }
        return MadeFrom.read(settings, (site, field) -> apply(charge, core, center, axis, field), false);
    }

    private static void apply(int charge, double core, double[] center, int axis, ComplexField field) {
        double[] data = field.data();
        double sign = Math.signum(charge);
        field.grid().forEachPoint((index, x, y, z) -> {
            double[] r = {x - center[0], y - center[1], z - center[2]};
            double xi = r[(axis + 1) % 3];
            double eta = r[(axis + 2) % 3];
            double scale = 1 / Math.sqrt(xi * xi + eta * eta + core * core);
            for (int turn = 0; turn < Math.abs(charge); turn++) {
                MadeFrom.multiply(data, index, scale * xi, sign * scale * eta);
            }
        });
    }
}
