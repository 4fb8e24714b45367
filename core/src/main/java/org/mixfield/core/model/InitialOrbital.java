package org.mixfield.core.model;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/** A one-particle function that a species starts from. Immutable. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface InitialOrbital {

    /**
     * Its values on a grid. The caller normalises them.
     *
     * @param modes the modes of this species, where the run has modes
     * @throws IllegalArgumentException where the orbital does not fit the grid, or needs modes and there are none
     */
    ComplexField on(Grid grid, Optional<ModeFunctions> modes);

    /** ‖ψ‖² of the orbital as a function on all of space where it is known, so that a grid too coarse or too small shows. */
    default Optional<Double> exactNormSquared(int dimension) {
        return Optional.empty();
    }
}
