package org.mixfield.core.spectral;

import static org.mixfield.core.spectral.LineTransform.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/**
 * A real transform with zero padding as passes over the axes: only lines that are not zero, or whose results are wanted, are
 * transformed. The passes along all axes but the first go over spectra that are not yet padded along the first, one for each
 * field; along it each line is padded, transformed, filtered and transformed back in one go.
 */
final class PaddedAxesTransform implements RealFourierTransform {

    private final int[] shape;
    private final int[] padded;
    private final int last;
    private final int half;
    private final int inner;
    private final Workers workers;
    private final Lines[] lines;
    private final @Nullable Planes planes;
    private final double inverseSize;
    private final double[][] real;
    private final double[][] reduced = new double[MOST_FIELDS][];
    private final Slabs slabs;

    PaddedAxesTransform(int[] shape, int[] padded, Workers workers, LineTransform.Factory factory) {
        this.shape = shape.clone();
        this.padded = padded.clone();
        this.last = shape.length - 1;
        this.half = padded[last] / 2 + 1;
        this.inner = shape.length == 3 ? padded[1] * half : half;
        this.workers = workers;
        this.lines = new Lines[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            if (padded[axis] < shape[axis]) {
                throw new IllegalArgumentException("padding cannot make an axis shorter");
            }
            lines[axis] = new Lines(padded[axis], workers, factory);
        }
        // A plane that is padded is better pruned, line by line.
        this.planes = last == 2 && shape[1] == padded[1] && shape[2] == padded[2]
                ? Planes.of(padded, workers, factory).orElse(null)
                : null;
        this.inverseSize = 1 / Convolver.volume(padded);
        if (2.0 * inner * (last > 0 ? padded[0] : 1) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the padded transform of " + Arrays.toString(padded)
                    + " points does not fit one array; take fewer grid points");
        }
        this.real = new double[workers.count()][WIDTH * padded[last]];
        this.slabs = Slabs.of(shape);
    }

    @Override
    public int spectrumLength() {
        return 2 * inner * (last > 0 ? padded[0] : 1);
    }

    @Override
    public Slabs slabs() {
        return slabs;
    }

    @Override
    public void forward(double[] values, double[] spectrum) {
        workers.over(slabs.count(), (worker, slab) -> forwardInSlab(worker, values, spectrum, slab));
        if (last > 0) {
            lines[0].along(spectrum, inner, shape[0], padded[0], true, 1);
        }
    }

    @Override
    public void inverse(double[] spectrum, double[] values) {
        if (last > 0) {
            lines[0].along(spectrum, inner, padded[0], shape[0], false, 1);
        }
        workers.over(slabs.count(), (worker, slab) -> inverseInSlab(worker, spectrum, values, slab));
    }

    @Override
    public void filter(double[][] fields, SpectralFilter filter) {
        int count = fields.length;
        prepare(count);
        workers.over(
                count * slabs.count(), (worker, i) -> forwardInSlab(worker, fields[i % count], i % count, i / count));
        acrossSlabs(count, filter);
        workers.over(
                count * slabs.count(), (worker, i) -> inverseInSlab(worker, i % count, fields[i % count], i / count));
    }

    @Override
    public void prepare(int fields) {
        for (int field = 0; field < fields; field++) {
            if (reduced[field] == null) {
                reduced[field] = new double[2 * inner * (last > 0 ? shape[0] : 1)];
            }
        }
    }

    @Override
    public void forwardInSlab(int worker, double[] values, int field, int slab) {
        forwardInSlab(worker, values, reduced[field], slab);
    }

    @Override
    public void inverseInSlab(int worker, int field, double[] values, int slab) {
        inverseInSlab(worker, reduced[field], values, slab);
    }

    @Override
    public void acrossSlabs(int fields, SpectralFilter filter) {
        double[][] spectra = Arrays.copyOf(reduced, fields);
        if (last > 0) {
            lines[0].filter(spectra, inner, shape[0], 1, filter);
        } else {
            workers.run(half, 1 << 12, (worker, from, to) -> filter.apply(spectra, from, from, 1, to - from));
        }
    }

    private void forwardInSlab(int worker, double[] values, double[] spectrum, int slab) {
        if (planes != null) {
            planes.forwardReal(worker, values, slabs.from(slab), spectrum, slab * inner);
            return;
        }
        int first = slabs.from(slab) / shape[last];
        int end = slabs.to(slab) / shape[last];
        for (int row = first; row < end; row += WIDTH) {
            forwardRows(worker, values, row, Math.min(WIDTH, end - row), spectrum, place(slab, row));
        }
        if (last == 2) {
            lines[1].within(worker, spectrum, slab * inner, 1, half, shape[1], padded[1], true);
        }
    }

    private void inverseInSlab(int worker, double[] spectrum, double[] values, int slab) {
        if (planes != null) {
            planes.inverseReal(worker, spectrum, slab * inner, values, slabs.from(slab), inverseSize);
            return;
        }
        if (last == 2) {
            lines[1].within(worker, spectrum, slab * inner, 1, half, padded[1], shape[1], false);
        }
        int first = slabs.from(slab) / shape[last];
        int end = slabs.to(slab) / shape[last];
        for (int row = first; row < end; row += WIDTH) {
            inverseRows(worker, spectrum, place(slab, row), values, row, Math.min(WIDTH, end - row));
        }
    }

    /** The point of a spectrum at which that of a row begins: planes are padded, rows of two axes stand close. */
    private int place(int slab, int row) {
        return last == 2 ? slab * inner + (row - slab * shape[1]) * half : row * half;
    }

    private void forwardRows(int worker, double[] values, int row, int count, double[] spectrum, int place) {
        double[] line = real[worker];
        int n = padded[last];
        int given = shape[last];
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, (row + i) * given, line, i * n, given);
            Arrays.fill(line, i * n + given, (i + 1) * n, 0.0);
        }
        lines[last].of(worker).forwardReal(line, count, spectrum, place);
        Lines.checkFinite(spectrum, 2 * place, 2 * half, count);
    }

    private void inverseRows(int worker, double[] spectrum, int place, double[] values, int row, int count) {
        double[] line = real[worker];
        int n = padded[last];
        int wanted = shape[last];
        lines[last].of(worker).inverseReal(spectrum, place, count, line);
        Lines.checkFinite(line, 0, n, count);
        for (int i = 0; i < count; i++) {
            int from = i * n;
            int to = (row + i) * wanted;
            for (int j = 0; j < wanted; j++) {
                values[to + j] = inverseSize * line[from + j];
            }
        }
    }
}
