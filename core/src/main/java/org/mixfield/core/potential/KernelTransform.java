package org.mixfield.core.potential;

import org.apiguardian.api.API;
import org.mixfield.core.run.Workers;

/** A Fourier transform ∫ V(x) e^{−ik·x} dx of an even real function, hence real. Thread-safe. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface KernelTransform {

    /** Its value at a wave vector; components of missing axes are 0. */
    double at(double kx, double ky, double kz);

    /** Does with all workers what the first calls of {@link #at} would else do one after the other. */
    default void prepare(Workers workers) {}
}
