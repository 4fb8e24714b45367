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

/** {@code square-well}: V(r) = strength for r &lt; radius, 0 beyond. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SquareWellProvider implements PotentialProvider {

    @Override
    public String name() {
        return "square-well";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("strength", "V inside", "radius", "the r beyond which V is 0"));
        return new SquareWell(settings.number("strength"), settings.positive("radius"));
    }

    @Override
    public String formula() {
        return "strength where r < radius, else 0";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy", "radius", "length");
    }

    record SquareWell(double strength, double radius) implements RadialPotential {

        @Override
        public double value(double r) {
            return r < radius ? strength : 0;
        }

        @Override
        public double[] breakPoints() {
            return new double[] {radius};
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength, 0));
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }

        /** With a the smaller of the radii, 4πa³ j₁(ka)/(ka) in three dimensions and 2a sin(ka)/(ka) in one. */
        @Override
        public KernelTransform truncatedTransform(int dimension, double cut, double largestWaveNumber) {
            double a = Math.min(cut, radius);
            return switch (dimension) {
                case 1 -> (kx, ky, kz) -> 2 * a * strength * Waves.sinc(Math.abs(kx) * a);
                case 3 ->
                    (kx, ky, kz) ->
                            4 * Math.PI * a * a * a * strength * Waves.ball(Math.sqrt(kx * kx + ky * ky + kz * kz) * a);
                default -> RadialPotential.super.truncatedTransform(dimension, cut, largestWaveNumber);
            };
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            return truncatedTransform(dimension, radius, largestWaveNumber);
        }
    }
}
