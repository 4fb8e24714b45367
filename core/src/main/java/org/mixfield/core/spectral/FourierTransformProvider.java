package org.mixfield.core.spectral;

import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides Fourier transforms, named by {@code transform}. */
@API(status = API.Status.EXPERIMENTAL)
public interface FourierTransformProvider extends Provider {

    /** The backend. The settings are empty for now. */
    FourierBackend create(Settings settings);
}
