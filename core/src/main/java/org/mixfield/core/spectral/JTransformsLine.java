package org.mixfield.core.spectral;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The one place that calls JTransforms: single lines, each instance on one thread. Its own thread pool, which logs and
 * swallows failures, stays at one thread; Mixfield's workers share the lines among them. Two real lines travel as one
 * complex one.
 */
final class JTransformsLine implements LineTransform {

    static {
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int length;
    private final DoubleFFT_1D transform;
    private final double[] pair;

    JTransformsLine(int length) {
        this.length = length;
        this.transform = new DoubleFFT_1D(length);
        this.pair = new double[2 * length];
    }

    @Override
    public void rows(double[] data, int offset, int lines, boolean forward) {
        for (int line = 0; line < lines; line++) {
            transform(data, 2 * (offset + line * length), forward);
        }
    }

    private void transform(double[] data, int start, boolean forward) {
        if (forward) {
            transform.complexForward(data, start);
        } else {
            transform.complexInverse(data, start, false);
        }
    }

    @Override
    public void forwardReal(double[] values, int lines, double[] spectra, int offset) {
        int half = length / 2 + 1;
        for (int line = 0; line < lines; line += 2) {
            forwardPair(values, line * length, line + 1 < lines, spectra, 2 * (offset + line * half));
        }
    }

    private void forwardPair(double[] values, int first, boolean two, double[] spectra, int a) {
        for (int j = 0; j < length; j++) {
            pair[2 * j] = values[first + j];
            pair[2 * j + 1] = two ? values[first + length + j] : 0;
        }
        transform(pair, 0, true);
        int half = length / 2 + 1;
        int b = a + 2 * half;
        for (int k = 0; k < half; k++) {
            int mirror = k == 0 ? 0 : length - k;
            double re = pair[2 * k];
            double im = pair[2 * k + 1];
            double mirrorRe = pair[2 * mirror];
            double mirrorIm = pair[2 * mirror + 1];
            spectra[a + 2 * k] = 0.5 * (re + mirrorRe);
            spectra[a + 2 * k + 1] = 0.5 * (im - mirrorIm);
            if (two) {
                spectra[b + 2 * k] = 0.5 * (im + mirrorIm);
                spectra[b + 2 * k + 1] = 0.5 * (mirrorRe - re);
            }
        }
    }

    @Override
    public void inverseReal(double[] spectra, int offset, int lines, double[] values) {
        int half = length / 2 + 1;
        for (int line = 0; line < lines; line += 2) {
            inversePair(spectra, 2 * (offset + line * half), line + 1 < lines, values, line * length);
        }
    }

    private void inversePair(double[] spectra, int a, boolean two, double[] values, int first) {
        int half = length / 2 + 1;
        int b = a + 2 * half;
        for (int k = 0; k < half; k++) {
            int mirror = k == 0 ? 0 : length - k;
            double aRe = spectra[a + 2 * k];
            double aIm = spectra[a + 2 * k + 1];
            double bRe = two ? spectra[b + 2 * k] : 0;
            double bIm = two ? spectra[b + 2 * k + 1] : 0;
            if (mirror == k) {
                // A real line has a real value here; what rounding left of an imaginary part must not leak into the
                // pair.
                pair[2 * k] = aRe;
                pair[2 * k + 1] = bRe;
            } else {
                pair[2 * k] = aRe - bIm;
                pair[2 * k + 1] = aIm + bRe;
                pair[2 * mirror] = aRe + bIm;
                pair[2 * mirror + 1] = bRe - aIm;
            }
        }
        transform(pair, 0, false);
        for (int j = 0; j < length; j++) {
            values[first + j] = pair[2 * j];
            if (two) {
                values[first + length + j] = pair[2 * j + 1];
            }
        }
    }
}
