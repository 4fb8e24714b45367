package org.mixfield.core.propagator;

import org.apiguardian.api.API;

/**
 * What observables see of a many-body state on M_u and M_v modes, together with the Hartree orbitals projected on the
 * same modes. Computed when asked for and valid until the propagator moves on.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface ManyBodyState extends ProjectedState {

    /** ‖ψ‖, with what was left out of a coherent state missing. */
    double norm();

    /** ⟨H⟩/(N₁+N₂). */
    double energyPerParticle();

    /** ⟨𝒩⊗I⟩. */
    double numberU();

    /** ⟨I⊗𝒩⟩. */
    double numberV();

    /** γ^(1,1). */
    ReducedDensity reducedDensity();

    /** Upper estimate of the error of a trace distance of γ that the propagation and the truncation of sectors cause. */
    double traceDistanceError();
}
