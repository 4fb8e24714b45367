package org.mixfield.core.propagator;

import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;

/** A state around Hartree orbitals that can be shown on the grid. */
@API(status = API.Status.EXPERIMENTAL)
public interface CondensateState extends State {

    /** The Hartree orbital of a species, a new field on the grid of the run. */
    ComplexField condensate(SpeciesName species, Discretization discretization);
}
