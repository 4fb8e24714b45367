package org.mixfield.core.model;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.potential.Modulation;

/**
 * A mixture of two species.
 *
 * @param u the species with N₁ particles
 * @param v the species with N₂ particles
 * @param interactions the pair potentials
 * @param weights the weights of the Hartree system
 */
@API(status = API.Status.EXPERIMENTAL)
public record Mixture(Species u, Species v, Interactions interactions, Weights weights) {

    /** A mixture with the weights c₁ = N₁/(N₁+N₂), c₂ = N₂/(N₁+N₂). */
    public Mixture(Species u, Species v, Interactions interactions) {
        this(u, v, interactions, Weights.ofParticles(u.particles(), v.particles()));
    }

    /** One of the two species. */
    public Species species(SpeciesName name) {
        return name == SpeciesName.U ? u : v;
    }

    /** The same with other particle numbers and the same weights. */
    public Mixture withParticles(int particlesU, int particlesV) {
        return new Mixture(u.withParticles(particlesU), v.withParticles(particlesV), interactions, weights);
    }

    /** True where a trap or an interaction depends on the time. */
    public boolean changes() {
        return u.trap().changes() || v.trap().changes() || interactions.change();
    }

    /** The times, ascending, at which something in the Hamiltonian or its derivatives jumps; no time step crosses one. */
    public List<Double> kinks() {
        Stream<Double> traps = Stream.of(u, v).flatMap(species -> species.trap().kinks().stream());
        Stream<Double> factors =
                interactions.factors().all().map(Modulation::kinks).flatMap(List::stream);
        return Stream.concat(traps, factors).distinct().sorted().toList();
    }

    /** D of condition (2.3) for this mixture's particle numbers. */
    public double conditionConstant() {
        return weights.conditionConstant(u.particles(), v.particles());
    }
}
