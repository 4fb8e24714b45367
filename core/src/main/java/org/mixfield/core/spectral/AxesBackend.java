package org.mixfield.core.spectral;

import org.mixfield.core.run.Workers;

/** Transforms as passes over the axes, of whatever transforms lines. */
record AxesBackend(LineTransform.Factory lines) implements FourierBackend {

    @Override
    public FourierTransform complex(Workers workers, int... shape) {
        return new ComplexAxesTransform(shape, workers, lines);
    }

    @Override
    public RealFourierTransform real(Workers workers, int[] shape, int[] padded) {
        return new PaddedAxesTransform(shape, padded, workers, lines);
    }

    /** Without factors but 2, 3 and 5. */
    @Override
    public int fastEvenLength(int least) {
        for (int n = Math.max(2, least + least % 2); ; n += 2) {
            int rest = n;
            for (int factor : new int[] {2, 3, 5}) {
                while (rest % factor == 0) {
                    rest /= factor;
                }
            }
            if (rest == 1) {
                return n;
            }
        }
    }
}
