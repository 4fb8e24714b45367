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

/** {@code soft-yukawa}: V(r) = strength e<sup>−screening r</sup> / √(r² + softening²). */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SoftYukawaProvider implements PotentialProvider {

    @Override
    public String name() {
        return "soft-yukawa";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of(
                "strength", "V times the softened distance, without screening",
                "screening", "inverse of the length over which it is screened",
                "softening", "the length that takes the singularity at r = 0 away"));
        return new SoftYukawa(
                settings.number("strength"), settings.nonNegative("screening"), settings.positive("softening"));
    }

    @Override
    public String formula() {
        return "strength e^(-screening r) / √(r² + softening²)";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length", "screening", "1/length", "softening", "length");
    }

    record SoftYukawa(double strength, double screening, double softening) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.exp(-screening * r) / Math.sqrt(r * r + softening * softening);
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
