package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/** {@code gaussian}: V(r) = strength e<sup>−r²/(2 range²)</sup>. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class GaussianProvider implements PotentialProvider {

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public PairPotential create(Settings settings) {
        return new Gaussian(settings.number("strength"), settings.positive("range"));
    }

    record Gaussian(double strength, double range) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.exp(-r * r / (2 * range * range));
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }
    }
}
