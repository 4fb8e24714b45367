package org.mixfield.core.model;

import org.apiguardian.api.API;

/**
 * The modes of a run.
 *
 * @param family which functions
 * @param countU how many of them for species u
 * @param countV how many for species v
 */
@API(status = API.Status.EXPERIMENTAL)
public record ModesChoice(Modes family, int countU, int countV) {

    /** Number of modes of a species. */
    public int count(SpeciesName species) {
        return species == SpeciesName.U ? countU : countV;
    }
}
