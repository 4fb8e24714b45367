package org.mixfield.hartree;

import org.mixfield.core.grid.Grid;

/** The factor e^{−iτk²/(2m)} of a kinetic flow, exact for any τ, as a product of one factor for each axis. */
final class KineticFlow {

    private final double[][] energy;
    private final double[][] phase;
    private final int inner;

    KineticFlow(Grid grid, double mass) {
        this.energy = new double[3][];
        this.phase = new double[3][];
        // The first axis is the grid's own; those it does not have come last.
        for (int axis = 0; axis < 3; axis++) {
            double[] k = axis < grid.dimension() ? grid.waveNumbers(axis) : new double[1];
            energy[axis] = new double[k.length];
            phase[axis] = new double[2 * k.length];
            for (int i = 0; i < k.length; i++) {
                energy[axis][i] = k[i] * k[i] / (2 * mass);
            }
        }
        this.inner = energy[1].length * energy[2].length;
    }

    /** Sets the duration τ. */
    void lasting(double time) {
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < energy[axis].length; i++) {
                double angle = -time * energy[axis][i];
                phase[axis][2 * i] = Math.cos(angle);
                phase[axis][2 * i + 1] = Math.sin(angle);
            }
        }
    }

    /**
     * Multiplies some points of a spectrum, named as in {@link org.mixfield.core.spectral.SpectralFilter}: those that differ
     * in the first index only, or that follow each other, or, in any other order, one by one.
     */
    void apply(double[] spectrum, int offset, int first, int stride, int count) {
        if (stride == inner && first < inner) {
            line(spectrum, offset, first, count);
        } else if (stride == 1) {
            row(spectrum, offset, first, count);
        } else {
            for (int j = 0; j < count; j++) {
                row(spectrum, offset + j, first + j * stride, 1);
            }
        }
    }

    /** Points in the order of the array. */
    private void row(double[] data, int offset, int first, int count) {
        int last = energy[2].length;
        int a = first / inner;
        int b = first % inner / last;
        int c = first % inner % last;
        for (int done = 0; done < count; ) {
            int end = Math.min(count, done + last - c);
            double re = phase[0][2 * a] * phase[1][2 * b] - phase[0][2 * a + 1] * phase[1][2 * b + 1];
            double im = phase[0][2 * a] * phase[1][2 * b + 1] + phase[0][2 * a + 1] * phase[1][2 * b];
            multiply(data, offset + done, phase[2], c, re, im, end - done);
            done = end;
            c = 0;
            if (++b == energy[1].length) {
                b = 0;
                a++;
            }
        }
    }

    /** Points from the first index 0 on, all with the same other indices. */
    private void line(double[] data, int offset, int rest, int count) {
        int b = rest / energy[2].length;
        int c = rest % energy[2].length;
        double re = phase[1][2 * b] * phase[2][2 * c] - phase[1][2 * b + 1] * phase[2][2 * c + 1];
        double im = phase[1][2 * b] * phase[2][2 * c + 1] + phase[1][2 * b + 1] * phase[2][2 * c];
        multiply(data, offset, phase[0], 0, re, im, count);
    }

    /** Multiplies points by the phases from an index of one axis on, and by the phase of the other axes. */
    private static void multiply(
            double[] data, int offset, double[] phase, int index, double re, double im, int count) {
        for (int i = 0; i < 2 * count; i += 2) {
            double factorRe = re * phase[2 * index + i] - im * phase[2 * index + i + 1];
            double factorIm = re * phase[2 * index + i + 1] + im * phase[2 * index + i];
            double x = data[2 * offset + i];
            double y = data[2 * offset + i + 1];
            data[2 * offset + i] = factorRe * x - factorIm * y;
            data[2 * offset + i + 1] = factorRe * y + factorIm * x;
        }
    }
}
