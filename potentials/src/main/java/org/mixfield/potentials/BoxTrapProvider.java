package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/**
 * {@code box}: height (1 − Π χ(x<sub>i</sub> − center<sub>i</sub>)) with χ(x) = ½[tanh(s(x + w)) − tanh(s(x − w))], s the
 * {@code steepness} and w the {@code half-width} of the axis.
 *
 * <p>The walls are analytic, so that the spectral method keeps its order: they rise from 12 % to 88 % of the height within
 * 2/s. A grid resolves them where its spacing is well below 1/s.
 */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class BoxTrapProvider implements TrapProvider {

    @Override
    public String name() {
        return "box";
    }

    @Override
    public Trap create(Settings settings) {
        settings.means(Map.of(
                "half-width", "from the centre to the walls",
                "center", "the middle of the box",
                "height", "of the walls",
                "steepness", "inverse of the width of the walls"));
        double[] width = settings.positivePerAxis("half-width", null);
        double[] center = settings.perAxis("center", 0.0);
        double height = settings.number("height");
        double steepness = settings.positive("steepness");
        int axes = Math.min(width.length, center.length);
        double[] w = Arrays.copyOf(width, axes);
        double[] c = Arrays.copyOf(center, axes);
        return (x, y, z) -> {
            double inside = inside(steepness, w[0], x - c[0]);
            inside *= axes > 1 ? inside(steepness, w[1], y - c[1]) : 1;
            inside *= axes > 2 ? inside(steepness, w[2], z - c[2]) : 1;
            return height * (1 - inside);
        };
    }

    private static double inside(double steepness, double halfWidth, double x) {
        return 0.5 * (Math.tanh(steepness * (x + halfWidth)) - Math.tanh(steepness * (x - halfWidth)));
    }

    @Override
    public Map<String, String> units() {
        return Map.of("half-width", "length", "center", "length", "height", "energy", "steepness", "1/length");
    }
}
