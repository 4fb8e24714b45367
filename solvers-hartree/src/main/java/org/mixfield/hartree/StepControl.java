package org.mixfield.hartree;

import java.util.Map;

/**
 * Chooses the strides of a propagator: a stride is one step, or a pair of equal steps where a second trajectory goes the
 * same way in one. Between two times of a segment everything in the Hamiltonian is smooth.
 */
interface StepControl {

    /** The scheme of the next stride; valid once its end is chosen. */
    Splitting scheme();

    /** By how much the error of a trajectory with half as many steps is larger than that of the other, at least. */
    double errorRatio();

    /**
     * The end of the next stride.
     *
     * @param time the present time, from {@code start} to before {@code end}
     * @param start where the segment starts
     * @param end where the segment ends, an output or a kink of the Hamiltonian
     * @return a time after the present one, {@code end} exactly for the last stride of the segment
     */
    double next(double time, double start, double end);

    /** True when the local error of this stride is to be measured. */
    boolean wantsCheck(double duration);

    /**
     * Judges a measured stride.
     *
     * @param localError norm of the error of the stride, estimated
     * @param time where it starts
     * @return false when the stride must be taken back and tried again
     * @throws org.mixfield.core.run.NumericalException where no step is small enough
     */
    boolean accepts(double localError, double time, double duration);

    /** A stride was taken and kept. */
    void taken(double duration);

    /** The Hamiltonian or its derivatives jump at the present time. */
    void kink();

    /** Adds what it did to a report. */
    void report(Map<String, Object> report);

    /** Numbers that {@link #restore} needs. */
    double[] save();

    void restore(double[] saved);
}
