package org.mixfield.fftw;

import org.mixfield.core.run.CacheFolder;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.RealFourierTransform;

/** Lines by FFTW, padding and threads by Mixfield. */
final class FftwBackend implements FourierBackend {

    private final String library;
    private final FourierBackend axes;

    /** @throws IllegalStateException where there is no library, with the reason */
    FftwBackend() {
        FftwLibrary found = FftwLibrary.find(System.getenv());
        Fftw functions = new Fftw(found.symbols());
        this.library = functions.version();
        FftwPlans plans = new FftwPlans(functions, Wisdom.in(CacheFolder.standard(), functions));
        this.axes = FourierBackend.of(length -> new FftwLine(length, plans));
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
        return library;
    }
}
