package org.mixfield.fock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.State;

/**
 * What is measured of ω_t, integrated directly on truncated F⊗F, at one time.
 *
 * @param numberU ⟨𝒩⊗I⟩
 * @param numberV ⟨I⊗𝒩⟩
 * @param numberUV ⟨𝒩⊗𝒩⟩
 * @param traceDistance Tr|Σr_j|
 * @param moments all of them
 * @param truncated the truncated dynamics beside it
 */
@SuppressWarnings("ArrayRecordComponent")
record DirectState(
        double[] projectedU,
        double[] projectedV,
        double projectedEnergy,
        Estimate numberU,
        Estimate numberV,
        Estimate numberUV,
        Estimate traceDistance,
        CoherentMoments moments,
        Optional<TruncatedState> truncated)
        implements ProjectedState {

    @Override
    public List<State> parts() {
        return Stream.concat(Stream.<State>of(this), truncated.stream()).toList();
    }
}
