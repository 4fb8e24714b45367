package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.FormBound;
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
        return new Yukawa(settings.number("strength"), settings.nonNegative("screening"));
    }

    record Yukawa(double strength, double screening) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.exp(-screening * r) / r;
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }

        @Override
        public Optional<FormBound> formBound(int dimension) {
            return InverseDistance.formBound(strength, dimension);
        }
    }
}
