/**
 * The hypothesis of Theorem 2.3: V² ≤ K(1−Δ) on L²(R<sup>d</sup>) for each of the three pair potentials.
 *
 * <p>The least such K is ‖V(1−Δ)<sup>−1/2</sup>‖², the K at which −Δ − V²/K has ground-state energy −1 (Birman,
 * Schwinger). By translation invariance it depends on V alone. For a radial V the ground state is a function of r, and
 * whether K is above or below the least one shows in whether the solution of
 *
 * <pre>
 *   φ'' + (d−1)/r φ' = (1 − V²/K) φ,   φ regular at 0,
 * </pre>
 *
 * stays above the one that decays, or falls below it. The equation is solved in ln r, from a radius so small that the
 * leading power of V alone counts.
 *
 * <p>A potential that is not radial is treated on a grid, a quadrupole by what it is on functions of the distance, and a sum
 * by the triangle inequality for ‖V(1−Δ)<sup>−1/2</sup>‖.
 *
 * <pre>{@code
 * FormBound bound = FormBoundCheck.of(potential, 3);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.formbound;

import org.jspecify.annotations.NullMarked;
