package org.mixfield.core.spectral;

import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/** A complex transform as passes over the axes: all but the first within slabs, the first one across them. */
final class ComplexAxesTransform implements FourierTransform {

    private final Workers workers;
    private final Lines[] lines;
    private final @Nullable Planes planes;
    private final Slabs slabs;
    private final double inverseSize;

    ComplexAxesTransform(int[] shape, Workers workers, LineTransform.Factory factory) {
        this.workers = workers;
        this.lines = new Lines[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            lines[axis] = new Lines(shape[axis], workers, factory);
        }
        this.planes = Planes.of(shape, workers, factory).orElse(null);
        this.slabs = Slabs.of(shape);
        this.inverseSize = 1.0 / slabs.size();
    }

    @Override
    public Slabs slabs() {
        return slabs;
    }

    @Override
    public void forward(double[] data) {
        workers.over(slabs.count(), (worker, slab) -> forwardInSlab(worker, data, slab));
        lines[0].along(data, inner(), lines[0].length(), lines[0].length(), true, 1);
    }

    @Override
    public void inverse(double[] data) {
        lines[0].along(data, inner(), lines[0].length(), lines[0].length(), false, inverseSize);
        workers.over(slabs.count(), (worker, slab) -> inverseInSlab(worker, data, slab));
    }

    @Override
    public void filter(double[] data, SpectralFilter filter) {
        workers.over(slabs.count(), (worker, slab) -> forwardInSlab(worker, data, slab));
        acrossSlabs(new double[][] {data}, filter);
        workers.over(slabs.count(), (worker, slab) -> inverseInSlab(worker, data, slab));
    }

    @Override
    public double differentiate(int axis, double[] source, double[] target, double spacing) {
        int inner = 1;
        for (int later = axis + 1; later < lines.length; later++) {
            inner *= lines[later].length();
        }
        return lines[axis].differentiate(source, target, inner, spacing);
    }

    /** Points after the first axis. */
    private int inner() {
        return slabs.size() / lines[0].length();
    }

    @Override
    public void forwardInSlab(int worker, double[] data, int slab) {
        if (planes != null) {
            planes.transform(worker, data, slabs.from(slab), true);
            return;
        }
        int inner = 1;
        for (int axis = lines.length - 1; axis > 0; axis--) {
            inSlab(worker, data, slab, axis, inner, true);
            inner *= lines[axis].length();
        }
    }

    @Override
    public void inverseInSlab(int worker, double[] data, int slab) {
        if (planes != null) {
            planes.transform(worker, data, slabs.from(slab), false);
            return;
        }
        int inner = inner();
        for (int axis = 1; axis < lines.length; axis++) {
            inner /= lines[axis].length();
            inSlab(worker, data, slab, axis, inner, false);
        }
    }

    private void inSlab(int worker, double[] data, int slab, int axis, int inner, boolean forward) {
        int n = lines[axis].length();
        int outer = (slabs.to(slab) - slabs.from(slab)) / (inner * n);
        lines[axis].within(worker, data, slabs.from(slab), outer, inner, n, n, forward);
    }

    @Override
    public void acrossSlabs(double[][] data, SpectralFilter filter) {
        lines[0].filter(data, inner(), lines[0].length(), inverseSize, filter);
    }
}
