package org.mixfield.core.model;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;

/**
 * {@code soliton}: the orbital {@code of} times cos θ tanh(cos θ (s − position)/width) + i sin θ, s the coordinate along
 * {@code axis} and θ the {@code angle}: a dark soliton. For θ = 0, the default, it is black, a sign change with a node; for
 * other θ between −π/2 and π/2 grey, of depth cos²θ, and it moves at sin θ of the speed of sound.
 */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SolitonOrbitalProvider implements OrbitalProvider {

    private static final List<String> AXES = List.of("x", "y", "z");

    @Override
    public String name() {
        return "soliton";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("position", "length", "width", "length");
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of(
                "position", "of its plane along the axis",
                "width", "over which the density recovers",
                "angle", "its velocity, between -π/2 and π/2; 0 is black and at rest",
                "axis", "across which its plane lies",
                "of", "the orbital that it is imprinted on"));
        double position = settings.number("position", 0);
        double width = settings.positive("width");
        double angle = settings.number("angle", 0);
        int axis = AXES.indexOf(settings.choice("axis", "x", AXES));
        if (!(Math.abs(angle) < Math.PI / 2)) {
            settings.problem("angle", "found " + angle + "; accepted: a number between -pi/2 and pi/2");
        }
        if (settings.axes() > 0 && axis >= settings.axes()) {
            settings.problem(
                    "axis",
                    "found " + AXES.get(axis) + "; accepted on this grid: "
                            + String.join(", ", AXES.subList(0, settings.axes())));
        }
        return MadeFrom.read(settings, (site, field) -> apply(position, width, angle, axis, field), false);
    }

    private static void apply(double position, double width, double angle, int axis, ComplexField field) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] data = field.data();
        field.grid().forEachPoint((index, x, y, z) -> {
            double s = axis == 0 ? x : axis == 1 ? y : z;
            MadeFrom.multiply(data, index, cos * Math.tanh(cos * (s - position) / width), sin);
        });
    }
}
