package org.mixfield.core.spectral;

/** A one-dimensional complex transform of a fixed length, in place, without factors. Used by one thread. */
interface LineTransform {

    /** Makes a line transform of a length. */
    @FunctionalInterface
    interface Factory {
        LineTransform of(int length);
    }

    /** Transforms the line that begins at {@code offset}, with e^{−ikx}. */
    void forward(double[] data, int offset);

    /** Transforms the line that begins at {@code offset}, with e^{+ikx} and no factor. */
    void inverse(double[] data, int offset);
}
