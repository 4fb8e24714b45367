package org.mixfield.pipeline;

import java.util.Optional;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** The sections {@code species}, {@code interactions} and {@code weights}: the mixture. */
final class MixtureSettings {

    /** That of the paper, for which the kinetic energy is −Δ. */
    private static final double DEFAULT_MASS = 0.5;

    private final Selection selection;

    MixtureSettings(Selection selection) {
        this.selection = selection;
    }

    /** The mixture; empty where a problem was recorded. */
    Optional<Mixture> read(Settings root) {
        Settings both = root.section("species");
        Optional<Species> u = species(both.section("u"));
        Optional<Species> v = species(both.section("v"));
        both.finish();
        Settings pairs = root.section("interactions");
        Optional<PairPotential> uu = potential(pairs.section("uu"));
        Optional<PairPotential> vv = potential(pairs.section("vv"));
        Optional<PairPotential> uv = potential(pairs.section("uv"));
        pairs.finish();
        Optional<Weights> weights = weights(root.sectionOrEmpty("weights"), u, v);
        if (u.isEmpty() || v.isEmpty() || uu.isEmpty() || vv.isEmpty() || uv.isEmpty() || weights.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Mixture(u.get(), v.get(), new Interactions(uu.get(), vv.get(), uv.get()), weights.get()));
    }

    private Optional<Species> species(Settings settings) {
        int before = settings.problemCount();
        int particles = settings.integer("particles", 1, Integer.MAX_VALUE);
        double mass = settings.positive("mass", DEFAULT_MASS);
        Optional<Settings> external = settings.optionalSection("trap");
        Optional<Trap> trap = external.isEmpty()
                ? Optional.of(Trap.NONE)
                : selection.make(selection.from().traps(), external.get(), null, TrapProvider::create);
        Optional<InitialOrbital> initial =
                selection.make(selection.from().orbitals(), settings.section("initial"), null, OrbitalProvider::create);
        settings.finish();
        return trap.isEmpty() || initial.isEmpty() || settings.problemCount() > before
                ? Optional.empty()
                : Optional.of(new Species(particles, mass, trap.get(), initial.get()));
    }

    private Optional<PairPotential> potential(Settings settings) {
        return selection.make(selection.from().potentials(), settings, null, PotentialProvider::create);
    }

    private static Optional<Weights> weights(Settings settings, Optional<Species> u, Optional<Species> v) {
        int before = settings.problemCount();
        if (settings.has("c1") != settings.has("c2")) {
            settings.problem(settings.has("c1") ? "c1" : "c2", "stands alone; give both c1 and c2, or neither");
        }
        Weights otherwise = u.isPresent() && v.isPresent()
                ? Weights.ofParticles(u.get().particles(), v.get().particles())
                : new Weights(0.5, 0.5);
        double c1 = settings.positive("c1", otherwise.c1());
        double c2 = settings.positive("c2", otherwise.c2());
        settings.finish();
        if (settings.problemCount() == before && Math.abs(c1 + c2 - 1) > Weights.TOLERANCE) {
            settings.problem("c2", "c1 + c2 is " + (c1 + c2) + "; it must be 1");
        }
        return settings.problemCount() == before ? Optional.of(new Weights(c1, c2)) : Optional.empty();
    }
}
