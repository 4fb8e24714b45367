package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;

/**
 * {@code oscillation}: 1 + amplitude sin(frequency t + phase). The frequency is angular, as that of a trap: in hertz f it is
 * 2πf.
 */
@AutoService(ModulationProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class OscillationProvider implements ModulationProvider {

    @Override
    public String name() {
        return "oscillation";
    }

    @Override
    public Modulation create(Settings settings) {
        settings.means(Map.of(
                "amplitude", "how far it goes up and down from 1",
                "frequency", "an angular one",
                "phase", "that at time 0, in radians"));
        double amplitude = settings.number("amplitude");
        double frequency = settings.positive("frequency");
        double phase = settings.number("phase", 0);
        return amplitude == 0 ? Modulation.NONE : new Oscillation(amplitude, frequency, phase);
    }

    @Override
    public Map<String, String> units() {
        return Map.of("amplitude", "1", "frequency", "frequency", "phase", "1");
    }

    private record Oscillation(double amplitude, double frequency, double phase) implements Modulation {

        @Override
        public double at(double time) {
            return 1 + amplitude * Math.sin(frequency * time + phase);
        }

        /** Reached, or nearly, within a period. */
        @Override
        public double largest(double end) {
            return 1 + Math.abs(amplitude);
        }
    }
}
