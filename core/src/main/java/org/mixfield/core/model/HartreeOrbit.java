package org.mixfield.core.model;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;

/** The Hartree orbit of a run on its grid, for modes that are made from it before the run begins. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface HartreeOrbit {

    /**
     * The orbitals at one time.
     *
     * @param time from 0 to the end of the run
     * @param u the orbital of species u, not to be written to
     * @param v the orbital of species v
     */
    record Point(double time, ComplexField u, ComplexField v) {

        /** The orbital of a species. */
        public ComplexField orbital(SpeciesName species) {
            return species == SpeciesName.U ? u : v;
        }
    }

    /**
     * The orbitals at the times 0, T/steps, …, T, the end of the run.
     *
     * @param steps at least 1
     * @return steps + 1 points, ascending in time; a single one where T is 0
     */
    List<Point> sample(Discretization discretization, int steps);
}
