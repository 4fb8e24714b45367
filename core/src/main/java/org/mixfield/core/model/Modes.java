package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;

/** A family of orthonormal one-particle functions. Immutable. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface Modes {

    /** The first {@code count} functions of a species, in the order the family defines. */
    ModeFunctions sample(Grid grid, SpeciesName species, int count);
}
