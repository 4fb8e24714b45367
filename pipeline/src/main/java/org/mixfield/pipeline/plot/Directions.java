package org.mixfield.pipeline.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;

/**
 * A potential as functions of the distance r, along a direction each.
 *
 * @param curves V along each direction worth drawing; one where V is a function of r, none where V has no values
 * @param meanSquare the average of V² over all directions
 */
record Directions(List<Curve> curves, DoubleUnaryOperator meanSquare) {

    /** Angles in a turn, or in a half one: more than enough for the few harmonics that anisotropic potentials have. */
    private static final int ANGLES = 12;

    /** V along a direction. */
    record Curve(String name, DoubleUnaryOperator value) {}

    static Directions of(PairPotential potential, int dimension) {
        if (potential instanceof RadialPotential radial) {
            return new Directions(List.of(new Curve("V(r)", radial::value)), r -> square(radial.value(r)));
        }
        if (!(potential instanceof AnisotropicPotential v)) {
            return new Directions(List.of(), r -> Double.NaN);
        }
        Curve alongX = new Curve("V along x", r -> v.value(r, 0, 0));
        return switch (dimension) {
            case 1 -> new Directions(List.of(alongX), r -> square(v.value(r, 0, 0)));
            case 2 ->
                new Directions(
                        List.of(alongX, new Curve("V along y", r -> v.value(0, r, 0))), r -> overCircle(v, r, 0));
            default ->
                new Directions(List.of(alongX, new Curve("V along z", r -> v.value(0, 0, r))), r -> overSphere(v, r));
        };
    }

    /** The largest |V| at a distance, of the curves. */
    double size(double r) {
        return curves.stream()
                .mapToDouble(curve -> Math.abs(curve.value().applyAsDouble(r)))
                .max()
                .orElse(Double.NaN);
    }

    private static double overCircle(AnisotropicPotential potential, double radius, double z) {
        double sum = 0;
        for (int i = 0; i < ANGLES; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / ANGLES;
            sum += square(potential.value(radius * Math.cos(angle), radius * Math.sin(angle), z));
        }
        return sum / ANGLES;
    }

    /** By the midpoint rule in cos θ: enough for a picture. */
    private static double overSphere(AnisotropicPotential potential, double radius) {
        double sum = 0;
        for (int i = 0; i < ANGLES; i++) {
            double cosine = 2 * (i + 0.5) / ANGLES - 1;
            sum += overCircle(potential, radius * Math.sqrt(1 - cosine * cosine), radius * cosine);
        }
        return sum / ANGLES;
    }

    private static double square(double value) {
        return value * value;
    }
}
