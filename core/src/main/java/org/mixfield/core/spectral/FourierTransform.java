package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/** A complex Fourier transform of a fixed shape, in place. Owns scratch memory: one call at a time. */
@API(status = API.Status.EXPERIMENTAL)
public interface FourierTransform {

    /**
     * X(k) = Σ x(j) e<sup>−2πi jk/n</sup> along every axis.
     *
     * @param data interleaved, row-major, the last axis contiguous
     */
    void forward(double[] data);

    /** The inverse of {@link #forward}, factor 1/n included. */
    void inverse(double[] data);

    /**
     * Transforms, lets a filter change the spectrum and transforms back: what {@link #forward}, the filter and {@link
     * #inverse} do, in fewer passes where the backend knows how.
     */
    default void filter(double[] data, SpectralFilter filter) {
        forward(data);
        filter.apply(new double[][] {data}, 0, 0, 1, data.length / 2);
        inverse(data);
    }
}
