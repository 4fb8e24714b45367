package org.mixfield.fock;

import org.mixfield.core.propagator.State;

/** A state that has, by itself or beside others, the Gaussian one of the frame {@code bogoliubov}. */
interface BogoliubovPart extends State {

    /** The Gaussian state. */
    BogoliubovState bogoliubov();
}
