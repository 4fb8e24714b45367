package org.mixfield.fock;

import org.apiguardian.api.API;

/** The many-body state a run starts from, for the orbitals u and v of norm 1. */
@API(status = API.Status.EXPERIMENTAL)
public enum InitialState {
    /** W(√N₁u) ⊗ W(√N₂v) Ω: Poisson-distributed particle numbers. */
    COHERENT,
    /** u^{⊗N₁} ⊗ v^{⊗N₂}: N₁ and N₂ particles. */
    FACTORISED,
    /** The lowest eigenvector of H with N₁ and N₂ particles in the modes, whatever the orbitals. */
    GROUND_STATE;

    /** Whether it has N₁ and N₂ particles and so lies in one number sector. */
    boolean hasFixedNumbers() {
        return this != COHERENT;
    }
}
