package org.mixfield.pipeline;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.run.Workers;

/** What one run is made of. Nothing large is made here. */
final class RunModule extends AbstractModule {

    private final RunConfiguration configuration;

    RunModule(RunConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        bind(RunConfiguration.class).toInstance(configuration);
        bind(Run.class);
    }

    @Provides
    @Singleton
    Discretization discretization(Workers workers) {
        RunConfiguration.Domain domain = configuration.domain();
        Discretization onGrid = Discretization.of(
                        configuration.mixture(),
                        domain.grid(),
                        domain.boundary(),
                        domain.transform().backend(),
                        workers)
                .withPadding(domain.padding());
        Discretization withModes =
                configuration.solvers().modes().map(onGrid::withModes).orElse(onGrid);
        double end = configuration.times().end();
        return configuration
                .solvers()
                .hartree()
                .map(solver -> withModes.withOrbit(new SolverOrbit(solver, end)))
                .orElseGet(() ->
                        configuration.solvers().fock().map(Solver::needsModes).orElse(true)
                                ? withModes.withOrbitalsInModes()
                                : withModes);
    }

    @Provides
    @Singleton
    Observables observables(Extensions extensions, Discretization discretization) {
        return Observables.of(
                extensions.observables().providers(),
                discretization,
                configuration.solvers().all());
    }
}
