package org.mixfield.core.formbound;

import java.util.Optional;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

/**
 * The least K of V = f(r) [(e·x̂)² − 1/d] from two radial ones. On trial functions of the distance alone V² acts as its
 * average over directions, c f² with c = 1/8 or 4/45: what √c f needs, V needs, and where √c f is violated, so is V. And
 * |V| ≤ (1 − 1/d)|f|.
 */
final class QuadrupoleFormBound {

    private QuadrupoleFormBound() {}

    /** Where it is violated, the trial functions of the witness are functions of the distance. */
    static FormBound of(QuadrupolePotential potential, int dimension) {
        if (dimension == 1) {
            throw new IllegalArgumentException("a quadrupole is in 2 or 3 dimensions, not in 1");
        }
        double average = dimension == 2 ? 1.0 / 8 : 4.0 / 45;
        FormBound below = RadialFormBound.of(scaled(potential.factor(), Math.sqrt(average)), dimension);
        if (below instanceof FormBound.Computed lower
                && RadialFormBound.of(scaled(potential.factor(), 1 - 1.0 / dimension), dimension)
                        instanceof FormBound.Computed upper) {
            return new FormBound.Computed(
                    lower.lower(),
                    upper.upper(),
                    "below, functions of the distance; above, the largest |V| at each distance; both: "
                            + upper.method());
        }
        return below;
    }

    private static RadialPotential scaled(RadialPotential factor, double by) {
        return new RadialPotential() {
            @Override
            public double value(double r) {
                return by * factor.value(r);
            }

            @Override
            public double[] breakPoints() {
                return factor.breakPoints();
            }

            @Override
            public Optional<LeadingPower> atOrigin() {
                return factor.atOrigin().map(power -> new LeadingPower(by * power.coefficient(), power.exponent()));
            }

            @Override
            public double reach() {
                return factor.reach();
            }
        };
    }
}
