package org.mixfield.core.propagator;

import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.SpeciesName;

/**
 * The two orbitals of the Hartree system on the grid.
 *
 * @param u orbital of species u, owned by the propagator
 * @param v orbital of species v, owned by the propagator
 */
@API(status = API.Status.EXPERIMENTAL)
public record HartreeState(ComplexField u, ComplexField v) implements State {

    /** One of the two orbitals. */
    public ComplexField orbital(SpeciesName species) {
        return species == SpeciesName.U ? u : v;
    }
}
