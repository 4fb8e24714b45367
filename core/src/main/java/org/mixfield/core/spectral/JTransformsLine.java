package org.mixfield.core.spectral;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The one place that calls JTransforms: single lines, each instance on one thread. Its own thread pool, which logs and
 * swallows failures, stays at one thread; Mixfield's workers share the lines among them.
 */
final class JTransformsLine implements LineTransform {

    static {
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final DoubleFFT_1D transform;

    JTransformsLine(int length) {
        this.transform = new DoubleFFT_1D(length);
    }

    @Override
    public void forward(double[] data, int offset) {
        transform.complexForward(data, offset);
    }

    @Override
    public void inverse(double[] data, int offset) {
        transform.complexInverse(data, offset, false);
    }
}
