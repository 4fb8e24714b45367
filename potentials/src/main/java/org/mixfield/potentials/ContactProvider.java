package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;

/** {@code contact}: V(x) = strength δ(x), a point interaction. It is not a function, and violates the form bound. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ContactProvider implements PotentialProvider {

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public PairPotential create(Settings settings) {
        return new Contact(settings.number("strength"));
    }

    @Override
    public String formula() {
        return "strength δ(x)";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length^d");
    }

    record Contact(double strength) implements PairPotential {

        @Override
        public boolean vanishes() {
            return strength == 0;
        }

        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            return (kx, ky, kz) -> strength;
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            return (kx, ky, kz) -> strength;
        }

        @Override
        public Optional<FormBound> formBound(int dimension) {
            return Optional.of(
                    strength == 0
                            ? new FormBound.Proven(0, "V = 0")
                            : new FormBound.Violated(PointWitness.of(strength, r -> 0, dimension)));
        }
    }
}
