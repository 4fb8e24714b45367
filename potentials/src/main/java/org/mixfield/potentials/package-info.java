/**
 * The built-in pair potentials, traps and factors of time, found exactly as a third party's are.
 *
 * <p>Functions of r = |x − y|:
 *
 * <pre>
 *   coulomb       strength / r
 *   yukawa        strength e^{−screening r} / r
 *   gaussian      strength e^{−r²/(2 range²)}
 *   soft-coulomb  strength / √(r² + softening²)
 *   soft-yukawa   strength e^{−screening r} / √(r² + softening²)
 *   power         strength r^{−exponent}
 *   square-well   strength for r &lt; radius, else 0
 *   harmonic      stiffness r²
 *   table         file (r, V), monotone cubic interpolation
 *   formula       expression in r
 *   none          0
 * </pre>
 *
 * and others:
 *
 * <pre>
 *   contact       strength δ(x)
 *   dipolar       strength (1 − 3cos²θ)/(4π r³) about direction; in two dimensions its average over the confinement
 *   sum           of: [ … ], a function of r where all its terms are
 * </pre>
 *
 * <p>Traps:
 *
 * <pre>
 *   harmonic      Σ stiffness_i (x_i − center_i)², or ½ m frequency_i² for the stiffness
 *   lattice       Σ depth_i sin²(wave-number_i x_i + phase_i), or π / spacing_i for the wave number
 *   box           smooth walls of a height, at half-width_i from center_i
 *   table         file (x, y, z, V) on a rectilinear grid, cubic interpolation
 *   formula       expression in x, y, z, t
 *   sum           of: [ … ]
 *   none          0
 * </pre>
 *
 * <p>Factors of time, of any trap and any pair potential:
 *
 * <pre>
 *   ramp          from one value to another, linear or smooth, or at once
 *   oscillation   1 + amplitude sin(frequency t + phase)
 *   table         points (t, f), linear between them
 *   formula       expression in t
 * </pre>
 *
 * <pre>{@code
 * PairPotential coulomb = new CoulombProvider().create(Settings.of(Map.of("strength", 1.0), problems));
 * }</pre>
 */
@NullMarked
package org.mixfield.potentials;

import org.jspecify.annotations.NullMarked;
