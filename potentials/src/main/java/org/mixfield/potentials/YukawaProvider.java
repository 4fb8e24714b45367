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

/** {@code yukawa}: V(r) = strength e<sup>−screening r</sup> / r. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class YukawaProvider implements PotentialProvider {

    @Override
    public String name() {
        return "yukawa";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of(
                "strength", "V times r near r = 0",
                "screening", "inverse of the length over which it is screened; 0 is coulomb"));
        return new Yukawa(settings.number("strength"), settings.nonNegative("screening"));
    }

    @Override
    public String formula() {
        return "strength e^(-screening r) / r";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length", "screening", "1/length");
    }

    record Yukawa(double strength, double screening) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.exp(-screening * r) / r;
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength, 1));
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }

        /**
         * In three dimensions 4π [1 − e^{−μR} (cos kR + μ sin(kR)/k)]/(k² + μ²), μ the screening. The bracket is written as a
         * sum of positive terms, so that nothing cancels where kR and μR are small.
         */
        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            if (dimension != 3) {
                return RadialPotential.super.truncatedTransform(dimension, radius, largestWaveNumber);
            }
            double m = screening * radius;
            double atRest = restingPart(m);
            double factor = strength * 4 * Math.PI * radius * radius;
            return (kx, ky, kz) -> {
                double x = Math.sqrt(kx * kx + ky * ky + kz * kz) * radius;
                double moving = Math.exp(-m) * (Waves.versine(x) + m * Waves.sincDefect(x));
                double sum = Math.hypot(x, m);
                double share = sum == 0 ? 0 : (x / sum) * (x / sum);
                return factor * (atRest + share * (moving - atRest));
            };
        }

        /** (1 − (1 + m) e^{−m})/m². */
        private static double restingPart(double m) {
            if (m > 1) {
                return (1 - (1 + m) * Math.exp(-m)) / (m * m);
            }
            double power = 1;
            double sum = 0;
            for (int n = 2; n <= 20; n++) {
                // Σ (−m)ⁿ (n−1)/n!
                sum += power * (n - 1);
                power *= -m / (n + 1);
            }
            return sum / 2;
        }

        /** In three dimensions 4π/(k² + μ²). */
        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            if (dimension != 3 || screening == 0) {
                return RadialPotential.super.transform(dimension, scale, largestWaveNumber);
            }
            return (kx, ky, kz) -> strength * 4 * Math.PI / (kx * kx + ky * ky + kz * kz + screening * screening);
        }

        @Override
        public Optional<FormBound> formBound(int dimension) {
            return InverseDistance.formBound(strength, dimension);
        }
    }
}
