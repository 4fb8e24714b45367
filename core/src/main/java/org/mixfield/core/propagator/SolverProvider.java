package org.mixfield.core.propagator;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides a solver, named by {@code type} under {@code solvers.hartree} or {@code solvers.fock}. */
@API(status = API.Status.EXPERIMENTAL)
public interface SolverProvider extends Provider {

    /** The kind of state its solvers' propagators hold; some solvers may hold a more special one. */
    Class<? extends State> stateType();

    /** The solver that the settings describe. What is wrong with them is recorded there, not thrown. */
    Solver create(Settings settings);
}
