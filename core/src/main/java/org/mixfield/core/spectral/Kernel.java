package org.mixfield.core.spectral;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
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

    /** Adds its values to a digest, which tells kernels of different content apart. */
    public void addTo(MessageDigest digest) {
        byte[] bytes = new byte[8 * Math.min(multiplier.length, 1 << 12)];
        for (int from = 0; from < multiplier.length; from += 1 << 12) {
            int count = Math.min(1 << 12, multiplier.length - from);
            ByteBuffer.wrap(bytes).asDoubleBuffer().put(multiplier, from, count);
            digest.update(bytes, 0, 8 * count);
        }
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
