package org.mixfield.fock;

import org.mixfield.core.propagator.State;

/**
 * What is measured of ω^c_t, moved by U^c, whose cubic terms see at most M₁ and M₂ particles.
 *
 * @param numberU ⟨𝒩⊗I⟩
 * @param numberV ⟨I⊗𝒩⟩
 * @param distance ‖ω − ω^c‖
 */
record TruncatedState(Estimate numberU, Estimate numberV, Estimate distance) implements State {}
