package org.mixfield.core.spectral;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One-dimensional transforms of a fixed length n, without factors: what a {@link FourierBackend} needs to bring. Padding,
 * pruning and the sharing among threads are done around it. Used by one thread at a time; may own scratch memory.
 *
 * <p>Lines come in bundles, so that a backend can transform several at a time. All arrays are interleaved where they are
 * complex; offsets and lengths of lines count points.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface LineTransform {

    /** Lines of a bundle at most: neighbours in memory, so that whole cache lines are moved. */
    int WIDTH = 32;

    /** Makes the transforms of a length. */
    @FunctionalInterface
    interface Factory {
        LineTransform of(int length);

        /** Transforms of planes as wholes; none where line by line is as well. */
        default Optional<PlaneTransform> plane(int rows, int columns) {
            return Optional.empty();
        }
    }

    /**
     * Whether lines that run across an array are gathered as columns, with point j of line l at j·{@link #WIDTH} + l, rather
     * than as rows. Constant.
     */
    default boolean takesColumns() {
        return false;
    }

    /**
     * Transforms the first columns of a bundle in place; asked for where {@link #takesColumns()}. The other columns may be
     * overwritten.
     *
     * @param columns how many, at most {@link #WIDTH}
     * @param forward whether with e<sup>−ikx</sup>, or with e<sup>+ikx</sup>
     */
    default void columns(double[] bundle, int columns, boolean forward) {
        throw new UnsupportedOperationException("these transforms take rows");
    }

    /** Transforms some lines, at most {@link #WIDTH}, that stand one after another from a point of an array on, in place. */
    void rows(double[] data, int offset, int lines, boolean forward);

    /**
     * Transforms real lines with e<sup>−ikx</sup> to half spectra of n/2 + 1 points.
     *
     * @param values n numbers a line, one line after another; unchanged
     * @param lines at most {@link #WIDTH}
     * @param spectra where half spectra go, one after another
     * @param offset the point at which the first begins
     */
    void forwardReal(double[] values, int lines, double[] spectra, int offset);

    /**
     * Transforms half spectra with e<sup>+ikx</sup> to real lines; imaginary parts at k = 0 and n/2 do not matter.
     *
     * @param values n numbers a line, overwritten
     */
    void inverseReal(double[] spectra, int offset, int lines, double[] values);
}
