package org.mixfield.core.potential;

import org.apiguardian.api.API;

/** A pair potential that is a bounded function of x − y, not of the distance alone. */
@API(status = API.Status.EXPERIMENTAL)
public interface AnisotropicPotential extends PairPotential {

    /**
     * V at a separation; coordinates of missing axes are 0. Pure, finite everywhere, and even: the same for (x, y, z) and
     * (−x, −y, −z).
     */
    double value(double x, double y, double z);
}
