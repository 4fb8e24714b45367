package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
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

    @Override
    public String formula() {
        return "strength e^(-r²/(2 range²))";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy", "range", "length");
    }

    record Gaussian(double strength, double range) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.exp(-r * r / (2 * range * range));
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength, 0));
        }

        /** (2π range²)^{d/2} e^{−k² range²/2}. */
        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            double mass = strength * Math.pow(2 * Math.PI * range * range, 0.5 * dimension);
            return (kx, ky, kz) -> mass * Math.exp(-(kx * kx + ky * ky + kz * kz) * range * range / 2);
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }
    }
}
