package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/**
 * The Fourier transform of a real array, zero-padded at the end of every axis. Owns scratch memory: one call at a time.
 *
 * <p>The spectrum is the half with k ≥ 0 along the last axis: shape (p₁, …, p<sub>d−1</sub>, p<sub>d</sub>/2 + 1),
 * interleaved; the other half is its conjugate mirror image.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface RealFourierTransform {

    /** Length of a spectrum array, 2·p₁·…·(p<sub>d</sub>/2 + 1). */
    int spectrumLength();

    /**
     * Transforms.
     *
     * @param values real, of the unpadded shape; unchanged
     * @param spectrum overwritten
     */
    void forward(double[] values, double[] spectrum);

    /**
     * Transforms back, factor 1/p included, and keeps the unpadded corner.
     *
     * @param spectrum used as scratch and left with no meaning
     * @param values overwritten
     */
    void inverse(double[] spectrum, double[] values);

    /**
     * Transforms fields, lets a filter change their spectra and transforms them back. The spectra need not exist as a whole
     * at any time, which saves most of the memory and the passes over it.
     *
     * @param fields real, of the unpadded shape, at most two; overwritten
     */
    void filter(double[][] fields, SpectralFilter filter);
}
