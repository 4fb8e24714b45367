package org.mixfield.core.config;

import org.apiguardian.api.API;

/**
 * The two particles that a pair potential acts between, for providers that need to know.
 *
 * @param divisor what the Hamiltonian divides the potential by: N₁ between two particles of species u, N₂ between two of
 *     v, N₁ + N₂ between the species
 * @param reducedMass m₁m₂/(m₁ + m₂) of the two
 */
@API(status = API.Status.EXPERIMENTAL)
public record Pair(double divisor, double reducedMass) {}
