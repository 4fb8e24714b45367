package org.mixfield.core.model;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierTransform;

/** What an initial orbital is put on: a grid, and the mixture around it as far as orbitals are made from it. */
@API(status = API.Status.EXPERIMENTAL)
public interface OrbitalSite {

    /** The grid. */
    Grid grid();

    /** What lies beyond it. */
    Boundary boundary();

    /** Whose orbital it is. */
    SpeciesName species();

    /** The modes of this species, where the run has modes. */
    Optional<ModeFunctions> modes();

    /** A transform of the grid's shape, {@link Grid#waveNumbers} being its wave numbers. One call at a time. */
    FourierTransform transform();

    /**
     * A copy of the ground state of this species, found for this mixture as it is at time 0, of norm 1. Only for an orbital
     * whose {@link InitialOrbital#groundState()} says how.
     *
     * @throws IllegalStateException where no orbital of this species does
     * @throws org.mixfield.core.run.NumericalException where there is none, or it was not reached
     */
    ComplexField groundState();
}
