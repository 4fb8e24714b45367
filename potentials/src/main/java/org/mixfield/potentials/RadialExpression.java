package org.mixfield.potentials;

import java.util.Optional;
import org.mixfield.core.potential.LeadingPower;

/** An expression in r. Thread-safe. */
interface RadialExpression {

    /** Its value, which may be infinite or not a number. */
    double at(double r);

    /** How it behaves at r → 0, where that can be told from its structure. */
    Optional<LeadingPower> atOrigin();

    /** Distances at which it has a kink or jumps, ascending, as far as its structure tells; the caller owns the array. */
    double[] breakPoints();

    /**
     * The expression that a text is.
     *
     * @throws IllegalArgumentException where it is none, with the reason
     */
    static RadialExpression parse(String text) {
        return Exp4jExpression.parse(text);
    }
}
