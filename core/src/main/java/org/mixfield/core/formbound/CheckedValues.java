package org.mixfield.core.formbound;

import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.NumericalException;

/** The values of a radial potential, checked where they enter, and what they do at both ends. */
final class CheckedValues {

    /** Where the leading power at r = 0 is read off: below any length of a model, far above underflow. */
    private static final double SMALL = 1e-24;

    private static final double SMALLER = 1e-30;

    /** Where the behaviour at large distances is read off. */
    private static final double[] FAR = {1e6, 1e9, 1e12};

    /** Slopes read off between two radii are exact to rounding for a power, and nearly so where other terms die out. */
    private static final double SLOPE_TOLERANCE = 1e-7;

    private final RadialPotential potential;
    private final double exponent;
    private final double coefficient;

    CheckedValues(RadialPotential potential) {
        this.potential = potential;
        double a = Math.abs(at(SMALL));
        double b = Math.abs(at(SMALLER));
        double slope = a > 0 && b > 0 ? Math.log(b / a) / Math.log(SMALL / SMALLER) : 0;
        double rounded = Math.rint(slope * 1e4) / 1e4;
        this.exponent = Math.abs(slope - rounded) < SLOPE_TOLERANCE ? rounded : slope;
        this.coefficient = b * Math.pow(SMALLER, exponent);
    }

    /** V(r), finite. */
    double at(double r) {
        double value = potential.value(r);
        if (!Double.isFinite(value)) {
            throw new NumericalException("the pair potential " + potential.getClass().getName() + " gives V(" + r + ") = "
                    + value + "; a potential is finite for every r > 0");
        }
        return value;
    }

    /** s of |V| ~ c r^{−s} at r = 0. */
    double exponent() {
        return exponent;
    }

    /** c of |V| ~ c r^{−s} at r = 0. */
    double coefficient() {
        return coefficient;
    }

    /** Whether |V| still grows at distances beyond any model's. */
    boolean growsWithoutBound() {
        double before = Math.abs(potential.value(1e3));
        double grown = before;
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
