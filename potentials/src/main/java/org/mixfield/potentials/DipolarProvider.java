package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/**
 * {@code dipolar}: V(x) = strength (1 − 3 cos²θ)/(4π r³), θ the angle between x and {@code direction}, a vector of three
 * components that need not be normalised, by default along z.
 *
 * <p>In two dimensions both particles have the density e<sup>−z²/l²</sup>/(√π l) across the plane, l the {@code confinement},
 * and V is the average over it. There is no form in one dimension.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class DipolarProvider implements PotentialProvider {

    private static final double[] ALONG_Z = {0, 0, 1};

    @Override
    public String name() {
        return "dipolar";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of(
                "strength", "4π V r³ across the direction",
                "direction", "where the dipoles point, of any length",
                "confinement",
                        "in two dimensions, where it is required: the width of the ground state across the plane"));
        double strength = settings.number("strength");
        double[] n = settings.numbers("direction", ALONG_Z, Double::isFinite, "finite numbers, not all 0");
        double length = Math.hypot(Math.hypot(n[0], n[1]), n[2]);
        if (length == 0) {
            settings.problem("direction", "found the vector 0; accepted: three numbers that are not all 0");
            return RadialPotential.none();
        }
        if (!Double.isFinite(length)) {
            settings.problem("direction", "found a vector that is too long; accepted: the direction of the dipoles");
            return RadialPotential.none();
        }
        double confinement = switch (settings.axes()) {
            case 0 -> settings.has("confinement") ? settings.positive("confinement") : Dipolar.UNCONFINED;
            case 2 -> settings.positive("confinement");
            default -> Dipolar.UNCONFINED;
        };
        if (settings.axes() == 1) {
            settings.problem(
                    "type",
                    "dipolar is an interaction in two or three dimensions; the grid has one, where a potential of"
                            + " type formula or table can stand for it");
        }
        return new Dipolar(strength, n[0] / length, n[1] / length, n[2] / length, confinement);
    }

    @Override
    public String formula() {
        return "strength (1 - 3 cos²θ)/(4π r³), θ from direction; in two dimensions its average over the confinement";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length³", "direction", "1", "confinement", "length");
    }
}
