package org.mixfield.fock;

import java.util.Optional;
import org.mixfield.core.propagator.State;

/** The part of a state that only a coherent start has: moments of its fluctuations ω_t. */
interface FluctuationState extends State {

    /** The moments; present where the start is coherent. */
    Optional<CoherentMoments> moments();

    /**
     * Tr|γ − P − Σr_j|: r₁…r₁₅ as they are measured, γ from the number sectors without the moments, and all of them over the same
     * sectors; present where the moments are.
     */
    Optional<Double> remainderSum();
}
