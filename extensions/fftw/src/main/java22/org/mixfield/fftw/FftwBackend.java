package org.mixfield.fftw;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.CacheFolder;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.LineTransform;
import org.mixfield.core.spectral.PlaneTransform;
import org.mixfield.core.spectral.RealFourierTransform;

/** Lines and planes by FFTW, padding and threads by Mixfield. */
final class FftwBackend implements FourierBackend {

    private final FftwLibrary library;
    private final FourierBackend axes = FourierBackend.of(new LineTransform.Factory() {

        @Override
        public LineTransform of(int length) {
            return new FftwLine(length, plans());
        }

        @Override
        public Optional<PlaneTransform> plane(int rows, int columns) {
            return FftwPlane.of(rows, columns, plans());
        }
    });
    private @Nullable FftwPlans plans;

    /** @throws IllegalStateException where there is no library, with the reason */
    FftwBackend() {
        this.library = FftwLibrary.find(System.getenv());
    }

    /** Made when they are first needed: a run that was only described needs none. */
    private synchronized FftwPlans plans() {
        FftwPlans known = plans;
        if (known == null) {
            Fftw functions = new Fftw(library.symbols());
            known = new FftwPlans(functions, Wisdom.in(CacheFolder.standard(), library.version(), functions));
            plans = known;
        }
        return known;
    }

    @Override
    public FourierTransform complex(Workers workers, int... shape) {
        return axes.complex(workers, shape);
    }

    @Override
    public RealFourierTransform real(Workers workers, int[] shape, int[] padded) {
        return axes.real(workers, shape, padded);
    }

    @Override
    public int fastEvenLength(int least) {
        return axes.fastEvenLength(least);
    }

    @Override
    public String library() {
        return library.version();
    }
}
