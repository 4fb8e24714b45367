package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.potential.PairPotential;

/**
 * The three pair potentials.
 *
 * @param uu V₁₁, between particles of species u
 * @param vv V₂₂, between particles of species v
 * @param uv V₁₂, between the species
 */
@API(status = API.Status.EXPERIMENTAL)
public record Interactions(PairPotential uu, PairPotential vv, PairPotential uv) {}
