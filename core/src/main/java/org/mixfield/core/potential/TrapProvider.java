package org.mixfield.core.potential;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides an external potential, named by {@code type} under {@code species.u.trap}. */
@API(status = API.Status.EXPERIMENTAL)
public interface TrapProvider extends Provider {

    /** The trap that the settings describe. What is wrong with them is recorded there, not thrown. */
    Trap create(Settings settings);
}
