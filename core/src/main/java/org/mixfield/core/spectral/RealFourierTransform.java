package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/**
 * The Fourier transform of a real array, zero-padded at the end of every axis. Owns scratch memory: one call at a time, but
 * for those that name a worker.
 *
 * <p>The spectrum is the half with k ≥ 0 along the last axis: shape (p₁, …, p<sub>d−1</sub>, p<sub>d</sub>/2 + 1),
 * interleaved; the other half is its conjugate mirror image.
 *
 * <p>Like {@link FourierTransform} it can be taken apart: after {@link #prepare}, {@link #forwardInSlab} of every slab and field,
 * {@link #acrossSlabs}, and {@link #inverseInSlab} of every slab and field together are {@link #filter}.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface RealFourierTransform {

    /** Fields that are filtered together, at most. */
    int MOST_FIELDS = 2;

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
     * @param fields real, of the unpadded shape, at most {@link #MOST_FIELDS}; overwritten
     */
    void filter(double[][] fields, SpectralFilter filter);

    /** The slabs in which it can be taken apart, those of a {@link FourierTransform} of the same backend and the unpadded shape. */
    Slabs slabs();

    /** Takes the memory for the spectra of some fields, unless it has it; they lose their values when something else is transformed. */
    void prepare(int fields);

    /**
     * What {@link #filter} does first, in one slab of a field. Calls of different workers for different slabs or fields may run
     * at once.
     *
     * @param worker whose scratch memory is used, from 0
     * @param values real, of the unpadded shape; those in the slab are read
     */
    void forwardInSlab(int worker, double[] values, int field, int slab);

    /** What {@link #filter} does between the slabs' own parts, for some fields. */
    void acrossSlabs(int fields, SpectralFilter filter);

    /**
     * What {@link #filter} does last, in one slab of a field; like {@link #forwardInSlab}.
     *
     * @param values real, of the unpadded shape; those in the slab are overwritten
     */
    void inverseInSlab(int worker, int field, double[] values, int slab);
}
