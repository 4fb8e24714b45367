package org.mixfield.pipeline.plot;

import java.util.List;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;

/** The transform of V cut at a radius, as free-space convolutions use it. */
final class TransformPanel {

    private static final String TITLE = "Fourier transform";
    private static final int POINTS = 800;

    /** Where there is no length to take it from. */
    private static final double USUAL_CUT = 10;

    /** Largest wave number looked at, times the radius. */
    private static final double MOST_PHASE = 200;

    private static final double LEAST_PHASE = 6;

    /** The same where it does not decay. */
    private static final double SOME_PHASE = 40;

    /** Relative to the peak. */
    private static final double VISIBLE = 0.02;

    private TransformPanel() {}

    static Panel of(PairPotential potential, int dimension) {
        Directions directions = Directions.of(potential, dimension);
        double radius = directions.curves().isEmpty()
                ? USUAL_CUT
                : Extent.of(directions).cut();
        KernelTransform transform;
        Values wide;
        try {
            transform = potential.truncatedTransform(dimension, radius, MOST_PHASE / radius);
            wide = Values.logarithmic(
                    1e-2 / radius,
                    MOST_PHASE / radius,
                    POINTS,
                    k -> Math.max(Math.abs(at(transform, 0, k)), Math.abs(at(transform, dimension - 1, k))));
        } catch (RuntimeException e) {
            return Panel.words(TITLE, "There is no transform: " + e.getMessage());
        }
        if (wide.isEmpty()) {
            return Panel.words(TITLE, "The transform has no finite value at the wave numbers looked at.");
        }
        double seen = wide.lastAbove(VISIBLE * wide.peak());
        double end = Math.max(LEAST_PHASE, seen < wide.last() ? 1.3 * seen * radius : SOME_PHASE) / radius;
        Values first = along(transform, 0, end);
        Values last = along(transform, dimension - 1, end);
        boolean isotropic = directions.isotropic() || dimension == 1;
        Panel panel = Panel.chart(
                        TITLE + " of V cut at R = " + rounded(radius),
                        "k  (1/length)",
                        "transform of V  (energy·length" + List.of("", "²", "³").get(dimension - 1) + ")")
                .linear(end, Math.min(first.lowest(), last.lowest()), Math.max(first.highest(), last.highest()))
                .curve(isotropic ? "∫ V(x) exp(−ik·x) dx over |x| < R" : "k along x", first, Panel.BLUE);
        return isotropic ? panel : panel.curve("k along " + (dimension == 3 ? "z" : "y"), last, Panel.ORANGE);
    }

    private static Values along(KernelTransform transform, int axis, double end) {
        // Not from 0 itself: a curve that ends at both limits of the axis gets ticks at its points.
        return Values.linear(1e-6 * end, end, POINTS, k -> at(transform, axis, k));
    }

    private static double at(KernelTransform transform, int axis, double k) {
        return transform.at(axis == 0 ? k : 0, axis == 1 ? k : 0, axis == 2 ? k : 0);
    }

    private static String rounded(double radius) {
        return new java.math.BigDecimal(radius)
                .round(new java.math.MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}
