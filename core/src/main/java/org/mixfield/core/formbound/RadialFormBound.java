package org.mixfield.core.formbound;

import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.RadialPotential;

/** The least K of a radial potential, by bisection between K that are too small and K that will do. */
final class RadialFormBound {

    /** Relative distance of the least K from each of the two bounds. */
    private static final double MARGIN = 1e-8;

    private static final int MOST_DOUBLINGS = 400;

    private RadialFormBound() {}

    static FormBound of(RadialPotential potential, int dimension) {
        CheckedValues values = new CheckedValues(potential);
        TrialFunctions trials = new TrialFunctions(values, dimension);
        double s = values.exponent();
        if (2 * s >= dimension) {
            return new FormBound.Violated(trials.excludingTheOrigin());
        }
        if (s > 1) {
            return new FormBound.Violated(trials.shrinking());
        }
        if (values.growsWithoutBound()) {
            return new FormBound.Violated(trials.widening());
        }
        if (values.vanish()) {
            return new FormBound.Computed(0, 0, "V = 0 at every distance looked at");
        }
        RadialEquation equation = new RadialEquation(values, dimension);
        double least = floor(values, dimension);
        String method =
                "ground state of -Laplacian - V^2/K at energy -1, radial equation in ln r by Runge-Kutta steps of"
                        + " order 8, bisection in K"
                        + (Double.isInfinite(values.reach()) ? "" : "; V = 0 beyond r = " + values.reach());
        if (least > 0 && equation.admits(least * (1 + MARGIN))) {
            return new FormBound.Computed(least, least * (1 + MARGIN), method);
        }
        double low = least;
        double high = Math.max(least, 1);
        for (int i = 0; i < MOST_DOUBLINGS && !equation.admits(high); i++) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < MOST_DOUBLINGS && low == 0; i++) {
            double half = high / 2;
            if (equation.admits(half)) {
                high = half;
            } else {
                low = half;
            }
        }
        if (low == 0) {
            return new FormBound.Computed(0, high, method);
        }
        while (high - low > 0.1 * MARGIN * high) {
            double middle = 0.5 * (low + high);
            if (equation.admits(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return verified(equation, low * (1 - MARGIN), high * (1 + MARGIN), method);
    }

    /** Both bounds are decided again at another accuracy of the integration; where that changes the answer they widen. */
    private static FormBound verified(RadialEquation equation, double lower, double upper, String method) {
        RadialEquation finer = equation.finer();
        double low = lower;
        double high = upper;
        for (double margin = MARGIN; margin < 0.1; margin *= 4) {
            if (!finer.admits(low) && finer.admits(high)) {
                return new FormBound.Computed(low, high, method);
            }
            low = lower * (1 - margin);
            high = upper * (1 + margin);
        }
        return new FormBound.Computed(low, high, method);
    }

    /** What K cannot be below: by functions that move away to infinity, or, in three dimensions, that shrink to 0. */
    private static double floor(CheckedValues values, int dimension) {
        double limit = values.limit();
        double far = limit * limit;
        boolean hardy = dimension == 3 && values.exponent() == 1;
        return hardy ? Math.max(far, 4 * values.coefficient() * values.coefficient()) : far;
    }
}
