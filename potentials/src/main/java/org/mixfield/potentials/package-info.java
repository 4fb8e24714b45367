/**
 * The built-in pair potentials and traps, found exactly as a third party's are.
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
 *   square-well   strength for r < radius, else 0
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
 * <p>The trap {@code harmonic} is Σ stiffness<sub>i</sub> x<sub>i</sub>².
 *
 * <pre>{@code
 * PairPotential coulomb = new CoulombProvider().create(Settings.of(Map.of("strength", 1.0), problems));
 * }</pre>
 */
@NullMarked
package org.mixfield.potentials;

import org.jspecify.annotations.NullMarked;
