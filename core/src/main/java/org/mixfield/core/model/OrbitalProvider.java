package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides an initial orbital, named by {@code type} under {@code species.u.initial}. */
@API(status = API.Status.EXPERIMENTAL)
public interface OrbitalProvider extends Provider {

    /** The orbital that the settings describe. What is wrong with them is recorded there, not thrown. */
    InitialOrbital create(Settings settings);
}
