package org.mixfield.potentials;

import java.util.List;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.QuadrupolePotential;

/**
 * Dipoles of strength g along the unit vector n. V is the principal value, whose transform over all of space is
 *
 * <pre>
 *   V̂(k) = g (cos²α − 1/3),   α between k and n,
 * </pre>
 *
 * and cut at R that times 1 + 3 cos(kR)/(kR)² − 3 sin(kR)/(kR)³ = 1 − 3 j₁(kR)/(kR) (Ronen, Bortolotti, Bohn, Phys. Rev. A 74
 * (2006) 013623). At k = 0 the first depends on the direction from which 0 is approached; a periodic box takes its average, 0.
 *
 * @param strength g
 * @param nx component of n
 * @param ny component of n
 * @param nz component of n; across the plane in two dimensions
 * @param confinement l, or {@link #UNCONFINED}
 */
record Dipolar(double strength, double nx, double ny, double nz, double confinement) implements PairPotential {

    static final double UNCONFINED = 0;

    @Override
    public boolean vanishes() {
        return strength == 0;
    }

    @Override
    public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        if (dimension == 2) {
            return layer().truncatedTransform(radius, largestWaveNumber);
        }
        requireSpace(dimension);
        return (kx, ky, kz) -> {
            double square = kx * kx + ky * ky + kz * kz;
            return square == 0 ? 0 : angular(kx, ky, kz, square) * Waves.ballDefect(Math.sqrt(square) * radius);
        };
    }

    @Override
    public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        if (dimension == 2) {
            return layer().transform();
        }
        requireSpace(dimension);
        return (kx, ky, kz) -> {
            double square = kx * kx + ky * ky + kz * kz;
            return square == 0 ? 0 : angular(kx, ky, kz, square);
        };
    }

    private double angular(double kx, double ky, double kz, double square) {
        double along = nx * kx + ny * ky + nz * kz;
        return strength * (along * along / square - 1.0 / 3);
    }

    private DipolarLayer layer() {
        if (confinement == UNCONFINED) {
            throw new IllegalArgumentException("dipolar in two dimensions needs the length of its confinement");
        }
        return new DipolarLayer(strength, nx, ny, nz, confinement);
    }

    private static void requireSpace(int dimension) {
        if (dimension != 3) {
            throw new IllegalArgumentException(
                    "dipolar is an interaction in two or three dimensions, not in " + dimension);
        }
    }

    /** A quadrupole along n in space; a point, a function of the distance and a quadrupole in a layer. */
    @Override
    public List<PairPotential> parts(int dimension) {
        if (dimension == 2 && confinement != UNCONFINED) {
            return layer().parts();
        }
        return dimension == 3
                ? List.of(
                        new QuadrupolePotential(new PowerProvider.Power(-3 * strength / (4 * Math.PI), 3), nx, ny, nz))
                : List.of(this);
    }
}
