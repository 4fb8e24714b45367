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
 * {@code harmonic}: V(r) = stiffness r², of any sign. For tests against exactly solvable models: it violates the form bound in
 * every dimension and has no periodic sum.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class HarmonicPairProvider implements PotentialProvider {

    @Override
    public String name() {
        return "harmonic";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("stiffness", "V over r²"));
        return new HarmonicPair(settings.number("stiffness"));
    }

    @Override
    public String formula() {
        return "stiffness r²";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("stiffness", "energy/length²");
    }

    record HarmonicPair(double stiffness) implements RadialPotential {

        @Override
        public double value(double r) {
            return stiffness * r * r;
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(stiffness, -2));
        }

        @Override
        public boolean vanishes() {
            return stiffness == 0;
        }
    }
}
