package org.mixfield.core.formbound;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The regular solution φ of φ'' + (d−1)/r φ' = (1 − V²/K) φ as an angle: φ = ρ cos θ, rφ' = ρ sin θ, so that with t = ln r
 *
 * <pre>
 *   dθ/dt = r² (1 − V²/K) cos²θ − (d−2) sin θ cos θ − sin²θ
 * </pre>
 *
 * K is large enough when φ has no zero, θ &gt; −π/2, and ends above the decaying solution.
 */
final class RadialEquation {

    private static final double START = 1e-30;

    /** Beyond the last radius where V²/K is above this, only decay is left. */
    private static final double HARMLESS = 0.5;

    /** So much farther the growing solution has won by a factor e^{2·0.7·30}. */
    private static final double FARTHER = 30;

    private static final double FARTHEST = 1e5;

    /** Features narrower than a hundredth of their distance from 0 may be stepped over. */
    private static final double LARGEST_STEP = 0.05;

    /** Below, ln r = ln 1e−10, there are no features, only powers, and on a line the tolerance says little of small angles. */
    private static final double FEATURELESS = Math.log(1e-10);

    private static final double LARGEST_FEATURELESS_STEP = 0.4;

    /** In ln r, between two looks at the angle. */
    private static final double STRETCH = 2;

    private final CheckedValues values;
    private final int dimension;
    private final double tolerance;

    RadialEquation(CheckedValues values, int dimension) {
        this(values, dimension, 1e-11);
    }

    private RadialEquation(CheckedValues values, int dimension, double tolerance) {
        this.values = values;
        this.dimension = dimension;
        this.tolerance = tolerance;
    }

    /** The same equation, integrated with a hundredth of the tolerance. */
    RadialEquation finer() {
        return new RadialEquation(values, dimension, 1e-2 * tolerance);
    }

    /** Whether V² ≤ K(1−Δ). */
    boolean admits(double k) {
        double limit = values.limit();
        if (limit * limit >= k) {
            return false;
        }
        double logStart = startSlope(k);
        if (Double.isNaN(logStart)) {
            return false;
        }
        double end = Math.log(end(k));
        double t = Math.log(START);
        double theta = Math.atan(logStart);
        DormandPrince853Integrator powers =
                new DormandPrince853Integrator(1e-16, LARGEST_FEATURELESS_STEP, tolerance, tolerance);
        DormandPrince853Integrator features = new DormandPrince853Integrator(1e-16, LARGEST_STEP, tolerance, tolerance);
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public double[] computeDerivatives(double at, double[] y) {
                double r = Math.exp(at);
                double v = values.at(r);
                double sin = Math.sin(y[0]);
                double cos = Math.cos(y[0]);
                return new double[] {(r * r - r * v * (r * v) / k) * cos * cos - (dimension - 2) * sin * cos - sin * sin
                };
            }
        };
        double[] breaks = values.breakPoints();
        int passed = 0;
        while (t < end) {
            while (passed < breaks.length && Math.log(breaks[passed]) <= t) {
                passed++;
            }
            double broken = passed < breaks.length ? Math.log(breaks[passed]) : end;
            boolean featureless = t < FEATURELESS;
            double next = Math.min(Math.min(featureless ? FEATURELESS : end, broken), t + STRETCH);
            theta = (featureless ? powers : features)
                    .integrate(equation, new ODEState(t, new double[] {theta}), next)
                    .getPrimaryState()[0];
            t = next;
            // At −π/2 the angle only falls, so that a zero of φ cannot be missed between two looks.
            if (theta <= -Math.PI / 2) {
                return false;
            }
        }
        double r = Math.exp(end);
        double decay = -r * Math.sqrt(1 - limit * limit / k) - 0.5 * (dimension - 1);
        return theta > Math.atan(decay);
    }

    /** rφ'/φ of the regular solution where only the leading power c r^{−s} of V counts; NaN where it oscillates. */
    private double startSlope(double k) {
        double s = values.exponent();
        double strength = values.coefficient() * values.coefficient() / k;
        if (s == 1) {
            double root = 1 - 4 * strength / ((dimension - 2.0) * (dimension - 2.0));
            return root >= 0 ? 0.5 * (dimension - 2) * (Math.sqrt(root) - 1) : Double.NaN;
        }
        return START * START / dimension - strength * Math.pow(START, 2 - 2 * s) / (dimension - 2 * s);
    }

    private double end(double k) {
        double last = 1;
        for (double r = 1e-3; r < FARTHEST; r *= 1.01) {
            double v = values.at(r);
            if (v * v > HARMLESS * k) {
                last = Math.max(last, r);
            }
        }
        return last + FARTHER;
    }
}
