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

    Lines(int length, Workers workers, LineTransform.Factory factory) {
        this.length = length;
        this.workers = workers;
        this.transform = new LineTransform[workers.count()];
        this.buffer = new double[workers.count()][];
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
        for (int j = 0; j < given; j++) {
            int source = 2 * (start + j * stride);
            for (int line = 0; line < width; line++) {
                int target = 2 * (line * length + j);
                lines[target] = data[source + 2 * line];
                lines[target + 1] = data[source + 2 * line + 1];
            }
        }
        for (int line = 0; line < width; line++) {
            java.util.Arrays.fill(lines, 2 * (line * length + given), 2 * (line + 1) * length, 0.0);
            transform(worker, lines, 2 * line * length, forward);
        }
        for (int j = 0; j < wanted; j++) {
            int target = 2 * (start + j * stride);
            for (int line = 0; line < width; line++) {
                int source = 2 * (line * length + j);
                data[target + 2 * line] = factor * lines[source];
                data[target + 2 * line + 1] = factor * lines[source + 1];
            }
        }
        checkFinite(lines, 2 * width * length);
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
