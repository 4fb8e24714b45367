package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/** {@code coulomb}: V(r) = strength / r. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class CoulombProvider implements PotentialProvider {

    @Override
    public String name() {
        return "coulomb";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("strength", "V times r"));
        return new Coulomb(settings.number("strength"));
    }

    @Override
    public String formula() {
        return "strength / r";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length");
    }

    record Coulomb(double strength) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength / r;
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength, 1));
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }

        /** In three dimensions 8π (sin(Rk/2)/k)², 2πR² at k = 0. */
        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            if (dimension != 3) {
                return RadialPotential.super.truncatedTransform(dimension, radius, largestWaveNumber);
            }
            return (kx, ky, kz) -> {
                double k = Math.sqrt(kx * kx + ky * ky + kz * kz);
                double ratio = k == 0 ? radius / 2 : Math.sin(radius * k / 2) / k;
                return strength * 8 * Math.PI * ratio * ratio;
            };
        }

        @Override
        public Optional<FormBound> formBound(int dimension) {
            return InverseDistance.formBound(strength, dimension);
        }
    }
}
