package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.LeadingPower;
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
        settings.means(Map.of(
                "strength", "V times the softened distance",
                "softening", "the length that takes the singularity at r = 0 away"));
        return new SoftCoulomb(settings.number("strength"), settings.positive("softening"));
    }

    @Override
    public String formula() {
        return "strength / √(r² + softening²)";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length", "softening", "length");
    }

    record SoftCoulomb(double strength, double softening) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength / Math.sqrt(r * r + softening * softening);
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength / softening, 0));
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }
    }
}
