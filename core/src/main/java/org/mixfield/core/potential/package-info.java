/**
 * Pair potentials V(x − y), traps, and the Fourier transforms that a convolution needs of them.
 *
 * <p>A radial potential is a function of r; everything else follows from it. The transform of V cut at a radius R,
 *
 * <pre>
 *   d = 3:  V̂(k) = 4π ∫₀ᴿ r² V(r) sin(kr)/(kr) dr
 *   d = 2:  V̂(k) = 2π ∫₀ᴿ r V(r) J₀(kr) dr
 *   d = 1:  V̂(k) = 2 ∫₀ᴿ V(r) cos(kr) dr
 * </pre>
 *
 * is computed by quadrature that is graded towards r = 0 and refined wherever V is not smooth. A potential that knows its
 * transform in closed form overrides the default.
 *
 * <pre>{@code
 * PairPotential screened = RadialPotential.of(r -> Math.exp(-r) / r);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.potential;

import org.jspecify.annotations.NullMarked;
