package org.mixfield.core.spectral;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * A real transform with zero padding as passes over the axes. Two real rows travel as one complex line along the last
 * axis; along the others only lines that are not zero, or whose results are wanted, are transformed.
 */
final class PaddedAxesTransform implements RealFourierTransform {

    private final int[] shape;
    private final int[] padded;
    private final int half;
    private final Workers workers;
    private final Lines[] lines;
    private final List<double[]> reduced = new ArrayList<>();

    PaddedAxesTransform(int[] shape, int[] padded, Workers workers, LineTransform.Factory factory) {
        this.shape = leadingOnes(shape);
        this.padded = leadingOnes(padded);
        for (int axis = 0; axis < 3; axis++) {
            if (this.padded[axis] < this.shape[axis]) {
                throw new IllegalArgumentException("padding cannot make an axis shorter");
            }
        }
        this.half = this.padded[2] / 2 + 1;
        if (2.0 * this.padded[0] * this.padded[1] * half > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the padded transform of " + java.util.Arrays.toString(padded)
                    + " points does not fit one array; take fewer grid points");
        }
        this.workers = workers;
        this.lines = new Lines[3];
        for (int axis = 0; axis < 3; axis++) {
            lines[axis] = new Lines(this.padded[axis], workers, factory);
        }
    }

    private static int[] leadingOnes(int[] shape) {
        int[] three = {1, 1, 1};
        System.arraycopy(shape, 0, three, 3 - shape.length, shape.length);
        return three;
    }

    @Override
    public int spectrumLength() {
        return 2 * padded[0] * padded[1] * half;
    }

    @Override
    public void forward(double[] values, double[] spectrum) {
        forwardInPlanes(values, spectrum);
        if (padded[0] > 1) {
            lines[0].along(spectrum, 1, padded[1] * half, shape[0], padded[0], true, 1);
        }
    }

    @Override
    public void inverse(double[] spectrum, double[] values) {
        if (padded[0] > 1) {
            lines[0].along(spectrum, 1, padded[1] * half, padded[0], shape[0], false, 1);
        }
        inverseInPlanes(spectrum, values);
    }

    /**
     * The passes along the last two axes go over arrays that are not yet padded along the first; along it each line is
     * padded, transformed, filtered and transformed back in one go.
     */
    @Override
    public void filter(double[][] fields, SpectralFilter filter) {
        double[][] spectra = reduced(fields.length);
        for (int i = 0; i < fields.length; i++) {
            forwardInPlanes(fields[i], spectra[i]);
        }
        if (padded[0] > 1) {
            lines[0].filter(spectra, padded[1] * half, shape[0], 1, filter);
        } else {
            workers.run(
                    padded[1] * half, 1 << 12, (worker, from, to) -> filter.apply(spectra, from, from, 1, to - from));
        }
        for (int i = 0; i < fields.length; i++) {
            inverseInPlanes(spectra[i], fields[i]);
        }
    }

    /** The passes along the last two axes, for the given points of the first. */
    private void forwardInPlanes(double[] values, double[] spectrum) {
        int pairs = (shape[1] + 1) / 2;
        workers.run(shape[0] * pairs, 4, (worker, from, to) -> {
            for (int item = from; item < to; item++) {
                forwardRows(worker, values, spectrum, item / pairs, item % pairs * 2);
            }
        });
        if (padded[1] > 1) {
            lines[1].along(spectrum, shape[0], half, shape[1], padded[1], true, 1);
        }
    }

    private void inverseInPlanes(double[] spectrum, double[] values) {
        if (padded[1] > 1) {
            lines[1].along(spectrum, shape[0], half, padded[1], shape[1], false, 1);
        }
        int pairs = (shape[1] + 1) / 2;
        double factor = 1.0 / ((double) padded[0] * padded[1] * padded[2]);
        workers.run(shape[0] * pairs, 4, (worker, from, to) -> {
            for (int item = from; item < to; item++) {
                inverseRows(worker, spectrum, values, item / pairs, item % pairs * 2, factor);
            }
        });
    }

    /** Spectra not yet padded along the first axis, made when they are first needed. */
    private double[][] reduced(int count) {
        while (reduced.size() < count) {
            reduced.add(new double[2 * shape[0] * padded[1] * half]);
        }
        return reduced.subList(0, count).toArray(double[][]::new);
    }

    private void forwardRows(int worker, double[] values, double[] spectrum, int plane, int row) {
        double[] line = lines[2].buffer(worker);
        int n = padded[2];
        int first = (plane * shape[1] + row) * shape[2];
        boolean two = row + 1 < shape[1];
        for (int k = 0; k < shape[2]; k++) {
            line[2 * k] = values[first + k];
            line[2 * k + 1] = two ? values[first + shape[2] + k] : 0;
        }
        java.util.Arrays.fill(line, 2 * shape[2], 2 * n, 0.0);
        lines[2].transform(worker, line, 0, true);
        Lines.checkFinite(line, 2 * n);
        int a = 2 * (plane * padded[1] + row) * half;
        int b = a + 2 * half;
        for (int k = 0; k < half; k++) {
            int mirror = k == 0 ? 0 : n - k;
            double re = line[2 * k];
            double im = line[2 * k + 1];
            double mirrorRe = line[2 * mirror];
            double mirrorIm = line[2 * mirror + 1];
            spectrum[a + 2 * k] = 0.5 * (re + mirrorRe);
            spectrum[a + 2 * k + 1] = 0.5 * (im - mirrorIm);
            if (two) {
                spectrum[b + 2 * k] = 0.5 * (im + mirrorIm);
                spectrum[b + 2 * k + 1] = 0.5 * (mirrorRe - re);
            }
        }
    }

    private void inverseRows(int worker, double[] spectrum, double[] values, int plane, int row, double factor) {
        double[] line = lines[2].buffer(worker);
        int n = padded[2];
        boolean two = row + 1 < shape[1];
        int a = 2 * (plane * padded[1] + row) * half;
        int b = a + 2 * half;
        for (int k = 0; k < half; k++) {
            int mirror = k == 0 ? 0 : n - k;
            double aRe = spectrum[a + 2 * k];
            double aIm = spectrum[a + 2 * k + 1];
            double bRe = two ? spectrum[b + 2 * k] : 0;
            double bIm = two ? spectrum[b + 2 * k + 1] : 0;
            if (mirror == k) {
                // A real row has a real value here; what rounding left of an imaginary part must not leak into the
                // pair.
                line[2 * k] = aRe;
                line[2 * k + 1] = bRe;
            } else {
                line[2 * k] = aRe - bIm;
                line[2 * k + 1] = aIm + bRe;
                line[2 * mirror] = aRe + bIm;
                line[2 * mirror + 1] = bRe - aIm;
            }
        }
        lines[2].transform(worker, line, 0, false);
        Lines.checkFinite(line, 2 * n);
        int first = (plane * shape[1] + row) * shape[2];
        for (int k = 0; k < shape[2]; k++) {
            values[first + k] = factor * line[2 * k];
            if (two) {
                values[first + shape[2] + k] = factor * line[2 * k + 1];
            }
        }
    }
}
