/**
 * Many-body dynamics in truncated Fock space: both species on a few orthonormal one-particle modes.
 *
 * <pre>
 *   H = Σ h_pr b*_p b_r + Σ k_qs c*_q c_s + 1/(2N₁) Σ V₁₁[pr,qs] b*_p b*_q b_s b_r
 *     + 1/(2N₂) Σ V₂₂[pr,qs] c*_p c*_q c_s c_r + 1/(N₁+N₂) Σ V₁₂[pr,qs] b*_p c*_q c_s b_r
 * </pre>
 *
 * with V[pr,qs] = ∬ φ_p(x)φ_r(x) V(x−y) χ_q(y)χ_s(y). H conserves both particle numbers, so that a state is a sum over
 * number sectors (n₁, n₂), each a matrix of amplitudes d(n₁, M_u) × d(n₂, M_v), d(n, M) = C(n+M−1, n).
 *
 * <p>In the <em>co-moving</em> frame, the default, the one-particle bases move with Hartree and at most K particles, both
 * species together, are kept outside of the two condensates, whatever the particle numbers: C(M_u+M_v−2+K, K) states. A coherent
 * start is summed over its sectors by Gauss quadrature, and moments of its fluctuations come without cancellation. What is left
 * out is estimated by running smaller expansions beside it.
 *
 * <p>In the <em>laboratory</em> frame the basis stays put. H is applied sector by sector from tables of the size of one
 * species; each sector is propagated by Lanczos with an a-posteriori error bound.
 *
 * <p>In both a start may be the ground state of H with N₁ and N₂ particles, found by Lanczos with thick restarts.
 *
 * <p>In the <em>fluctuation</em> frame the state that is left when the Weyl operators of the Hartree orbitals are taken off a coherent start
 * is integrated directly, on F⊗F with a cutoff for each species: a check for few particles and short times, and the home of
 * the truncated fluctuation dynamics.
 *
 * <p>In all of them the Hartree system projected on the same modes runs beside the state, and γ^(1,1) is compared with it.
 *
 * <p>The frame <em>bogoliubov</em> has infinitely many particles: the fluctuations of a coherent start are then Gaussian, and with
 * the response of their mean to the cubic part they give lim (N₁+N₂)(γ − P), in the modes or at every point of the grid.
 *
 * <pre>{@code
 * Solver solver = new TruncatedFockSolver(InitialState.FACTORISED, 1e-12, 1e-10);
 * Propagator propagator = solver.start(discretization, 1.0);
 * propagator.advanceTo(1.0);
 * }</pre>
 */
@NullMarked
package org.mixfield.fock;

import org.jspecify.annotations.NullMarked;
