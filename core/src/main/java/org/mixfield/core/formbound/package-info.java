/**
 * The hypothesis of Theorem 2.3: V² ≤ K(1−Δ) on L²(R<sup>d</sup>) for each of the three pair potentials.
 *
 * <p>The least such K is ‖V(1−Δ)<sup>−1/2</sup>‖². By translation invariance it depends on V alone.
 *
 * <pre>{@code
 * FormBound bound = new FormBound.Proven(4 * strength * strength, "Hardy's inequality");
 * }</pre>
 */
@NullMarked
package org.mixfield.core.formbound;

import org.jspecify.annotations.NullMarked;
