package org.mixfield.core.spectral;

import org.apiguardian.api.API;
import org.mixfield.core.run.Workers;

/** The transform of a pair potential as a {@link Convolver} multiplies it: real, one value per point of the half spectrum. */
@API(status = API.Status.EXPERIMENTAL)
public final class Kernel {

    private static final int BLOCK = 1 << 14;

    private final double[] multiplier;
    private final Workers workers;

    Kernel(double[] multiplier, Workers workers) {
        this.multiplier = multiplier;
        this.workers = workers;
    }

    /** target = factor · kernel · source; both half spectra, may be the same array. */
    public void multiply(double factor, double[] source, double[] target) {
        workers.run(multiplier.length, BLOCK, (worker, from, to) -> {
            for (int k = from; k < to; k++) {
                double m = factor * multiplier[k];
                target[2 * k] = m * source[2 * k];
                target[2 * k + 1] = m * source[2 * k + 1];
            }
        });
    }

    /** target += factor · kernel · source. */
    public void multiplyAndAdd(double factor, double[] source, double[] target) {
        workers.run(multiplier.length, BLOCK, (worker, from, to) -> {
            for (int k = from; k < to; k++) {
                double m = factor * multiplier[k];
                target[2 * k] += m * source[2 * k];
                target[2 * k + 1] += m * source[2 * k + 1];
            }
        });
    }
}
