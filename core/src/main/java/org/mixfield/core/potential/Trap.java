package org.mixfield.core.potential;

import org.apiguardian.api.API;

/** An external potential acting on one species. Immutable and thread-safe. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface Trap {

    /** No trap. */
    Trap NONE = (x, y, z) -> 0;

    /** Its value at a point; coordinates of missing axes are 0. */
    double value(double x, double y, double z);
}
