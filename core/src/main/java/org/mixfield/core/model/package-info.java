/**
 * The mixture itself: two species of bosons, their traps and interactions, the weights of the Hartree system, and the
 * same mixture on a grid.
 *
 * <pre>
 *   i ∂t u = h_u u + (V₁₁∗|u|²) u + c₂ (V₁₂∗|v|²) u
 *   i ∂t v = h_v v + (V₂₂∗|v|²) v + c₁ (V₁₂∗|u|²) v        h_s = −Δ/(2 m_s) + trap_s,   ‖u‖ = ‖v‖ = 1
 * </pre>
 *
 * <p>Units: ħ = 1; the paper (de Oliveira, Michelangeli) has masses ½ and no trap. A {@link
 * org.mixfield.core.model.Mixture} is a description; a {@link org.mixfield.core.model.Discretization} is the mixture on
 * its grid and makes what a solver needs of it when it is first asked for:
 *
 * <pre>{@code
 * Discretization discretization = Discretization.of(mixture, grid, Boundary.FREE, backend, workers);
 * ComplexField u = discretization.initial(SpeciesName.U);
 * discretization.meanField().potentials(densityU, densityV, potentialU, potentialV);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.model;

import org.jspecify.annotations.NullMarked;
