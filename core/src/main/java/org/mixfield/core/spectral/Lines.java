package org.mixfield.core.spectral;

import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * Transforms along one axis of a row-major complex array: each worker gathers a few neighbouring lines into a buffer of
 * its own, transforms them there and scatters them back. The buffer is zero beyond the points that are gathered, and only
 * as many points as are wanted come back.
 */
final class Lines {

    /** Lines gathered together: neighbours in memory, so that whole cache lines are moved. */
    private static final int WIDTH = 8;

    private final int length;
    private final Workers workers;
    private final LineTransform[] transform;
    private final double[][] buffer;
    private final double[][][] more;

    Lines(int length, Workers workers, LineTransform.Factory factory) {
        this.length = length;
        this.workers = workers;
        this.transform = new LineTransform[workers.count()];
        this.buffer = new double[workers.count()][];
        this.more = new double[workers.count()][][];
        for (int worker = 0; worker < workers.count(); worker++) {
            transform[worker] = factory.of(length);
            buffer[worker] = new double[2 * WIDTH * length];
        }
    }

    int length() {
        return length;
    }

    double[] buffer(int worker) {
        return buffer[worker];
    }

    void transform(int worker, double[] data, int offset, boolean forward) {
        if (forward) {
            transform[worker].forward(data, offset);
        } else {
            transform[worker].inverse(data, offset);
        }
    }

    /**
     * Transforms an axis of an array viewed as [outer][length][inner].
     *
     * @param outer leading entries to transform
     * @param inner entries after the axis, all transformed
     * @param given points along the axis that are not zero
     * @param wanted points along the axis to write back
     * @param factor multiplies what is written back
     */
    void along(double[] data, int outer, int inner, int given, int wanted, boolean forward, double factor) {
        int blocks = (inner + WIDTH - 1) / WIDTH;
        workers.run(outer * blocks, 1, (worker, from, to) -> {
            for (int item = from; item < to; item++) {
                int first = item % blocks * WIDTH;
                block(
                        worker,
                        data,
                        item / blocks * length * inner + first,
                        inner,
                        Math.min(WIDTH, inner - first),
                        given,
                        wanted,
                        forward,
                        factor);
            }
        });
    }

    private void block(
            int worker,
            double[] data,
            int start,
            int stride,
            int width,
            int given,
            int wanted,
            boolean forward,
            double factor) {
        double[] lines = buffer[worker];
        gather(data, start, stride, width, given, lines);
        for (int line = 0; line < width; line++) {
            java.util.Arrays.fill(lines, 2 * (line * length + given), 2 * (line + 1) * length, 0.0);
            transform(worker, lines, 2 * line * length, forward);
        }
        scatter(lines, data, start, stride, width, wanted, factor);
        checkFinite(lines, 2 * width * length);
    }

    /**
     * Transforms the axis of arrays viewed as [length][inner], of which only the first points are given and wanted, filters
     * the lines and transforms them back.
     *
     * @param given points along the axis that are not zero, which are also those to write back
     * @param factor multiplies what is written back
     */
    void filter(double[][] data, int inner, int given, double factor, SpectralFilter filter) {
        int blocks = (inner + WIDTH - 1) / WIDTH;
        workers.run(blocks, 1, (worker, from, to) -> {
            double[][] buffers = buffers(worker, data.length);
            for (int item = from; item < to; item++) {
                int first = item * WIDTH;
                int width = Math.min(WIDTH, inner - first);
                for (int i = 0; i < data.length; i++) {
                    gather(data[i], first, inner, width, given, buffers[i]);
                    for (int line = 0; line < width; line++) {
                        java.util.Arrays.fill(buffers[i], 2 * (line * length + given), 2 * (line + 1) * length, 0.0);
                        transform(worker, buffers[i], 2 * line * length, true);
                    }
                }
                for (int line = 0; line < width; line++) {
                    filter.apply(buffers, line * length, first + line, inner, length);
                }
                for (int i = 0; i < data.length; i++) {
                    for (int line = 0; line < width; line++) {
                        transform(worker, buffers[i], 2 * line * length, false);
                    }
                    scatter(buffers[i], data[i], first, inner, width, given, factor);
                    checkFinite(buffers[i], 2 * width * length);
                }
            }
        });
    }

    /** The buffer of a worker and as many more as there are fields. */
    private double[][] buffers(int worker, int count) {
        if (more[worker] == null || more[worker].length < count) {
            double[][] made = new double[count][];
            made[0] = buffer[worker];
            for (int i = 1; i < count; i++) {
                made[i] = new double[2 * WIDTH * length];
            }
            more[worker] = made;
        }
        return more[worker];
    }

    private void gather(double[] data, int start, int stride, int width, int given, double[] lines) {
        for (int j = 0; j < given; j++) {
            int source = 2 * (start + j * stride);
            for (int line = 0; line < width; line++) {
                int target = 2 * (line * length + j);
                lines[target] = data[source + 2 * line];
                lines[target + 1] = data[source + 2 * line + 1];
            }
        }
    }

    private void scatter(double[] lines, double[] data, int start, int stride, int width, int wanted, double factor) {
        for (int j = 0; j < wanted; j++) {
            int target = 2 * (start + j * stride);
            for (int line = 0; line < width; line++) {
                int source = 2 * (line * length + j);
                data[target + 2 * line] = factor * lines[source];
                data[target + 2 * line + 1] = factor * lines[source + 1];
            }
        }
    }

    /** The sum of x·0 is 0 unless some x is not finite. */
    static void checkFinite(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i] * 0.0;
        }
        if (sum != 0.0 || Double.isNaN(sum)) {
            throw new NumericalException(
                    "a Fourier transform gave a value that is not finite: its input is not finite, or"
                            + " too large; look for a potential or a field that diverges");
        }
    }
}
