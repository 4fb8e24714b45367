package org.mixfield.core.model;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;

/** {@code modes}: Σ coefficients<sub>p</sub> φ<sub>p</sub> over the run's one-particle modes, normalised. */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ModesOrbitalProvider implements OrbitalProvider {

    @Override
    public String name() {
        return "modes";
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of("coefficients", "amplitude of each mode of the many-body solver; normalised"));
        double[] coefficients = settings.complexNumbers("coefficients");
        return site -> {
            ModeFunctions functions = site.modes()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "an initial orbital in modes needs solvers.fock.modes, and this run has none"));
            if (coefficients.length > 2 * functions.count()) {
                throw new IllegalArgumentException(coefficients.length / 2 + " coefficients are given for "
                        + functions.count() + " modes; give at most one for each");
            }
            return functions.expand(coefficients);
        };
    }
}
