package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/**
 * Two-dimensional transforms of a fixed shape n₁ × n₂, without factors: what a backend may bring besides {@link
 * LineTransform}, for planes that it transforms faster as a whole than line by line. Used by one thread at a time; may own
 * scratch memory. Complex arrays are interleaved, planes row-major; offsets count points.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface PlaneTransform {

    /**
     * Transforms a plane in place.
     *
     * @param offset the point at which it begins
     * @param forward whether with e<sup>−ikx</sup>, or with e<sup>+ikx</sup>
     */
    void transform(double[] data, int offset, boolean forward);

    /**
     * Transforms a real plane with e<sup>−ikx</sup> to its half spectrum of n₁ rows of n₂/2 + 1 points.
     *
     * @param values the plane begins at {@code from}; unchanged
     * @param spectra the half spectrum goes there from {@code offset} on
     */
    void forwardReal(double[] values, int from, double[] spectra, int offset);

    /**
     * Transforms a half spectrum with e<sup>+ikx</sup> to a real plane, times a factor.
     *
     * @param values the plane goes there from {@code to} on
     */
    void inverseReal(double[] spectra, int offset, double[] values, int to, double factor);
}
