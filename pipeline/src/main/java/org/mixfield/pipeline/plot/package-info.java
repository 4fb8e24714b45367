/**
 * Pictures of pair potentials: V(r), its transform V̂(k), and the ratio ⟨V²⟩/⟨1−Δ⟩ of Gaussian trial functions, which
 * V² ≤ K(1−Δ) says is never above K.
 *
 * <pre>{@code
 * PotentialPlot.write(Path.of("coulomb.png"), "coulomb", potential, 3, FormBoundCheck.of(potential, 3));
 * }</pre>
 */
@NullMarked
package org.mixfield.pipeline.plot;

import org.jspecify.annotations.NullMarked;
