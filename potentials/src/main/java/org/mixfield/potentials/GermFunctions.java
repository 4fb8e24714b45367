package org.mixfield.potentials;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.mixfield.potentials.Germ.Term;
import org.mixfield.potentials.Germ.Undetermined;

/** The functions of an expression, of {@link Germ}s. */
final class GermFunctions {

    private GermFunctions() {}

    static Germ apply(String name, Germ g) {
        Optional<Double> number = g.number();
        if (number.isPresent()) {
            return Germ.constant(ofNumber(name).applyAsDouble(number.get()));
        }
        return switch (name) {
            case "abs" -> g.times(Math.signum(g.first().c()));
            case "signum" -> Germ.constant(Math.signum(g.first().c()));
            case "sqrt" -> g.pow(Germ.constant(0.5));
            case "cbrt" ->
                g.times(Math.signum(g.first().c()))
                        .pow(Germ.constant(1.0 / 3))
                        .times(Math.signum(g.first().c()));
            case "exp" -> exp(g);
            case "expm1" -> exp(g).plus(Germ.constant(-1));
            case "log" -> log(g);
            case "log1p" -> log(Germ.constant(1).plus(g));
            case "log2" -> log(g).times(1 / Math.log(2));
            case "log10" -> log(g).times(1 / Math.log(10));
            case "sin" -> sin(g);
            case "cos" -> cos(g);
            case "tan" -> sin(g).times(cos(g).reciprocal());
            case "cot" -> cos(g).times(sin(g).reciprocal());
            case "sinh" -> exp(g).plus(exp(g.times(-1)).times(-1)).times(0.5);
            case "cosh" -> exp(g).plus(exp(g.times(-1))).times(0.5);
            case "tanh" -> tanh(g);
            case "atan" -> atan(g);
            case "asin" -> asin(g);
            case "acos" -> Germ.constant(Math.PI / 2).plus(asin(g).times(-1));
            case "floor" -> steps(g, Math::floor);
            case "ceil" -> steps(g, Math::ceil);
            default -> throw new Undetermined();
        };
    }

    private static DoubleUnaryOperator ofNumber(String name) {
        return switch (name) {
            case "abs" -> Math::abs;
            case "signum" -> Math::signum;
            case "sqrt" -> Math::sqrt;
            case "cbrt" -> Math::cbrt;
            case "exp" -> Math::exp;
            case "expm1" -> Math::expm1;
            case "log" -> Math::log;
            case "log1p" -> Math::log1p;
            case "log2" -> x -> Math.log(x) / Math.log(2);
            case "log10" -> Math::log10;
            case "sin" -> Math::sin;
            case "cos" -> Math::cos;
            case "tan" -> Math::tan;
            case "cot" -> x -> 1 / Math.tan(x);
            case "sinh" -> Math::sinh;
            case "cosh" -> Math::cosh;
            case "tanh" -> Math::tanh;
            case "atan" -> Math::atan;
            case "asin" -> Math::asin;
            case "acos" -> Math::acos;
            case "floor" -> Math::floor;
            case "ceil" -> Math::ceil;
            default -> throw new Undetermined();
        };
    }

    /** e^{β L} is r^{−β}; what falls faster than every power is flat; what grows faster has no power. */
    static Germ exp(Germ g) {
        Germ big = g.diverging();
        Germ factor = Germ.constant(1);
        if (!big.isZero()) {
            Term front = big.first();
            boolean logarithmic = front.a() == 0 && front.b() == 1;
            if (logarithmic) {
                // Whatever else diverges lies between it and a constant: a root of a logarithm.
                if (!big.plus(Germ.LOGARITHM.times(-front.c())).isZero()) {
                    throw new Undetermined();
                }
                factor = Germ.monomial(1, -front.c(), 0);
            } else if (front.c() < 0 && (front.a() < 0 || front.b() > 1)) {
                return Germ.FLAT;
            } else {
                throw new Undetermined();
            }
        }
        double limit = g.constantPart();
        double[] coefficients = new double[Germ.POWERS];
        coefficients[0] = 1;
        for (int n = 1; n < Germ.POWERS; n++) {
            coefficients[n] = coefficients[n - 1] / n;
        }
        return factor.times(g.vanishing().series(coefficients)).times(Math.exp(limit));
    }

    /** ln c − aL + ln(1 + x); the logarithm of a logarithm has no place here. */
    static Germ log(Germ g) {
        Term front = g.first();
        if (!(front.c() > 0) || front.b() != 0) {
            throw new Undetermined();
        }
        double[] coefficients = new double[Germ.POWERS];
        for (int n = 1; n < Germ.POWERS; n++) {
            coefficients[n] = (n % 2 == 1 ? 1.0 : -1.0) / n;
        }
        return Germ.constant(Math.log(front.c()))
                .plus(Germ.LOGARITHM.times(-front.a()))
                .plus(g.relativeRest().series(coefficients));
    }

    private static Germ sin(Germ g) {
        double limit = limit(g);
        Germ x = g.vanishing();
        return sine(x).times(Math.cos(limit)).plus(cosine(x).times(Math.sin(limit)));
    }

    private static Germ cos(Germ g) {
        double limit = limit(g);
        Germ x = g.vanishing();
        return cosine(x).times(Math.cos(limit)).plus(sine(x).times(-Math.sin(limit)));
    }

    private static Germ sine(Germ x) {
        return x.series(trigonometric(1));
    }

    private static Germ cosine(Germ x) {
        return x.series(trigonometric(0));
    }

    private static double[] trigonometric(int parity) {
        double[] coefficients = new double[Germ.POWERS];
        double c = 1;
        for (int n = 0; n < Germ.POWERS; n++) {
            c = n == 0 ? 1 : c / n;
            coefficients[n] = n % 2 == parity ? (n % 4 < 2 ? c : -c) : 0;
        }
        return coefficients;
    }

    private static double limit(Germ g) {
        if (!g.diverging().isZero()) {
            throw new Undetermined();
        }
        return g.constantPart();
    }

    private static Germ tanh(Germ g) {
        Germ big = g.diverging();
        if (!big.isZero()) {
            // 1 − 2/(1 + e^{2|g|})
            double sign = Math.signum(big.first().c());
            Germ small = exp(g.times(-2 * sign));
            return Germ.constant(1)
                    .plus(small.times(-1))
                    .times(Germ.constant(1).plus(small).reciprocal())
                    .times(sign);
        }
        Germ square = exp(g.times(2));
        return square.plus(Germ.constant(-1))
                .times(square.plus(Germ.constant(1)).reciprocal());
    }

    /** About its limit c: atan c + atan(x/(1 + c² + cx)). */
    private static Germ atan(Germ g) {
        if (!g.diverging().isZero()) {
            return Germ.constant(Math.signum(g.first().c()) * Math.PI / 2)
                    .plus(atan(g.reciprocal()).times(-1));
        }
        double c = g.constantPart();
        Germ x = g.vanishing();
        Germ y = x.times(Germ.constant(1 + c * c).plus(x.times(c)).reciprocal());
        double[] coefficients = new double[Germ.POWERS];
        for (int n = 1; n < Germ.POWERS; n += 2) {
            coefficients[n] = (n % 4 == 1 ? 1.0 : -1.0) / n;
        }
        return Germ.constant(Math.atan(c)).plus(y.series(coefficients));
    }

    private static Germ asin(Germ g) {
        limit(g);
        Germ cosine = Germ.constant(1).plus(g.times(g).times(-1)).pow(Germ.constant(0.5));
        return atan(g.times(cosine.reciprocal()));
    }

    /** A step is constant near 0 on the side from which g comes. */
    private static Germ steps(Germ g, DoubleUnaryOperator step) {
        double c = limit(g);
        double nearest = Math.rint(c);
        if (Math.abs(c - nearest) > 1e-9) {
            return Germ.constant(step.applyAsDouble(c));
        }
        if (c != nearest) {
            throw new Undetermined();
        }
        return Germ.constant(
                step.applyAsDouble(c + Math.signum(g.vanishing().first().c()) / 2));
    }
}
