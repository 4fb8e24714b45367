package org.mixfield.fock;

import java.util.Optional;
import org.mixfield.core.propagator.State;

/** The part of a state that only a start with fixed particle numbers has: how its particles are correlated. */
interface FixedNumberState extends State {

    /** The correlations; present where both particle numbers are fixed. */
    Optional<Correlations> correlations();
}
