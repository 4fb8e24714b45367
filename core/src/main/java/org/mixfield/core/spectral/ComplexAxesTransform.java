package org.mixfield.core.spectral;

import org.mixfield.core.run.Workers;

/** A complex transform as passes over the axes, the last one first. */
final class ComplexAxesTransform implements FourierTransform {

    private final Lines[] lines;
    private final double inverseSize;

    ComplexAxesTransform(int[] shape, Workers workers, LineTransform.Factory factory) {
        this.lines = new Lines[shape.length];
        double size = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            lines[axis] = new Lines(shape[axis], workers, factory);
            size *= shape[axis];
        }
        this.inverseSize = 1 / size;
    }

    @Override
    public void forward(double[] data) {
        pass(data, 0, true, 1);
    }

    @Override
    public void inverse(double[] data) {
        pass(data, 0, false, inverseSize);
    }

    /** Along the first axis each line is transformed, filtered and transformed back in one go. */
    @Override
    public void filter(double[] data, SpectralFilter filter) {
        int n = lines[0].length();
        int inner = data.length / 2 / n;
        pass(data, 1, true, 1);
        lines[0].filter(new double[][] {data}, inner, n, inverseSize, filter);
        pass(data, 1, false, 1);
    }

    /** Passes along the last axis down to a first one, which is given the factor. */
    private void pass(double[] data, int first, boolean forward, double factor) {
        int inner = 1;
        for (int axis = lines.length - 1; axis >= first; axis--) {
            int n = lines[axis].length();
            int outer = data.length / 2 / (inner * n);
            lines[axis].along(data, outer, inner, n, n, forward, axis == first ? factor : 1);
            inner *= n;
        }
    }
}
