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
import org.mixfield.core.run.NumericalException;

/**
 * {@code formula}: V(r) as an {@code expression} in r, for example {@code 2*exp(-r/3)/r - r^2/(1 + r^4)}.
 *
 * <p>It has the operators {@code + - * / % ^}, the constants {@code pi} and {@code e}, and the functions abs, acos, asin,
 * atan, cbrt, ceil, cos, cosh, cot, exp, expm1, floor, log (natural), log10, log1p, log2, pow, signum, sin, sinh, sqrt, tan
 * and tanh. Products are written with {@code *}.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class FormulaProvider implements PotentialProvider {

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("expression", "V as a function of r"));
        String text = settings.text("expression");
        if (text.isBlank()) {
            return RadialPotential.none();
        }
        try {
            return new Formula(text);
        } catch (IllegalArgumentException e) {
            settings.problem("expression", "found " + text + ": " + e.getMessage());
            return RadialPotential.none();
        }
    }

    @Override
    public String formula() {
        return "expression, at r";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("expression", "energy, r in units of length");
    }

    /** Equal where the texts are. */
    static final class Formula implements RadialPotential {

        private final String text;
        private final RadialExpression expression;

        Formula(String text) {
            this.text = text;
            this.expression = RadialExpression.parse(text);
        }

        @Override
        public double value(double r) {
            double value = expression.at(r);
            if (!Double.isFinite(value)) {
                throw new NumericalException("the formula " + text + " gives V(" + r + ") = " + value
                        + "; a potential is finite for every r > 0");
            }
            return value;
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return expression.atOrigin();
        }

        @Override
        public double[] breakPoints() {
            return expression.breakPoints();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Formula that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return "Formula[" + text + "]";
        }
    }
}
