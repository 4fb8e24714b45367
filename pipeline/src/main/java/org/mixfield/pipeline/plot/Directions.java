package org.mixfield.pipeline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

/**
 * A potential as functions of the distance r &gt; 0, along a direction each.
 *
 * @param curves V along each direction worth drawing; one where V is a function of r, none where V has no values
 * @param meanSquare the average of V² over all directions; NaN where V is more than a function
 */
record Directions(List<Curve> curves, DoubleUnaryOperator meanSquare) {

    /** Angles in a turn, or in a half one: more than enough for the few harmonics that anisotropic potentials have. */
    private static final int ANGLES = 12;

    /** V along a direction. */
    record Curve(String name, DoubleUnaryOperator value) {}

    /** V at a point other than 0. */
    @FunctionalInterface
    private interface Field {
        double at(double x, double y, double z);
    }

    static Directions of(PairPotential potential, int dimension) {
        List<PairPotential> functions = new ArrayList<>(potential.parts(dimension));
        boolean isFunction = !functions.removeIf(ContactPotential.class::isInstance);
        if (functions.isEmpty() || !functions.stream().allMatch(Directions::hasValues)) {
            return new Directions(List.of(), r -> Double.NaN);
        }
        Field v = field(functions, dimension);
        String off = isFunction ? "" : " at r > 0";
        boolean radial = functions.stream().allMatch(RadialPotential.class::isInstance);
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve((radial ? "V(r)" : "V along x") + off, r -> v.at(r, 0, 0)));
        if (!radial && dimension == 2) {
            curves.add(new Curve("V along y" + off, r -> v.at(0, r, 0)));
        } else if (!radial && dimension == 3) {
            curves.add(new Curve("V along z" + off, r -> v.at(0, 0, r)));
        }
        DoubleUnaryOperator meanSquare = radial || dimension == 1
                ? r -> square(v.at(r, 0, 0))
                : dimension == 2 ? r -> overCircle(v, r, 0) : r -> overSphere(v, r);
        return new Directions(curves, isFunction ? meanSquare : r -> Double.NaN);
    }

    private static boolean hasValues(PairPotential part) {
        return part instanceof RadialPotential
                || part instanceof AnisotropicPotential
                || part instanceof QuadrupolePotential;
    }

    private static Field field(List<PairPotential> functions, int dimension) {
        List<Field> fields =
                functions.stream().map(part -> fieldOf(part, dimension)).toList();
        return (x, y, z) -> {
            double sum = 0;
            for (Field field : fields) {
                sum += field.at(x, y, z);
            }
            return sum;
        };
    }

    private static Field fieldOf(PairPotential part, int dimension) {
        if (part instanceof RadialPotential radial) {
            return (x, y, z) -> radial.value(length(x, y, z));
        }
        if (part instanceof QuadrupolePotential q) {
            return (x, y, z) -> {
                double r = length(x, y, z);
                double cosine = (q.ex() * x + q.ey() * y + q.ez() * z) / r;
                return q.factor().value(r) * (cosine * cosine - 1.0 / dimension);
            };
        }
        return ((AnisotropicPotential) part)::value;
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** Whether V is the same in all directions; false where that is not known. */
    boolean isotropic() {
        return curves.size() == 1;
    }

    /** The largest |V| at a distance, of the curves. */
    double size(double r) {
        return curves.stream()
                .mapToDouble(curve -> Math.abs(curve.value().applyAsDouble(r)))
                .max()
                .orElse(Double.NaN);
    }

    private static double overCircle(Field potential, double radius, double z) {
        double sum = 0;
        for (int i = 0; i < ANGLES; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / ANGLES;
            sum += square(potential.at(radius * Math.cos(angle), radius * Math.sin(angle), z));
        }
        return sum / ANGLES;
    }

    /** By the midpoint rule in cos θ: enough for a picture. */
    private static double overSphere(Field potential, double radius) {
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
