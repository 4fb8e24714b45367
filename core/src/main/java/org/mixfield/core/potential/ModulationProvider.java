package org.mixfield.core.potential;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/**
 * Provides a factor f(t), named by {@code type} under {@code factor} of any trap or pair potential. Whoever provides the
 * potential need not know of it.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface ModulationProvider extends Provider {

    /** The factor that the settings describe. What is wrong with them is recorded there, not thrown. */
    Modulation create(Settings settings);
}
