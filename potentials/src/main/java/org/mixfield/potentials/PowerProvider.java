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

/**
 * {@code power}: V(r) = strength r<sup>−exponent</sup>. Any exponent is a potential; whether it is integrable at 0, and obeys
 * the form bound, depends on the dimension and is checked there.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class PowerProvider implements PotentialProvider {

    @Override
    public String name() {
        return "power";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("strength", "V at r = 1", "exponent", "the power of 1/r"));
        return new Power(settings.number("strength"), settings.number("exponent"));
    }

    @Override
    public String formula() {
        return "strength r^(-exponent)";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length^exponent", "exponent", "1");
    }

    record Power(double strength, double exponent) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.pow(r, -exponent);
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength, exponent));
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }
    }
}
