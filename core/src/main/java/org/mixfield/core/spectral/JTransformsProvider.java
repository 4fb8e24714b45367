package org.mixfield.core.spectral;

import com.google.auto.service.AutoService;
import org.mixfield.core.config.Settings;

/** Transforms by JTransforms, pure Java: the backend that is always there. */
@AutoService(FourierTransformProvider.class)
public final class JTransformsProvider implements FourierTransformProvider {

    @Override
    public String name() {
        return "jtransforms";
    }

    @Override
    public FourierBackend create(Settings settings) {
        return backend();
    }

    /** The backend itself, for use without a configuration. */
    public static FourierBackend backend() {
        return FourierBackend.of(JTransformsLine::new);
    }
}
