package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** {@code harmonic}: Σ stiffness<sub>i</sub> x<sub>i</sub>², with a stiffness not below 0 for each axis. */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class HarmonicTrapProvider implements TrapProvider {

    @Override
    public String name() {
        return "harmonic";
    }

    @Override
    public Trap create(Settings settings) {
        double[] k = Arrays.copyOf(settings.nonNegativePerAxis("stiffness", null), 3);
        return (x, y, z) -> k[0] * x * x + k[1] * y * y + k[2] * z * z;
    }
}
