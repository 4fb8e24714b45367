package org.mixfield.potentials;

import java.util.Arrays;
import java.util.Optional;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.RadialPotential;

/**
 * V(r) between the points of a table.
 *
 * @param file the name of it, in messages
 * @param curve the interpolant
 */
record Table(String file, MonotoneCubic curve) implements RadialPotential {

    @Override
    public double value(double r) {
        if (!(r >= curve.first() && r <= curve.last())) {
            throw new IllegalArgumentException(missing("V(r) is asked at r = " + r));
        }
        return curve.value(r);
    }

    private String missing(String question) {
        return question + ", but the table " + file + " covers r = " + curve.first() + " to " + curve.last()
                + " and is not extrapolated; extend the table"
                + (curve.first() > 0
                        ? " to r = 0 (what diverges there belongs in a sum of a formula and the table of the rest)"
                        : "");
    }

    @Override
    public double[] breakPoints() {
        double[] points = curve.points();
        return points[0] > 0 ? points : Arrays.copyOfRange(points, 1, points.length);
    }

    @Override
    public double reach() {
        return curve.last();
    }

    @Override
    public Optional<LeadingPower> atOrigin() {
        if (curve.first() > 0) {
            return Optional.empty();
        }
        double[] c = curve.firstCubic();
        for (int n = 0; n < c.length; n++) {
            if (c[n] != 0) {
                return Optional.of(new LeadingPower(c[n], -n));
            }
        }
        return Optional.of(new LeadingPower(0, 0));
    }

    @Override
    public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        if (curve.first() > 0) {
            throw new IllegalArgumentException(missing("V(r) is needed down to r = 0"));
        }
        if (radius > curve.last()) {
            throw new IllegalArgumentException(missing("V(r) is needed up to r = " + radius + ", the box's diagonal"));
        }
        return RadialPotential.super.truncatedTransform(dimension, radius, largestWaveNumber);
    }

    @Override
    public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        throw new IllegalArgumentException(
                missing("V(r) is needed at every distance in a periodic box") + ", or use boundary: free");
    }
}
