package org.mixfield.core.model;

import org.apiguardian.api.API;

/**
 * The interaction energies of two densities, factors of time included, without weights.
 *
 * @param uu ½∫ρ_u V₁₁∗ρ_u
 * @param vv ½∫ρ_v V₂₂∗ρ_v
 * @param uv ∫ρ_u V₁₂∗ρ_v
 */
@API(status = API.Status.EXPERIMENTAL)
public record InteractionEnergies(double uu, double vv, double uv) {}
