/**
 * The Hartree system on a grid, by splitting into two flows that are each exact:
 *
 * <pre>
 *   kinetic:    u ↦ F⁻¹ e^{−iτk²/(2m)} F u
 *   potential:  u ↦ e^{−iτ(trap + V₁₁∗|u|² + c₂ V₁₂∗|v|²)} u,   which leaves |u|² and |v|² as they are
 * </pre>
 *
 * <p>Where it is asked for, a harmonic trap goes with the kinetic flow if that leaves the potential flow less to do ({@link
 * org.mixfield.hartree.TrapShare}); the two together are exact, too.
 *
 * <p>A scheme is a list of coefficients ({@link org.mixfield.hartree.Splitting}); all are symmetric, so that a step back
 * undoes a step forward. Nothing is ever renormalised: the drift of the norm is a diagnostic.
 *
 * <pre>{@code
 * Propagator propagator = new SpectralHartreeSolver(Splitting.RKN6B, 0.01).start(discretization, 1.0);
 * propagator.advanceTo(1.0);
 * }</pre>
 *
 * <p>Ground states are the minimisers of E(u, v) for ‖u‖ = ‖v‖ = 1, or of one orbital in the mean field of the other,
 *
 * <pre>
 *   H_u u = μ_u u,   H_u = h_u + V₁₁∗|u|² + c₂ V₁₂∗|v|²,      H_v v = μ_v v,   H_v = h_v + V₂₂∗|v|² + c₁ V₁₂∗|u|²
 * </pre>
 *
 * by preconditioned nonlinear conjugate gradients on the product of the two unit spheres ({@link
 * org.mixfield.hartree.Minimiser}; Antoine, Levitt, Tang, J. Comput. Phys. 343 (2017) 92, arXiv:1611.02045; mixtures:
 * arXiv:2510.24543). Inner products of pairs carry the weights, c₁⟨·,·⟩_u + c₂⟨·,·⟩_v, in which the gradient of E is twice
 * the residual (H_u u − μ_u u, H_v v − μ_v v).
 */
@NullMarked
package org.mixfield.hartree;

import org.jspecify.annotations.NullMarked;
