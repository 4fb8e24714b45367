package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;

/**
 * {@code ramp}: {@code from} one value {@code to} another, from time {@code start} on and within {@code duration}. A
 * duration of 0 is a quench. The shape is {@code linear} or {@code smooth}: the polynomial of degree 9 whose first four
 * derivatives vanish at both ends.
 */
@AutoService(ModulationProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class RampProvider implements ModulationProvider {

    @Override
    public String name() {
        return "ramp";
    }

    @Override
    public Modulation create(Settings settings) {
        settings.means(Map.of(
                "from", "the factor before",
                "to", "the factor after",
                "start", "when it begins to change",
                "duration", "how long it changes; 0 is a quench",
                "shape", "of the change: linear, or smooth with four continuous derivatives"));
        double from = settings.number("from", 1);
        double to = settings.number("to");
        double start = settings.nonNegative("start", 0);
        double duration = settings.nonNegative("duration");
        boolean smooth =
                settings.choice("shape", "linear", List.of("linear", "smooth")).equals("smooth");
        return from == to ? Modulation.constant(from) : new Ramp(from, to, start, duration, smooth);
    }

    @Override
    public Map<String, String> units() {
        return Map.of("from", "1", "to", "1", "start", "time", "duration", "time");
    }

    private record Ramp(double from, double to, double start, double duration, boolean smooth) implements Modulation {

        @Override
        public double at(double time) {
            if (time < start) {
                return from;
            }
            if (time >= start + duration) {
                return to;
            }
            double s = (time - start) / duration;
            return from + (to - from) * (smooth ? smoothstep(s) : s);
        }

        /** ∫₀ˢ x⁴(1−x)⁴ dx / ∫₀¹ x⁴(1−x)⁴ dx. */
        private static double smoothstep(double s) {
            return s * s * s * s * s * (126 + s * (-420 + s * (540 + s * (-315 + s * 70))));
        }

        /** Of a smooth ramp the fifth derivative jumps. */
        @Override
        public List<Double> kinks() {
            return duration == 0 ? List.of(start) : List.of(start, start + duration);
        }

        /** It is monotone. */
        @Override
        public double largest(double end) {
            return Math.max(Math.abs(at(0)), Math.abs(at(end)));
        }
    }
}
