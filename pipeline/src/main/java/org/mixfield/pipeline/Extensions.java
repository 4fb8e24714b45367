package org.mixfield.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.model.ModesProvider;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.plugin.Plugins;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.ModulationProvider;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.TrapProvider;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.core.spectral.FourierTransformProvider;

/**
 * Everything a configuration can name, of every kind. Immutable.
 *
 * @param potentials pair potentials
 * @param traps external potentials
 * @param modulations factors of time
 * @param orbitals initial orbitals
 * @param modes one-particle modes
 * @param solvers solvers of both kinds
 * @param observables what is measured
 * @param transforms Fourier transforms
 * @param sinks ways to keep results
 * @param plugins the plugins in folders of their own, from which some of them come
 */
@API(status = API.Status.EXPERIMENTAL)
public record Extensions(
        ProviderRegistry<PotentialProvider> potentials,
        ProviderRegistry<TrapProvider> traps,
        ProviderRegistry<ModulationProvider> modulations,
        ProviderRegistry<OrbitalProvider> orbitals,
        ProviderRegistry<ModesProvider> modes,
        ProviderRegistry<SolverProvider> solvers,
        ProviderRegistry<ObservableProvider> observables,
        ProviderRegistry<FourierTransformProvider> transforms,
        ProviderRegistry<ResultSinkProvider> sinks,
        Plugins plugins) {

    /** Whatever a class loader's service files name. */
    public static Extensions load(ClassLoader loader) {
        return load(loader, Plugins.none());
    }

    /** The same with the plugins in folders. */
    public static Extensions load(ClassLoader loader, Plugins plugins) {
        return new Extensions(
                ProviderRegistry.load("potential", PotentialProvider.class, loader, plugins),
                ProviderRegistry.load("trap", TrapProvider.class, loader, plugins),
                ProviderRegistry.load("factor", ModulationProvider.class, loader, plugins),
                ProviderRegistry.load("initial orbital", OrbitalProvider.class, loader, plugins),
                ProviderRegistry.load("modes", ModesProvider.class, loader, plugins),
                ProviderRegistry.load("solver", SolverProvider.class, loader, plugins),
                ProviderRegistry.load("observable", ObservableProvider.class, loader, plugins),
                ProviderRegistry.load("transform", FourierTransformProvider.class, loader, plugins),
                ProviderRegistry.load("sink", ResultSinkProvider.class, loader, plugins),
                plugins);
    }

    /** Every provider found, kind by kind, and plugins that are broken as a whole, with the reason. */
    public List<ProviderListing> listings() {
        return Stream.concat(
                        Stream.of(
                                        potentials,
                                        traps,
                                        modulations,
                                        orbitals,
                                        modes,
                                        solvers,
                                        observables,
                                        transforms,
                                        sinks)
                                .flatMap(registry -> registry.listings().stream()),
                        plugins.failures().stream())
                .toList();
    }
}
