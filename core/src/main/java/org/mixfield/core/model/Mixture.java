package org.mixfield.core.model;

import org.apiguardian.api.API;

/**
 * A mixture of two species.
 *
 * @param u the species with N₁ particles
 * @param v the species with N₂ particles
 * @param interactions the pair potentials
 * @param weights the weights of the Hartree system
 */
@API(status = API.Status.EXPERIMENTAL)
public record Mixture(Species u, Species v, Interactions interactions, Weights weights) {

    /** One of the two species. */
    public Species species(SpeciesName name) {
        return name == SpeciesName.U ? u : v;
    }

    /** D of condition (2.3) for this mixture's particle numbers. */
    public double conditionConstant() {
        return weights.conditionConstant(u.particles(), v.particles());
    }
}
