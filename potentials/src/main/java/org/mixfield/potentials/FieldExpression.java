package org.mixfield.potentials;

import java.util.List;
import java.util.Map;

/** An expression in several variables and named constants. Thread-safe. */
interface FieldExpression {

    /** Its value, which may be infinite or not a number; {@code values} in the order of the variables. */
    double at(double... values);

    /** True where its text contains a variable. */
    boolean contains(String variable);

    /**
     * The expression that a text is.
     *
     * @param variables their names
     * @param constants values by name
     * @throws IllegalArgumentException where it is none, with the reason
     */
    static FieldExpression parse(String text, List<String> variables, Map<String, Double> constants) {
        return Exp4jField.parse(text, variables, constants);
    }
}
