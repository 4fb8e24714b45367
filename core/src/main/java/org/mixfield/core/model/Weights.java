package org.mixfield.core.model;

import org.apiguardian.api.API;

/**
 * The weights of the Hartree system, c₁ + c₂ = 1, both positive.
 *
 * @param c1 weight of species u
 * @param c2 weight of species v
 */
@API(status = API.Status.EXPERIMENTAL)
public record Weights(double c1, double c2) {

    /** How far c₁ + c₂ may be from 1, the rounding of two decimal inputs. */
    public static final double TOLERANCE = 1e-12;

    public Weights {
        if (!(c1 > 0 && c2 > 0 && Math.abs(c1 + c2 - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "weights are greater than 0 with c1 + c2 = 1, not c1 = " + c1 + ", c2 = " + c2);
        }
    }

    /** c₁ = N₁/(N₁+N₂), c₂ = N₂/(N₁+N₂). */
    public static Weights ofParticles(int n1, int n2) {
        double total = (double) n1 + n2;
        return new Weights(n1 / total, n2 / total);
    }

    /**
     * The least D of condition (2.3): |N₁/(N₁+N₂) − c₁| ≤ D/N₂ and |N₂/(N₁+N₂) − c₂| ≤ D/N₁. It must stay bounded as the
     * particle numbers grow.
     */
    public double conditionConstant(int n1, int n2) {
        double total = (double) n1 + n2;
        return Math.max(n2 * Math.abs(n1 / total - c1), n1 * Math.abs(n2 / total - c2));
    }
}
