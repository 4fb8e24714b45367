package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/**
 * A complex Fourier transform of a fixed shape, in place. Owns scratch memory: one call at a time, but for those that name a
 * worker.
 *
 * <p>It can be taken apart: {@link #forwardInSlab} of every slab, {@link #acrossSlabs}, and {@link #inverseInSlab} of every
 * slab together are {@link #filter}. So whoever has other things to do with the points does them slab by slab while they are
 * in the cache, before or after the transform there.
 */
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
    void filter(double[] data, SpectralFilter filter);

    /**
     * ∂/∂x along one axis, by the spectrum of each line along it. The highest wave number of an even number of points, which
     * has no definite sign, is left out.
     *
     * @param source ψ; unchanged unless it is the target
     * @param target overwritten
     * @param spacing of the wave numbers, 2π/L
     * @return Σ|ψ|² over the points of what is left out
     */
    double differentiate(int axis, double[] source, double[] target, double spacing);

    /** The slabs in which it can be taken apart. Where there is one alone it is transformed by the calling thread. */
    Slabs slabs();

    /**
     * What {@link #filter} does first, in one slab. Calls of different workers for different slabs may run at once.
     *
     * @param worker whose scratch memory is used, from 0
     */
    void forwardInSlab(int worker, double[] data, int slab);

    /** What {@link #filter} does between the slabs' own parts, for several arrays, whose spectra the filter sees together. */
    void acrossSlabs(double[][] data, SpectralFilter filter);

    /** What {@link #filter} does last, in one slab; like {@link #forwardInSlab}. */
    void inverseInSlab(int worker, double[] data, int slab);
}
