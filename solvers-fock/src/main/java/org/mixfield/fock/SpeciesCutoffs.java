package org.mixfield.fock;

import org.apiguardian.api.API;

/**
 * The most particles of each species.
 *
 * @param u of species u, not below 0
 * @param v of species v, not below 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record SpeciesCutoffs(int u, int v) {

    public SpeciesCutoffs {
        if (u < 0 || v < 0) {
            throw new IllegalArgumentException("a cutoff is not below 0, unlike " + u + ", " + v);
        }
    }

    /** Both smaller by this much, and not below 0. */
    SpeciesCutoffs less(int by) {
        return new SpeciesCutoffs(Math.max(0, u - by), Math.max(0, v - by));
    }

    /** Neither below this. */
    SpeciesCutoffs atLeast(int least) {
        return new SpeciesCutoffs(Math.max(least, u), Math.max(least, v));
    }

    @Override
    public String toString() {
        return "{u: " + u + ", v: " + v + "}";
    }
}
