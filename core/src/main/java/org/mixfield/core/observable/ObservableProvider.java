package org.mixfield.core.observable;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides an observable. Every one that is found is measured in every run it applies to. */
@API(status = API.Status.EXPERIMENTAL)
public interface ObservableProvider extends Provider {

    /** A new observable for one run. The settings are empty for now. */
    Observable create(Settings settings);
}
