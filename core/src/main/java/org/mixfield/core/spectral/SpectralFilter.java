package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/** What happens to the spectra of one or more fields between a transform and the one back, point by point. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface SpectralFilter {

    /**
     * Replaces some points of all spectra. Called by several threads at once, each with points of its own.
     *
     * @param spectra one array for each field, interleaved; point {@code j} of this call is at {@code 2·(offset + j)}
     * @param offset place of the first point in these arrays
     * @param first number of the first point in a half spectrum, in the order of {@link RealFourierTransform}
     * @param stride from the number of one point to that of the next
     * @param count points
     */
    void apply(double[][] spectra, int offset, int first, int stride, int count);
}
