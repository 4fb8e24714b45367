package org.mixfield.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;

/**
 * ∫₀ᴿ of several functions at once, which may have an integrable singularity at 0 and jumps anywhere. Panels halve in
 * length towards 0, and each is bisected until Gauss–Legendre rules of 16 points on it and on its halves agree.
 */
final class GradedQuadrature {

    private static final GaussIntegrator RULE = new GaussIntegrator(new LegendreRuleFactory().getRule(16));

    /** 2⁻⁹⁰⁰ of the range: below it even r^−0.9 leaves less than rounding, and above it r^−0.9 is a number. */
    private static final int MOST_HALVINGS = 900;

    /** So many halvings in a row that contribute no less than the one before belong to an integral that diverges. */
    private static final int RISING = 60;

    private static final int LEAST_HALVINGS = 60;

    private static final int DEPTH = 45;
    private static final double TOLERANCE = 1e-14;

    private final DoubleFunction<double[]> functions;
    private double[] scale = new double[0];

    private GradedQuadrature(DoubleFunction<double[]> functions) {
        this.functions = functions;
    }

    /**
     * The integrals and those of the absolute values.
     *
     * @param integrals one for each function; 0 where they diverge
     * @param absolute of the absolute values
     * @param converges false where the integral of an absolute value diverges at 0
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Integrals(double[] integrals, double[] absolute, boolean converges) {}

    static Integrals of(DoubleFunction<double[]> functions, double radius) {
        return new GradedQuadrature(functions).integrate(radius);
    }

    /**
     * First over the panels as they are, for the size of the integrals and whether they converge, then refined: what lies far
     * out, where a Gaussian is all but zero, need not be exact in itself.
     */
    private Integrals integrate(double radius) {
        int count = functions.apply(radius).length;
        scale = new double[count];
        double[] before = new double[count];
        List<double[]> panels = new ArrayList<>();
        int rising = 0;
        double upper = radius;
        while (panels.size() < MOST_HALVINGS) {
            double[] absolute = new double[count];
            panels.add(panel(upper / 2, upper, absolute));
            boolean settled = true;
            boolean rises = false;
            for (int f = 0; f < count; f++) {
                scale[f] += absolute[f];
                settled &= absolute[f] <= 1e-19 * scale[f];
                rises |= absolute[f] > 0 && absolute[f] >= 0.9999 * before[f];
            }
            if (settled && panels.size() > LEAST_HALVINGS) {
                break;
            }
            rising = rises ? rising + 1 : 0;
            if (rising == RISING || Arrays.stream(scale).anyMatch(x -> !Double.isFinite(x))) {
                return new Integrals(new double[count], scale, false);
            }
            before = absolute;
            upper /= 2;
        }
        return new Integrals(refined(panels, radius), scale, true);
    }

    private double[] refined(List<double[]> panels, double radius) {
        double[] sums = new double[scale.length];
        double upper = radius;
        for (double[] panel : panels) {
            sums = sum(sums, split(upper / 2, upper, panel, DEPTH));
            upper /= 2;
        }
        return sums;
    }

    private double[] split(double a, double b, double[] whole, int depth) {
        double middle = 0.5 * (a + b);
        double[] left = panel(a, middle, new double[whole.length]);
        double[] right = panel(middle, b, new double[whole.length]);
        boolean agrees = true;
        for (int f = 0; f < whole.length; f++) {
            agrees &= !(Math.abs(left[f] + right[f] - whole[f]) > TOLERANCE * scale[f]);
        }
        if (agrees || depth == 0) {
            return sum(left, right);
        }
        return sum(split(a, middle, left, depth - 1), split(middle, b, right, depth - 1));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private double[] panel(double a, double b, double[] absolute) {
        double[] sums = new double[absolute.length];
        double half = 0.5 * (b - a);
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double[] values = functions.apply(a + half * (1 + RULE.getPoint(i)));
            for (int f = 0; f < sums.length; f++) {
                double term = half * RULE.getWeight(i) * values[f];
                sums[f] += term;
                absolute[f] += Math.abs(term);
            }
        }
        return sums;
    }
}
