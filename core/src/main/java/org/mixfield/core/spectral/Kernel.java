package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/** The transform of a pair potential as a {@link Convolver} multiplies it: real, one value per point of the half spectrum. */
@API(status = API.Status.EXPERIMENTAL)
public final class Kernel implements SpectralFilter {

    private final double[] multiplier;

    Kernel(double[] multiplier) {
        this.multiplier = multiplier;
    }

    double[] multiplier() {
        return multiplier;
    }

    /** Multiplies the spectrum of every field. */
    @Override
    public void apply(double[][] spectra, int offset, int first, int stride, int count) {
        for (double[] spectrum : spectra) {
            int k = first;
            for (int j = 2 * offset; j < 2 * (offset + count); j += 2) {
                spectrum[j] *= multiplier[k];
                spectrum[j + 1] *= multiplier[k];
                k += stride;
            }
        }
    }
}
