package org.mixfield.core.model;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.run.MemoryNeed;

/**
 * A way to the ground state of a mixture: the minimiser, for ‖u‖ = ‖v‖ = 1, of
 *
 * <pre>
 *   E = c₁(⟨h_u⟩ + ½⟨|u|², V₁₁∗|u|²⟩) + c₂(⟨h_v⟩ + ½⟨|v|², V₂₂∗|v|²⟩) + c₁c₂⟨|u|², V₁₂∗|v|²⟩
 * </pre>
 *
 * as the mixture is at time 0. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface GroundState {

    /**
     * Minimises over the orbitals of these species, in the span of the modes where {@link
     * Discretization#orbitalsInModes()}. A species that is not among them stays in {@link Discretization#initial}, in the
     * mean field of which the other is minimised.
     *
     * @param species one or both
     * @throws java.util.concurrent.CancellationException where the thread was interrupted
     * @throws org.mixfield.core.run.NumericalException where there is no minimiser, or it was not reached
     */
    StationaryState solve(Discretization discretization, Set<SpeciesName> species);

    /** The memory that {@link #solve} takes for a while, the convolutions of the mean field left out. */
    default List<MemoryNeed> memory(Discretization discretization) {
        return List.of();
    }

    /** How both species are solved for where the other asks for its ground state in another way; unless overridden this. */
    default GroundState jointlyWith(GroundState other) {
        return this;
    }
}
