package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides one-particle modes, named by {@code type} under {@code solvers.fock.modes}. */
@API(status = API.Status.EXPERIMENTAL)
public interface ModesProvider extends Provider {

    /** The modes that the settings describe. What is wrong with them is recorded there, not thrown. */
    Modes create(Settings settings);
}
