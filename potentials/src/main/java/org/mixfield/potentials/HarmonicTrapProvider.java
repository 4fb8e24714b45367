package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.HarmonicTrap;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/**
 * {@code harmonic}: Σ stiffness<sub>i</sub> (x<sub>i</sub> − center<sub>i</sub>)², with a stiffness not below 0 for each
 * axis, or instead a {@code frequency}: stiffness<sub>i</sub> = ½ m ω<sub>i</sub>² with the mass of the species. ω is an
 * angular frequency; in hertz f, ω = 2πf.
 */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class HarmonicTrapProvider implements TrapProvider {

    @Override
    public String name() {
        return "harmonic";
    }

    @Override
    public Trap create(Settings settings) {
        settings.means(Map.of(
                "stiffness", "k of k x², for each axis",
                "frequency", "instead of stiffness: ω of ½ m ω² x²",
                "center", "where it is 0"));
        return new HarmonicTrap(
                Arrays.copyOf(stiffness(settings), 3), Arrays.copyOf(settings.perAxis("center", 0.0), 3));
    }

    private static double[] stiffness(Settings settings) {
        if (!settings.has("frequency")) {
            return settings.nonNegativePerAxis("stiffness", null);
        }
        double[] omega = settings.nonNegativePerAxis("frequency", null);
        if (settings.has("stiffness")) {
            settings.nonNegativePerAxis("stiffness", null);
            settings.problem("frequency", "is given together with stiffness; give one of them");
        }
        Optional<Double> mass = settings.mass();
        if (mass.isEmpty()) {
            settings.problem("frequency", "needs the mass of a species, which is not known here; give stiffness");
        }
        return Arrays.stream(omega).map(w -> 0.5 * mass.orElse(1.0) * w * w).toArray();
    }

    @Override
    public Map<String, String> units() {
        return Map.of("stiffness", "energy/length²", "frequency", "frequency", "center", "length");
    }
}
