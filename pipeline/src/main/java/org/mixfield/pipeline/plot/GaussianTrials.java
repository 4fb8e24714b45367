package org.mixfield.pipeline.plot;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;

/**
 * The ratio ⟨V²⟩/⟨1−Δ⟩ of Gaussians ψ ∝ e<sup>−r²/(2s²)</sup> in d dimensions,
 *
 * <pre>
 *   (2/Γ(d/2)) ∫₀^∞ x^{d−1} V(sx)² e^{−x²} dx / (1 + d/(2s²)),
 * </pre>
 *
 * V² its average over all directions, by Gauss–Legendre rules on panels that halve towards 0, and again where V jumps;
 * what is left below them is the sum of a geometric series. Relative accuracy about 1e-6: enough for a picture.
 */
final class GaussianTrials {

    private static final GaussIntegrator RULE = new GaussIntegrator(new LegendreRuleFactory().getRule(16));

    /** e<sup>−x²</sup> is 1e-28 there. */
    private static final double END = 8;

    /** The last panel lies at 1e-18 s, below any length of V. */
    private static final int LEVELS = 63;

    /** Panels that contribute as much as the ones before belong to a divergent integral. */
    private static final double DIVERGENT = 0.9999;

    /** Of the integral so far; on what two halves and the whole of a panel must agree. */
    private static final double TOLERANCE = 1e-7;

    /** Halvings of a panel at a jump. */
    private static final int DEPTH = 16;

    private final DoubleUnaryOperator square;
    private final int dimension;

    /** @param square V² averaged over all directions */
    GaussianTrials(DoubleUnaryOperator square, int dimension) {
        this.square = square;
        this.dimension = dimension;
    }

    /** The ratio for the width s; infinite where ⟨V²⟩ is. */
    double ratio(double s) {
        double sum = 0;
        double last = 0;
        double beforeLast = 0;
        double upper = END;
        for (int level = 0; level < LEVELS; level++) {
            beforeLast = last;
            last = refined(upper / 2, upper, s, panel(upper / 2, upper, s), sum, DEPTH);
            sum += last;
            upper /= 2;
        }
        double factor = beforeLast > 0 ? last / beforeLast : 0;
        double rest = factor < DIVERGENT ? last * factor / (1 - factor) : Double.POSITIVE_INFINITY;
        return 2 / gammaOfHalf() * (sum + (last > 0 ? rest : 0)) / (1 + dimension / (2 * s * s));
    }

    private double refined(double a, double b, double s, double whole, double sum, int depth) {
        double middle = 0.5 * (a + b);
        double left = panel(a, middle, s);
        double right = panel(middle, b, s);
        // Written so that infinity and NaN are not refined.
        return depth > 0 && Math.abs(left + right - whole) > TOLERANCE * (sum + Math.abs(whole))
                ? refined(a, middle, s, left, sum, depth - 1) + refined(middle, b, s, right, sum, depth - 1)
                : left + right;
    }

    private double panel(double a, double b, double s) {
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double x = 0.5 * (a + b) + 0.5 * (b - a) * RULE.getPoint(i);
            sum += RULE.getWeight(i) * Math.pow(x, dimension - 1) * square.applyAsDouble(s * x) * Math.exp(-x * x);
        }
        return 0.5 * (b - a) * sum;
    }

    /** Γ(d/2). */
    private double gammaOfHalf() {
        return dimension == 1 ? Math.sqrt(Math.PI) : dimension == 2 ? 1 : Math.sqrt(Math.PI) / 2;
    }
}
