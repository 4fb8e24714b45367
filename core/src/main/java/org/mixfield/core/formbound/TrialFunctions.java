package org.mixfield.core.formbound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;
import org.mixfield.core.potential.FormBound;

/** Gaussian trial functions ψ ∝ e^{−r²/(2s²)}, for which ⟨1−Δ⟩ = 1 + d/(2s²), and their ratios ⟨V²⟩/⟨1−Δ⟩. */
final class TrialFunctions {

    private static final GaussIntegrator RULE = new GaussIntegrator(new LegendreRuleFactory().getRule(12));

    /** Panels for a factor e in r. */
    private static final int PANELS = 6;

    private final CheckedValues values;
    private final int dimension;

    TrialFunctions(CheckedValues values, int dimension) {
        this.values = values;
        this.dimension = dimension;
    }

    /** Gaussians that shrink, for a V whose V² is integrable at 0 but too steep. */
    FormBound.Witness shrinking() {
        List<FormBound.Trial> trials = new ArrayList<>();
        for (double s = 1e-2; s > 1e-15; s *= 1e-2) {
            keepGrowing(trials, s, ratio(s, 0));
        }
        return new FormBound.Witness(
                "V behaves like r^" + power(-values.exponent())
                        + " at r = 0, and Gaussians of width s give a ratio that grows like" + " s^"
                        + power(2 - 2 * values.exponent()) + " as s shrinks",
                trials);
    }

    /** One Gaussian, with a ball of radius s around r = 0 left out of ⟨V²⟩. */
    FormBound.Witness excludingTheOrigin() {
        List<FormBound.Trial> trials = new ArrayList<>();
        for (double s = 1e-2; s > 1e-15; s *= 1e-2) {
            keepGrowing(trials, s, ratio(1, s));
        }
        return new FormBound.Witness(
                "V^2 behaves like r^" + power(-2 * values.exponent())
                        + " at r = 0, which is not integrable in dimension " + dimension
                        + ": for a Gaussian of width 1, <V^2> outside of r < s grows without bound as s shrinks",
                trials);
    }

    /** Gaussians that widen, for a V that grows. */
    FormBound.Witness widening() {
        List<FormBound.Trial> trials = new ArrayList<>();
        for (double s = 1; s < 1e9; s *= 10) {
            keepGrowing(trials, s, ratio(s, 0));
        }
        return new FormBound.Witness(
                "V grows without bound at large distances, and Gaussians of width s give a ratio that grows with s",
                trials);
    }

    /** An exponent in words: without what rounding left of it. */
    private static String power(double exponent) {
        return new BigDecimal(exponent)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A lower bound of K counts only when it is finite and above the one before. */
    private static void keepGrowing(List<FormBound.Trial> trials, double s, double ratio) {
        double before = trials.isEmpty() ? 0 : trials.get(trials.size() - 1).ratio();
        if (Double.isFinite(ratio) && ratio > before) {
            trials.add(new FormBound.Trial(s, ratio));
        }
    }

    /** ⟨V² 1(r > from)⟩/⟨1−Δ⟩ for a Gaussian of width s. */
    double ratio(double s, double from) {
        double lower = Math.log(from > 0 ? from : s * 1e-20);
        double upper = Math.log(s * 9);
        int panels = (int) Math.ceil(PANELS * (upper - lower));
        double square = 0;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
                double h = (upper - lower) / panels;
                double r = Math.exp(lower + h * (panel + 0.5 * (1 + RULE.getPoint(i))));
                double v = values.at(r);
                square += 0.5 * h * RULE.getWeight(i) * v * v * Math.exp(-r * r / (s * s)) * Math.pow(r / s, dimension);
            }
        }
        // ∫ ψ² over all of space, in units of s^d and of the sphere: Γ(d/2)/2
        double norm = dimension == 1 ? Math.sqrt(Math.PI) / 2 : dimension == 2 ? 0.5 : Math.sqrt(Math.PI) / 4;
        return square / norm / (1 + dimension / (2 * s * s));
    }
}
