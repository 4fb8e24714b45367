package org.mixfield.core.formbound;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.NumericalException;

/** The values of a radial potential, checked where they enter, and what they do at both ends. */
final class CheckedValues {

    /** Where the leading power at r = 0 is read off: below any length of a model, far above underflow. */
    private static final double SMALL = 1e-24;

    static final double SMALLER = 1e-30;

    /** Where the behaviour at large distances is read off. */
    private static final double[] FAR = {1e6, 1e9, 1e12};

    /** Slopes read off between two radii are exact to rounding for a power, and nearly so where other terms die out. */
    private static final double SLOPE_TOLERANCE = 1e-7;

    private final RadialPotential potential;
    private final double reach;
    private final double exponent;
    private final double coefficient;

    CheckedValues(RadialPotential potential) {
        this.potential = potential;
        this.reach = potential.reach();
        Optional<LeadingPower> known = potential.atOrigin();
        if (known.isPresent()) {
            this.exponent = known.get().exponent();
            this.coefficient = Math.abs(known.get().coefficient());
            return;
        }
        double a = Math.abs(at(SMALL));
        double b = Math.abs(at(SMALLER));
        double slope = a > 0 && b > 0 ? Math.log(b / a) / Math.log(SMALL / SMALLER) : 0;
        double rounded = Math.rint(slope * 1e4) / 1e4;
        this.exponent = Math.abs(slope - rounded) < SLOPE_TOLERANCE ? rounded : slope;
        this.coefficient = b * Math.pow(SMALLER, exponent);
    }

    /** V(r), finite; 0 beyond the distance to which it is known. */
    double at(double r) {
        if (r > reach) {
            return 0;
        }
        double value = potential.value(r);
        if (!Double.isFinite(value)) {
            throw new NumericalException(
                    "the pair potential " + potential.getClass().getName() + " gives V(" + r + ") = " + value
                            + "; a potential is finite for every r > 0");
        }
        return value;
    }

    /** Distances at which V jumps or has a kink. */
    double[] breakPoints() {
        return Double.isInfinite(reach)
                ? potential.breakPoints()
                : DoubleStream.concat(Arrays.stream(potential.breakPoints()), DoubleStream.of(reach))
                        .sorted()
                        .toArray();
    }

    /** The distance to which V is known. */
    double reach() {
        return reach;
    }

    /** s of |V| ~ c r^{−s} at r = 0. */
    double exponent() {
        return exponent;
    }

    /** c of |V| ~ c r^{−s} at r = 0. */
    double coefficient() {
        return coefficient;
    }

    /** Whether V is 0 at all distances that count. */
    boolean vanish() {
        for (double r = SMALL; r < FAR[0]; r *= 1.003) {
            if (at(r) != 0) {
                return false;
            }
        }
        return Arrays.stream(breakPoints()).allMatch(r -> at(Math.nextDown(r)) == 0);
    }

    /** Whether |V| still grows at distances beyond any model's. */
    boolean growsWithoutBound() {
        if (reach < FAR[FAR.length - 1]) {
            return false;
        }
        double grown = Math.abs(potential.value(1e3));
        for (double r : FAR) {
            double value = Math.abs(potential.value(r));
            if (!(value > grown * (1 + 1e-6))) {
                return false;
            }
            grown = value;
        }
        return true;
    }

    /** |V| far away, 0 where it decays. */
    double limit() {
        double far = Math.abs(at(FAR[2]));
        return far > 0.999 * Math.abs(at(FAR[1])) ? far : 0;
    }
}
