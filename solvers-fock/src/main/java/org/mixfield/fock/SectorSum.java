package org.mixfield.fock;

import org.apiguardian.api.API;

/** How a coherent start is summed over the particle number of a species in the co-moving frame. */
@API(status = API.Status.EXPERIMENTAL)
public enum SectorSum {
    /** By Gauss quadrature above 15 particles, else over all whole numbers. */
    AUTO,
    /** By Gauss quadrature of the Poisson distribution. */
    GAUSS,
    /** Over all whole numbers but an unlikely tail. */
    ALL;

    private static final int FEW = 15;

    boolean isGauss(int particles) {
        return this == GAUSS || this == AUTO && particles > FEW;
    }
}
