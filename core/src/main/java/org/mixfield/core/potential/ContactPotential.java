package org.mixfield.core.potential;

import org.apiguardian.api.API;

/**
 * V(x) = strength δ(x), a point interaction. It is not a function, and violates the form bound in every dimension.
 *
 * @param strength what δ is multiplied with
 */
@API(status = API.Status.EXPERIMENTAL)
public record ContactPotential(double strength) implements PairPotential {

    @Override
    public boolean vanishes() {
        return strength == 0;
    }

    @Override
    public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        return (kx, ky, kz) -> strength;
    }

    @Override
    public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        return (kx, ky, kz) -> strength;
    }
}
