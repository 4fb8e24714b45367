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
        passes(data, true, 1);
    }

    @Override
    public void inverse(double[] data) {
        passes(data, false, inverseSize);
    }

    private void passes(double[] data, boolean forward, double factor) {
        int inner = 1;
        for (int axis = lines.length - 1; axis >= 0; axis--) {
            int n = lines[axis].length();
            int outer = data.length / 2 / (inner * n);
            lines[axis].along(data, outer, inner, n, n, forward, axis == 0 ? factor : 1);
            inner *= n;
        }
    }
}
