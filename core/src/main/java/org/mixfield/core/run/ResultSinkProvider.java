package org.mixfield.core.run;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides a way to keep results, named in {@code output.formats}. */
@API(status = API.Status.EXPERIMENTAL)
public interface ResultSinkProvider extends Provider {

    /** A new sink for one run. The settings are empty for now. */
    ResultSink create(Settings settings);
}
