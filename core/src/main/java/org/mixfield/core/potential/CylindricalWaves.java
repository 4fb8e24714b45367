package org.mixfield.core.potential;

import org.hipparchus.special.BesselJ;

/**
 * J₀(x) and J₂(x), x ≥ 0; beyond 1000 by Hankel's expansion (Abramowitz and Stegun 9.2.5), whose next term is below 1e-17.
 */
final class CylindricalWaves {

    private static final double FAR = 1000;

    private CylindricalWaves() {}

    static double zeroth(double x) {
        if (x < FAR) {
            return BesselJ.value(0, x);
        }
        double z = 1 / (64 * x * x);
        double p = 1 - 4.5 * z * (1 - 612.5 / 12 * z);
        double q = -1 / (8 * x) * (1 - 37.5 * z);
        return hankel(x, p, q);
    }

    static double second(double x) {
        if (x < FAR) {
            return BesselJ.value(2, x);
        }
        double z = 1 / (64 * x * x);
        double p = 1 - 52.5 * z * (1 - 24.75 * z);
        double q = 15 / (8 * x) * (1 + 10.5 * z);
        return -hankel(x, p, q);
    }

    private static double hankel(double x, double p, double q) {
        double angle = x - Math.PI / 4;
        return Math.sqrt(2 / (Math.PI * x)) * (p * Math.cos(angle) - q * Math.sin(angle));
    }
}
