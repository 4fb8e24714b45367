package org.mixfield.hartree;

import org.mixfield.core.grid.Grid;

/** The factor Π e^{−iτ_j k_j²/(2m)} of a kinetic flow: a table along the first axis times one over the other axes. */
final class KineticFlow {

    /** k²/(2m) along each axis; those that the grid does not have come last. */
    private final double[][] energy = new double[3][];

    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final double[] plane;

    KineticFlow(Grid grid, double mass) {
        for (int axis = 0; axis < 3; axis++) {
            double[] k = axis < grid.dimension() ? grid.waveNumbers(axis) : new double[1];
            energy[axis] = new double[k.length];
            for (int i = 0; i < k.length; i++) {
                energy[axis][i] = k[i] * k[i] / (2 * mass);
            }
        }
        this.first = new double[2 * energy[0].length];
        this.second = new double[2 * energy[1].length];
        this.third = new double[2 * energy[2].length];
        this.plane = new double[2 * energy[1].length * energy[2].length];
    }

    /** Sets what it lasts along each axis: what a harmonic flow of a duration wants. */
    void lasting(HarmonicFlow harmonic, double duration) {
        phases(energy[0], harmonic.kineticDuration(0, duration), first);
        phases(energy[1], harmonic.kineticDuration(1, duration), second);
        phases(energy[2], harmonic.kineticDuration(2, duration), third);
        for (int b = 0; b < second.length; b += 2) {
            System.arraycopy(third, 0, plane, b / 2 * third.length, third.length);
            multiply(plane, b / 2 * third.length, third.length, second[b], second[b + 1]);
        }
    }

    private static void phases(double[] energy, double time, double[] phase) {
        for (int i = 0; i < energy.length; i++) {
            phase[2 * i] = Math.cos(-time * energy[i]);
            phase[2 * i + 1] = Math.sin(-time * energy[i]);
        }
    }

    private static void multiply(double[] data, int start, int count, double re, double im) {
        for (int i = start; i < start + count; i += 2) {
            double x = data[i];
            double y = data[i + 1];
            data[i] = re * x - im * y;
            data[i + 1] = re * y + im * x;
        }
    }

    /** Multiplies some points of a spectrum, named as in {@link org.mixfield.core.spectral.SpectralFilter}. */
    void apply(double[] spectrum, int offset, int number, int stride, int count) {
        int inner = plane.length / 2;
        if (stride == inner && number < inner) {
            multiply(spectrum, 2 * offset, first, 0, plane[2 * number], plane[2 * number + 1], count);
        } else if (stride == 1) {
            row(spectrum, offset, number, count);
        } else {
            for (int j = 0; j < count; j++) {
                row(spectrum, offset + j, number + j * stride, 1);
            }
        }
    }

    /** Points in the order of the array. */
    private void row(double[] spectrum, int offset, int number, int count) {
        int inner = plane.length / 2;
        for (int done = 0; done < count; ) {
            int a = (number + done) / inner;
            int rest = (number + done) % inner;
            int together = Math.min(count - done, inner - rest);
            multiply(spectrum, 2 * (offset + done), plane, 2 * rest, first[2 * a], first[2 * a + 1], together);
            done += together;
        }
    }

    /** Multiplies points by a phase and by those of a table from an index on. */
    private static void multiply(double[] data, int start, double[] table, int index, double re, double im, int count) {
        for (int i = 0; i < 2 * count; i += 2) {
            double factorRe = re * table[index + i] - im * table[index + i + 1];
            double factorIm = re * table[index + i + 1] + im * table[index + i];
            double x = data[start + i];
            double y = data[start + i + 1];
            data[start + i] = factorRe * x - factorIm * y;
            data[start + i + 1] = factorRe * y + factorIm * x;
        }
    }
}
