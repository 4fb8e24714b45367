package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;

/** A family of orthonormal one-particle functions. Immutable. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface Modes {

    /** The first {@code count} functions of a species, in the order the family defines. */
    ModeFunctions sample(Grid grid, SpeciesName species, int count);

    /** True where the functions take the run's Hartree orbit, and with it much time, to be made. */
    default boolean needOrbit() {
        return false;
    }

    /**
     * The same for a run; overridden by families that depend on more than the grid, or have something to say.
     *
     * @throws IllegalArgumentException where the family does not fit the run, in words for its user
     */
    default ModeFunctions sample(ModesSite site, int count) {
        return sample(site.grid(), site.species(), count);
    }
}
