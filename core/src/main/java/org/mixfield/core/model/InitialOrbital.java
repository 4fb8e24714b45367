package org.mixfield.core.model;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;

/** A one-particle function that a species starts from. Immutable. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface InitialOrbital {

    /**
     * Its values on a grid, in a field of the caller's own. The caller normalises them.
     *
     * @throws IllegalArgumentException where the orbital does not fit the grid, or needs modes and there are none
     */
    ComplexField on(OrbitalSite site);

    /** ‖ψ‖² of the orbital as a function on all of space where it is known, so that a grid too coarse or too small shows. */
    default Optional<Double> exactNormSquared(int dimension) {
        return Optional.empty();
    }

    /** How the ground state is found that this orbital is made from; empty for one that is made from none. */
    default Optional<GroundState> groundState() {
        return Optional.empty();
    }
}
