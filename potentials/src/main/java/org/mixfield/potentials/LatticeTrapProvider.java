package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/**
 * {@code lattice}: Σ depth<sub>i</sub> sin²(k<sub>i</sub> x<sub>i</sub> + phase<sub>i</sub>), with a {@code wave-number} k
 * or a {@code spacing} of wells π/k for each axis.
 */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class LatticeTrapProvider implements TrapProvider {

    @Override
    public String name() {
        return "lattice";
    }

    @Override
    public Trap create(Settings settings) {
        settings.means(Map.of(
                "depth", "from the lowest to the highest value, for each axis",
                "wave-number", "κ of sin²(κ x + phase)",
                "spacing", "instead of wave-number: the distance of neighbouring wells, π/κ",
                "phase", "moves the wells, in radians"));
        double[] depth = Arrays.copyOf(settings.perAxis("depth", null), 3);
        double[] k = Arrays.copyOf(waveNumbers(settings), 3);
        double[] phase = Arrays.copyOf(settings.perAxis("phase", 0.0), 3);
        return (x, y, z) -> well(depth[0], k[0] * x + phase[0])
                + well(depth[1], k[1] * y + phase[1])
                + well(depth[2], k[2] * z + phase[2]);
    }

    private static double well(double depth, double angle) {
        double sine = Math.sin(angle);
        return depth * sine * sine;
    }

    private static double[] waveNumbers(Settings settings) {
        if (!settings.has("spacing")) {
            return settings.perAxis("wave-number", null);
        }
        double[] spacing = settings.positivePerAxis("spacing", null);
        if (settings.has("wave-number")) {
            settings.perAxis("wave-number", null);
            settings.problem("spacing", "is given together with wave-number; give one of them");
        }
        return Arrays.stream(spacing).map(a -> Math.PI / a).toArray();
    }

    @Override
    public Map<String, String> units() {
        return Map.of("depth", "energy", "wave-number", "1/length", "spacing", "length", "phase", "1");
    }
}
