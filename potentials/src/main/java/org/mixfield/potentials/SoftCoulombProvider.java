package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/** {@code soft-coulomb}: V(r) = strength / √(r² + softening²). */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SoftCoulombProvider implements PotentialProvider {

    @Override
    public String name() {
        return "soft-coulomb";
    }

    @Override
    public PairPotential create(Settings settings) {
        return new SoftCoulomb(settings.number("strength"), settings.positive("softening"));
    }

    record SoftCoulomb(double strength, double softening) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength / Math.sqrt(r * r + softening * softening);
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }
    }
}
