package org.mixfield.potentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.FormBound.Trial;
import org.mixfield.core.potential.FormBound.Witness;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;

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

    /** Violated: V² is of order r<sup>−6</sup> in space; in a layer r<sup>−4</sup>, or δ² for dipoles across it. */
    @Override
    public Optional<FormBound> formBound(int dimension) {
        if (strength == 0) {
            return Optional.of(new FormBound.Proven(0, "V = 0"));
        }
        return switch (dimension) {
            case 2 -> confinement == UNCONFINED ? Optional.empty() : Optional.of(layer().formBound());
            case 3 -> Optional.of(new FormBound.Violated(witness()));
            default -> Optional.empty();
        };
    }

    /**
     * On ψ(x) = r² e<sup>−r/s</sup>: ⟨r⁻⁶⟩ = 4/(45 s⁶), ⟨−Δ⟩ = 1/(5 s²), and the average of (1 − 3 cos²θ)² over directions is
     * 4/5.
     */
    private Witness witness() {
        List<Trial> trials = new ArrayList<>();
        for (double s : new double[] {1e-1, 1e-2, 1e-3, 1e-4}) {
            double square = Math.pow(strength / (4 * Math.PI), 2) * 0.8 * 4 / 45 / Math.pow(s, 6);
            trials.add(new Trial(s, square / (1 + 0.2 / (s * s))));
        }
        return new Witness("r^2 exp(-r/s) as s -> 0: <V^2> is of order s^-6 and <1 - Laplacian> of order s^-2", trials);
    }
}
