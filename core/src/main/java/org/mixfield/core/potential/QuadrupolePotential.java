package org.mixfield.core.potential;

import org.apiguardian.api.API;

/**
 * V(x) = f(r) [(e·x̂)² − 1/d], e a unit vector, in two or three dimensions: what a potential with one axis is, apart from
 * its average over directions. Where f is not integrable at 0, V is its principal value.
 *
 * @param factor f
 * @param ex component of e
 * @param ey component of e
 * @param ez component of e; 0 in two dimensions
 */
@API(status = API.Status.EXPERIMENTAL)
public record QuadrupolePotential(RadialPotential factor, double ex, double ey, double ez) implements PairPotential {

    @Override
    public boolean vanishes() {
        return factor.vanishes();
    }

    /** Whether the other one has the same axis, which has no sign. */
    boolean isAlong(QuadrupolePotential other) {
        double sign = Math.signum(ex * other.ex + ey * other.ey + ez * other.ez);
        return ex == sign * other.ex && ey == sign * other.ey && ez == sign * other.ez;
    }

    @Override
    public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        double[] axis = dimension == 2 ? new double[] {ex, ey} : new double[] {ex, ey, ez};
        if (dimension == 1) {
            throw new IllegalArgumentException("a quadrupole is in 2 or 3 dimensions, not in 1");
        }
        return QuadrupoleTransform.truncated(factor, axis, radius, largestWaveNumber);
    }

    /** Not known: a potential that has one gives it itself. */
    @Override
    public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        throw new IllegalArgumentException("a quadrupole has a transform only when it is cut at a radius");
    }
}
