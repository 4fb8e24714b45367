package org.mixfield.core.model;

import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.PairPotential;

/**
 * The three pair interactions, each a potential times a factor of time.
 *
 * @param uu V₁₁, between particles of species u
 * @param vv V₂₂, between particles of species v
 * @param uv V₁₂, between the species
 * @param factors what they are multiplied by as time goes
 */
@API(status = API.Status.EXPERIMENTAL)
public record Interactions(PairPotential uu, PairPotential vv, PairPotential uv, Factors factors) {

    /**
     * The factors f(t) of the three potentials.
     *
     * @param uu factor of V₁₁
     * @param vv factor of V₂₂
     * @param uv factor of V₁₂
     */
    public record Factors(Modulation uu, Modulation vv, Modulation uv) {

        /** Of potentials that do not change. */
        public static final Factors NONE = new Factors(Modulation.NONE, Modulation.NONE, Modulation.NONE);

        Stream<Modulation> all() {
            return Stream.of(uu, vv, uv);
        }
    }

    /** Interactions that do not change in time. */
    public Interactions(PairPotential uu, PairPotential vv, PairPotential uv) {
        this(uu, vv, uv, Factors.NONE);
    }

    /** True where there is no interaction at all. */
    public boolean vanish() {
        return uu.vanishes() && vv.vanishes() && uv.vanishes();
    }

    /** True where a factor depends on the time. */
    public boolean change() {
        return factors.all().anyMatch(Modulation::changes);
    }
}
