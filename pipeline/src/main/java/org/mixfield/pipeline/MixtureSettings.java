package org.mixfield.pipeline;

import java.util.Map;
import java.util.Optional;
import org.mixfield.core.config.Pair;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** The sections {@code species}, {@code interactions} and {@code weights}: the mixture. */
final class MixtureSettings {

    /** That of the paper, for which the kinetic energy is −Δ. */
    private static final double DEFAULT_MASS = 0.5;

    private final Selection selection;
    private final FactorSettings factors;

    MixtureSettings(Selection selection) {
        this.selection = selection;
        this.factors = new FactorSettings(selection);
    }

    /** What is known of a species, right or wrong, and the species where there is no problem. */
    private record Read(int particles, double mass, Optional<Species> species) {}

    /** The mixture; empty where a problem was recorded. */
    Optional<Mixture> read(Settings root) {
        Settings both = root.section("species");
        both.means(Map.of("u", "the species of N1 particles", "v", "the species of N2 particles"));
        Read u = species(both.section("u"));
        Read v = species(both.section("v"));
        both.finish();
        Settings pairs = root.section("interactions");
        pairs.means(Map.of(
                "uu", "between two of species u, divided by N1",
                "vv", "between two of species v, divided by N2",
                "uv", "between the species, divided by N1 + N2"));
        Interacting uu = potential(pairs.section("uu"), new Pair(u.particles(), 0.5 * u.mass()));
        Interacting vv = potential(pairs.section("vv"), new Pair(v.particles(), 0.5 * v.mass()));
        double reducedMass = u.mass() * v.mass() / (u.mass() + v.mass());
        Interacting uv = potential(pairs.section("uv"), new Pair((double) u.particles() + v.particles(), reducedMass));
        pairs.finish();
        Optional<Weights> weights = weights(root.sectionOrEmpty("weights"), u.species(), v.species());
        if (u.species().isEmpty() || v.species().isEmpty() || weights.isEmpty()) {
            return Optional.empty();
        }
        if (uu.potential().isEmpty()
                || vv.potential().isEmpty()
                || uv.potential().isEmpty()) {
            return Optional.empty();
        }
        Interactions interactions = new Interactions(
                uu.potential().get(),
                vv.potential().get(),
                uv.potential().get(),
                new Interactions.Factors(uu.factor(), vv.factor(), uv.factor()));
        return Optional.of(new Mixture(u.species().get(), v.species().get(), interactions, weights.get()));
    }

    private Read species(Settings settings) {
        int before = settings.problemCount();
        settings.units(Map.of("mass", "mass"));
        settings.means(Map.of(
                "particles", "their number; the interactions within the species are divided by it",
                "mass", "m in the kinetic energy -Laplacian/(2m); required with units",
                "trap", "external potential; none by default",
                "initial", "the orbital it starts from"));
        int particles = settings.integer("particles", 1, Integer.MAX_VALUE);
        // Half of whatever unit of mass a run chose would be an accident.
        double mass =
                settings.units().isPresent() ? settings.positive("mass") : settings.positive("mass", DEFAULT_MASS);
        settings.mass(mass);
        Optional<Settings> external = settings.optionalSection("trap");
        Optional<Trap> trap = external.isEmpty()
                ? Optional.of(Trap.NONE)
                : selection.make(selection.from().traps(), external.get(), null, this::trap);
        Optional<InitialOrbital> initial =
                selection.make(selection.from().orbitals(), settings.section("initial"), null, OrbitalProvider::create);
        settings.finish();
        return new Read(
                particles,
                mass,
                trap.isEmpty() || initial.isEmpty() || settings.problemCount() > before
                        ? Optional.empty()
                        : Optional.of(new Species(particles, mass, trap.get(), initial.get())));
    }

    /** A trap with its factor; so each term of a sum may have one. */
    private Trap trap(TrapProvider provider, Settings settings) {
        Modulation factor = factors.read(settings);
        return provider.create(settings).times(factor);
    }

    /** A pair potential, where there is no problem with it, and its factor. */
    private record Interacting(Optional<PairPotential> potential, Modulation factor) {}

    private Interacting potential(Settings settings, Pair pair) {
        settings.pair(pair);
        Modulation[] factor = {Modulation.NONE};
        Optional<PairPotential> made =
                selection.make(selection.from().potentials(), settings, null, (provider, view) -> {
                    if (!view.isPart()) { // of a sum
                        factor[0] = factors.read(view);
                    }
                    return provider.create(view);
                });
        return new Interacting(made, factor[0]);
    }

    private static Optional<Weights> weights(Settings settings, Optional<Species> u, Optional<Species> v) {
        int before = settings.problemCount();
        if (settings.has("c1") != settings.has("c2")) {
            settings.problem(settings.has("c1") ? "c1" : "c2", "stands alone; give both c1 and c2, or neither");
        }
        Weights otherwise = u.isPresent() && v.isPresent()
                ? Weights.ofParticles(u.get().particles(), v.get().particles())
                : new Weights(0.5, 0.5);
        settings.means(Map.of("c1", "weight of species u", "c2", "weight of species v"));
        double c1 = settings.positive("c1", otherwise.c1());
        double c2 = settings.positive("c2", otherwise.c2());
        settings.finish();
        if (settings.problemCount() == before && Math.abs(c1 + c2 - 1) > Weights.TOLERANCE) {
            settings.problem("c2", "c1 + c2 is " + (c1 + c2) + "; it must be 1");
        }
        return settings.problemCount() == before ? Optional.of(new Weights(c1, c2)) : Optional.empty();
    }
}
