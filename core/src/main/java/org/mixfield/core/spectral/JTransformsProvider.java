package org.mixfield.core.spectral;

import com.google.auto.service.AutoService;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.Workers;

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
        return new Backend();
    }

    private static final class Backend implements FourierBackend {

        @Override
        public FourierTransform complex(Workers workers, int... shape) {
            return new ComplexAxesTransform(shape, workers, JTransformsLine::new);
        }

        @Override
        public RealFourierTransform real(Workers workers, int[] shape, int[] padded) {
            return new PaddedAxesTransform(shape, padded, workers, JTransformsLine::new);
        }

        @Override
        public int fastEvenLength(int least) {
            for (int n = Math.max(2, least + least % 2); ; n += 2) {
                int rest = n;
                for (int factor : new int[] {2, 3, 5}) {
                    while (rest % factor == 0) {
                        rest /= factor;
                    }
                }
                if (rest == 1) {
                    return n;
                }
            }
        }
    }
}
