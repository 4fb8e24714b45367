package org.mixfield.core.spectral;

import org.apiguardian.api.API;
import org.mixfield.core.run.Workers;

/** Makes Fourier transforms. */
@API(status = API.Status.EXPERIMENTAL)
public interface FourierBackend {

    /**
     * The transforms of whatever transforms lines: passes over the axes, shared among threads, that leave out what is zero
     * or not wanted. All backends made here pad to the same lengths, so that they differ by rounding alone.
     */
    static FourierBackend of(LineTransform.Factory lines) {
        return new AxesBackend(lines);
    }

    /** A complex transform of this shape (1 to 3 axes). */
    FourierTransform complex(Workers workers, int... shape);

    /**
     * A real transform of this shape, zero-padded.
     *
     * @param padded the padded shape, nowhere below {@code shape}
     */
    RealFourierTransform real(Workers workers, int[] shape, int[] padded);

    /** An even length not below {@code least} that the backend transforms quickly. */
    int fastEvenLength(int least);

    /** The library that does the work, with its version, where results are to name it; empty otherwise. */
    default String library() {
        return "";
    }
}
