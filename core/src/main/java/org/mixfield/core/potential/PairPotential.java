package org.mixfield.core.potential;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A pair interaction V(x − y), real and even. Immutable and thread-safe.
 *
 * <p>Most potentials are {@link RadialPotential}s; this interface is for those that are not functions of the distance,
 * or not functions at all.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface PairPotential {

    /** True when V is 0 everywhere, so that no work need be done for it. */
    default boolean vanishes() {
        return false;
    }

    /**
     * The transform of V cut at a radius, V(x) for |x| ≤ R and 0 beyond.
     *
     * @param dimension 1 to 3
     * @param radius R
     * @param largestWaveNumber the transform is evaluated at |k| up to this
     * @throws IllegalArgumentException where V is not integrable at 0 in this dimension
     */
    KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber);

    /**
     * The transform of V over all space, whose values at the wave vectors of a periodic box are those of Σ V(x + Ln).
     *
     * @param dimension 1 to 3
     * @param scale a length of the order of the box, from which the search for the decay of V starts
     * @param largestWaveNumber the transform is evaluated at |k| up to this
     * @throws IllegalArgumentException where V does not decay fast enough for the periodic sum to exist
     */
    KernelTransform transform(int dimension, double scale, double largestWaveNumber);

    /** What theory says about V² ≤ K(1−Δ) in a dimension; empty where it has to be computed. */
    default Optional<FormBound> formBound(int dimension) {
        return Optional.empty();
    }

    /**
     * V as a sum in a dimension, where its terms are of kinds that say more than the whole does, such as {@link
     * ContactPotential} and {@link QuadrupolePotential}; otherwise V itself alone.
     */
    default List<PairPotential> parts(int dimension) {
        return List.of(this);
    }
}
