package org.mixfield.core.formbound;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.HermiteRuleFactory;

/**
 * What the least K cannot be below: the largest ⟨V²⟩/⟨1−Δ⟩ of Gaussians π<sup>−d/4</sup> s<sup>−d/2</sup>
 * e<sup>−x²/(2s²)</sup> of many widths s. By Gauss–Hermite rules along each axis; a width counts where two of them agree.
 */
final class GaussianFloor {

    private static final GaussIntegrator FEW = new GaussIntegrator(new HermiteRuleFactory().getRule(20));
    private static final GaussIntegrator MANY = new GaussIntegrator(new HermiteRuleFactory().getRule(31));

    private static final double NARROWEST = 1e-4;
    private static final double WIDEST = 1e3;
    private static final double RATIO = 1.4;
    private static final double AGREEMENT = 1e-6;

    private GaussianFloor() {}

    static double of(GridFormBound.Field potential, int dimension) {
        double largest = 0;
        for (double s = NARROWEST; s < WIDEST; s *= RATIO) {
            double few = ratio(potential, dimension, s, FEW);
            double many = ratio(potential, dimension, s, MANY);
            if (Math.abs(few - many) <= AGREEMENT * many) {
                largest = Math.max(largest, many * (1 - 2 * AGREEMENT));
            }
        }
        return largest;
    }

    private static double ratio(GridFormBound.Field potential, int dimension, double s, GaussIntegrator rule) {
        int points = rule.getNumberOfPoints();
        int second = dimension > 1 ? points : 1;
        int third = dimension > 2 ? points : 1;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < second; j++) {
                for (int k = 0; k < third; k++) {
                    double v = potential.value(
                            s * rule.getPoint(i),
                            dimension > 1 ? s * rule.getPoint(j) : 0,
                            dimension > 2 ? s * rule.getPoint(k) : 0);
                    sum += v
                            * v
                            * rule.getWeight(i)
                            * (dimension > 1 ? rule.getWeight(j) : 1)
                            * (dimension > 2 ? rule.getWeight(k) : 1);
                }
            }
        }
        return sum / Math.pow(Math.PI, 0.5 * dimension) / (1 + dimension / (2 * s * s));
    }
}
