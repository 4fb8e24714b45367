package org.mixfield.fock;

import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;

/** The part of a state that runs in two frames have: the same many-body state in the laboratory frame. */
interface LaboratoryPart extends State {

    /** The state in the laboratory frame. */
    ManyBodyState laboratory();
}
