package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/** What lies beyond the box. */
@API(status = API.Status.EXPERIMENTAL)
public enum Boundary {
    /** Nothing: interactions as in all of space. Fields must vanish before they reach the boundary. */
    FREE,
    /** Copies of the box: interactions summed over all of them. */
    PERIODIC
}
