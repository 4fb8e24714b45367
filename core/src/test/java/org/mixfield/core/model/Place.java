package org.mixfield.core.model;

import java.util.Optional;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.JTransformsProvider;

/** A site without a mixture. */
record Place(Grid grid, Boundary boundary, Optional<ModeFunctions> modes, Workers workers) implements OrbitalSite {

    static Place on(Grid grid, Workers workers) {
        return new Place(grid, Boundary.FREE, Optional.empty(), workers);
    }

    @Override
    public SpeciesName species() {
        return SpeciesName.U;
    }

    @Override
    public FourierTransform transform() {
        return JTransformsProvider.backend().complex(workers, grid.shape());
    }

    @Override
    public ComplexField groundState() {
        throw new IllegalStateException("there is no mixture here");
    }
}
