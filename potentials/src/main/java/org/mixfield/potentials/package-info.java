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
 *   none          0
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
