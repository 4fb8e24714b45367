package org.mixfield.potentials;

import java.util.Optional;
import org.mixfield.core.potential.LeadingPower;

/** An expression in r. Thread-safe. */
interface RadialExpression {

    /** Its value, which may be infinite or not a number. */
    double at(double r);

    /** How it behaves at r → 0, where that can be told from its structure. */
    Optional<LeadingPower> atOrigin();

    /**
     * The expression that a text is.
     *
     * @throws IllegalArgumentException where it is none, with the reason
     */
    static RadialExpression parse(String text) {
        return Exp4jExpression.parse(text);
    }
}
