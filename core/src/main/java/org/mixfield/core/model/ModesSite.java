package org.mixfield.core.model;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.Boundary;

/** What one-particle modes are made for: one species of a run. Used by one thread. */
@API(status = API.Status.EXPERIMENTAL)
public interface ModesSite {

    /** The grid they are sampled on. */
    Grid grid();

    /** What lies beyond its box. */
    Boundary boundary();

    /** The species they belong to. */
    SpeciesName species();

    /** The mixture on its grid; modes cannot be asked for while they are made. */
    Discretization discretization();

    /**
     * The Hartree orbit of the run, as {@link HartreeOrbit#sample} gives it.
     *
     * @throws IllegalArgumentException where the run has none
     */
    List<HartreeOrbit.Point> orbit(int steps);

    /** Tells the user something about these modes, in a sentence that begins with a small letter and has no full stop. */
    void warn(String words);

    /** Has a plain value reported under {@code modes} and the species in {@link Discretization#report()}. */
    void report(String name, Object value);
}
