package org.mixfield.core.potential;

import java.util.function.DoubleUnaryOperator;
import org.apiguardian.api.API;
import org.mixfield.core.run.Workers;

/**
 * The transform of V(x) = f(r) [(e·x̂)² − 1/d] cut at a radius R, e a unit vector, in d = 2 or 3:
 *
 * <pre>
 *   V̂(k) = −S(k) [(e·k̂)² − 1/d],   S(k) = 2π ∫₀ᴿ f(r) J₂(kr) r dr  or  4π ∫₀ᴿ f(r) j₂(kr) r² dr
 * </pre>
 *
 * and 0 at k = 0. f may diverge like r<sup>−d</sup> at 0: the angles average it out, and V stands for its principal value.
 * Computed by the same quadrature as the transform of a radial potential. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class QuadrupoleTransform implements KernelTransform {

    private final DoubleUnaryOperator radial;
    private final double[] axis;
    private final int dimension;

    private QuadrupoleTransform(DoubleUnaryOperator radial, double[] axis, int dimension) {
        this.radial = radial;
        this.axis = axis;
        this.dimension = dimension;
    }

    /**
     * The transform.
     *
     * @param f the radial factor
     * @param axis e, of length d; copied
     * @param radius R
     * @param largestWaveNumber the transform is evaluated at |k| up to this
     * @throws IllegalArgumentException where f diverges too fast at 0, or the axis has another length than 2 or 3
     */
    public static KernelTransform truncated(RadialPotential f, double[] axis, double radius, double largestWaveNumber) {
        if (axis.length != 2 && axis.length != 3) {
            throw new IllegalArgumentException("a quadrupole is in 2 or 3 dimensions, not in " + axis.length);
        }
        DoubleUnaryOperator radial = RadialTransform.quadrupole(f, axis.length, radius, largestWaveNumber);
        double[] three = java.util.Arrays.copyOf(axis, 3);
        return new QuadrupoleTransform(radial, three, axis.length);
    }

    @Override
    public double at(double kx, double ky, double kz) {
        double square = kx * kx + ky * ky + kz * kz;
        if (square == 0) {
            return 0;
        }
        double along = axis[0] * kx + axis[1] * ky + axis[2] * kz;
        return -radial.applyAsDouble(Math.sqrt(square)) * (along * along / square - 1.0 / dimension);
    }

    @Override
    public void prepare(Workers workers) {
        if (radial instanceof ChebyshevTable table) {
            table.prepare(workers);
        }
    }
}
