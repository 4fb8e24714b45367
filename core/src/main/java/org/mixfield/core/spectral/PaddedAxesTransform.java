package org.mixfield.core.spectral;

import static org.mixfield.core.spectral.LineTransform.WIDTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * A real transform with zero padding as passes over the axes: only lines that are not zero, or whose results are wanted, are
 * transformed.
 */
final class PaddedAxesTransform implements RealFourierTransform {

    private final int[] shape;
    private final int[] padded;
    private final int half;
    private final Workers workers;
    private final Lines[] lines;
    private final double[][] real;
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
            throw new IllegalArgumentException("the padded transform of " + Arrays.toString(padded)
                    + " points does not fit one array; take fewer grid points");
        }
        this.workers = workers;
        this.lines = new Lines[3];
        for (int axis = 0; axis < 3; axis++) {
            lines[axis] = new Lines(this.padded[axis], workers, factory);
        }
        this.real = new double[workers.count()][WIDTH * this.padded[2]];
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
        int bundles = (shape[1] + WIDTH - 1) / WIDTH;
        workers.run(shape[0] * bundles, 1, (worker, from, to) -> {
            for (int item = from; item < to; item++) {
                forwardRows(worker, values, spectrum, item / bundles, item % bundles * WIDTH);
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
        int bundles = (shape[1] + WIDTH - 1) / WIDTH;
        double factor = 1.0 / ((double) padded[0] * padded[1] * padded[2]);
        workers.run(shape[0] * bundles, 1, (worker, from, to) -> {
            for (int item = from; item < to; item++) {
                inverseRows(worker, spectrum, values, item / bundles, item % bundles * WIDTH, factor);
            }
        });
    }

    private void forwardRows(int worker, double[] values, double[] spectrum, int plane, int row) {
        double[] line = real[worker];
        int n = padded[2];
        int count = Math.min(WIDTH, shape[1] - row);
        int first = (plane * shape[1] + row) * shape[2];
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, first + i * shape[2], line, i * n, shape[2]);
            Arrays.fill(line, i * n + shape[2], (i + 1) * n, 0.0);
        }
        int offset = (plane * padded[1] + row) * half;
        lines[2].of(worker).forwardReal(line, count, spectrum, offset);
        Lines.checkFinite(spectrum, 2 * offset, 2 * half, count);
    }

    private void inverseRows(int worker, double[] spectrum, double[] values, int plane, int row, double factor) {
        double[] line = real[worker];
        int n = padded[2];
        int count = Math.min(WIDTH, shape[1] - row);
        lines[2].of(worker).inverseReal(spectrum, (plane * padded[1] + row) * half, count, line);
        Lines.checkFinite(line, 0, n, count);
        int first = (plane * shape[1] + row) * shape[2];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < shape[2]; j++) {
                values[first + i * shape[2] + j] = factor * line[i * n + j];
            }
        }
    }

    /** Spectra not yet padded along the first axis, made when they are first needed. */
    private double[][] reduced(int count) {
        while (reduced.size() < count) {
            reduced.add(new double[2 * shape[0] * padded[1] * half]);
        }
        return reduced.subList(0, count).toArray(double[][]::new);
    }
}
