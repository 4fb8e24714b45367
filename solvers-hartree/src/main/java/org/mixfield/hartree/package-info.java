/**
 * The Hartree system on a grid, by splitting into two flows that are each exact:
 *
 * <pre>
 *   kinetic:    u ↦ F⁻¹ e^{−iτk²/(2m)} F u
 *   potential:  u ↦ e^{−iτ(trap + V₁₁∗|u|² + c₂ V₁₂∗|v|²)} u,   which leaves |u|² and |v|² as they are
 * </pre>
 *
 * <p>A scheme is a list of coefficients ({@link org.mixfield.hartree.Splitting}); all are symmetric, so that a step back
 * undoes a step forward. Nothing is ever renormalised: the drift of the norm is a diagnostic.
 *
 * <pre>{@code
 * Propagator propagator = new SpectralHartreeSolver(Splitting.RKN6B, 0.01).start(discretization, 1.0);
 * propagator.advanceTo(1.0);
 * }</pre>
 */
@NullMarked
package org.mixfield.hartree;

import org.jspecify.annotations.NullMarked;
