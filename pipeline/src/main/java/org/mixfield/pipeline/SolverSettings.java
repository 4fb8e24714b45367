package org.mixfield.pipeline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.ModesProvider;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;

/** The section {@code solvers}. */
final class SolverSettings {

    private static final int MOST_MODES = 1000;

    private final Selection selection;

    SolverSettings(Selection selection) {
        this.selection = selection;
    }

    /** The solvers; those for which a problem was recorded are missing. */
    RunConfiguration.Solvers read(Settings root) {
        int before = root.problemCount();
        Settings solvers = root.section("solvers");
        solvers.means(Map.of(
                "hartree", "the Hartree system on the grid",
                "fock", "the many-body Schroedinger equation, and the Hartree system, in modes"));
        Optional<Settings> hartree = solvers.optionalSection("hartree");
        Optional<Settings> fock = solvers.optionalSection("fock");
        if (root.problemCount() == before && hartree.isEmpty() && fock.isEmpty()) {
            root.problem("solvers", "names no solver; give at least one of hartree, fock");
        }
        Optional<Solver> onGrid = hartree.flatMap(settings -> solver(settings, "spectral", HartreeState.class));
        fock.ifPresent(settings -> settings.means(Map.of("modes", "the one-particle functions of each species")));
        fock.ifPresent(settings -> settings.text("type", "truncated"));
        // Before the solver, which has the same mapping and must not find a key that nobody read.
        Optional<ModesChoice> modes =
                fock.flatMap(settings -> settings.optionalSection("modes")).flatMap(this::modes);
        Optional<Solver> manyBody = fock.flatMap(settings -> solver(settings, "truncated", ProjectedState.class));
        boolean needModes = manyBody.map(Solver::needsModes).orElse(true);
        // The mapping that is missing is told as any other.
        fock.filter(settings -> needModes && !settings.has("modes")).ifPresent(settings -> settings.section("modes"));
        solvers.finish();
        return new RunConfiguration.Solvers(onGrid, manyBody, modes);
    }

    private Optional<Solver> solver(Settings settings, String defaultType, Class<? extends State> suitable) {
        String name = settings.text("type", defaultType);
        Optional<SolverProvider> provider = selection.from().solvers().find(name);
        if (provider.isPresent() && !suitable.isAssignableFrom(provider.get().stateType())) {
            String other = suitable == HartreeState.class ? "fock" : "hartree";
            settings.problem("type", "the solver '" + name + "' does not belong here, but under solvers." + other);
            return Optional.empty();
        }
        ProviderRegistry<SolverProvider> fitting = selection
                .from()
                .solvers()
                .fitting(
                        suitable == HartreeState.class ? "Hartree solver" : "many-body solver",
                        candidate -> suitable.isAssignableFrom(candidate.stateType()));
        return selection.make(fitting, settings, defaultType, SolverProvider::create);
    }

    private Optional<ModesChoice> modes(Settings settings) {
        int before = settings.problemCount();
        settings.means(Map.of("count", "how many of each species"));
        settings.text("type", "harmonic");
        double[] counts = settings.perSpecies(
                "count",
                null,
                x -> x >= 1 && x <= MOST_MODES && x == Math.rint(x),
                String.format(Locale.ROOT, "a whole number from 1 to %d", MOST_MODES));
        Optional<Modes> family = selection.make(selection.from().modes(), settings, "harmonic", ModesProvider::create);
        return family.filter(made -> settings.problemCount() == before)
                .map(made -> new ModesChoice(made, (int) counts[0], (int) counts[1]));
    }
}
