package org.mixfield.core.potential;

import org.apiguardian.api.API;

/**
 * How V behaves at r → 0: V(r) = coefficient · r<sup>−exponent</sup> (1 + o(1)), exactly and not from samples.
 *
 * @param coefficient 0 for a potential that is 0 near r = 0, and for no other
 * @param exponent s of r<sup>−s</sup>: greater than 0 where V diverges, 0 where it has a limit other than 0, below 0 where
 *     it vanishes; 0 where the coefficient is 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record LeadingPower(double coefficient, double exponent) {

    public LeadingPower {
        if (!Double.isFinite(coefficient) || !Double.isFinite(exponent)) {
            throw new IllegalArgumentException("a leading power is finite: " + coefficient + " r^-" + exponent);
        }
        exponent = coefficient == 0 || exponent == 0 ? 0 : exponent; // and no negative zero
    }
}
