package org.mixfield.core.spectral;

import static org.mixfield.core.spectral.LineTransform.WIDTH;

import java.util.Arrays;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * Transforms along one axis of a row-major complex array: each worker gathers a few neighbouring lines into a bundle of
 * its own, transforms them there and scatters them back. The bundle is zero beyond the points that are gathered, and only
 * as many points as are wanted come back. Lines along the last axis are transformed where they are.
 */
final class Lines {

    private final int length;
    private final Workers workers;
    private final LineTransform[] transform;
    private final double[][] bundle;
    private final double[][][] filtered;

    Lines(int length, Workers workers, LineTransform.Factory factory) {
        this.length = length;
        this.workers = workers;
        this.transform = new LineTransform[workers.count()];
        this.bundle = new double[workers.count()][2 * WIDTH * length];
        this.filtered = new double[workers.count()][0][];
        for (int worker = 0; worker < workers.count(); worker++) {
            transform[worker] = factory.of(length);
        }
    }

    int length() {
        return length;
    }

    LineTransform of(int worker) {
        return transform[worker];
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
        if (inner == 1 && given == length && wanted == length) {
            rows(data, outer, forward, factor);
            return;
        }
        int blocks = (inner + WIDTH - 1) / WIDTH;
        boolean columns = columns(inner);
        workers.run(outer * blocks, 1, (worker, from, to) -> {
            double[] mine = bundle[worker];
            for (int item = from; item < to; item++) {
                int first = item % blocks * WIDTH;
                int start = item / blocks * length * inner + first;
                int width = Math.min(WIDTH, inner - first);
                gather(data, start, inner, width, given, columns, mine);
                transform(worker, mine, width, columns, forward);
                checkFinite(mine, 0, columns ? 2 : 2 * length, width);
                scatter(mine, columns, data, start, inner, width, wanted, factor);
            }
        });
    }

    /** Transforms the rows of an array viewed as [count][length]. */
    private void rows(double[] data, int count, boolean forward, double factor) {
        workers.run(count, WIDTH, (worker, from, to) -> {
            for (int first = from; first < to; first += WIDTH) {
                int lines = Math.min(WIDTH, to - first);
                transform[worker].rows(data, first * length, lines, forward);
                checkFinite(data, 2 * first * length, 2 * length, lines);
                if (factor != 1) {
                    for (int i = 2 * first * length; i < 2 * (first + lines) * length; i++) {
                        data[i] *= factor;
                    }
                }
            }
        });
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
        boolean columns = columns(inner);
        workers.run(blocks, 1, (worker, from, to) -> {
            double[][] mine = bundles(worker, data.length);
            for (int item = from; item < to; item++) {
                int first = item * WIDTH;
                int width = Math.min(WIDTH, inner - first);
                for (int i = 0; i < data.length; i++) {
                    gather(data[i], first, inner, width, given, columns, mine[i]);
                    transform(worker, mine[i], width, columns, true);
                }
                if (columns) {
                    for (int j = 0; j < length; j++) {
                        filter.apply(mine, j * WIDTH, first + j * inner, 1, width);
                    }
                } else {
                    for (int line = 0; line < width; line++) {
                        filter.apply(mine, line * length, first + line, inner, length);
                    }
                }
                for (int i = 0; i < data.length; i++) {
                    transform(worker, mine[i], width, columns, false);
                    checkFinite(mine[i], 0, columns ? 2 : 2 * length, width);
                    scatter(mine[i], columns, data[i], first, inner, width, given, factor);
                }
            }
        });
    }

    /** The bundle of a worker and as many more as there are fields, made when they are first needed. */
    private double[][] bundles(int worker, int count) {
        if (filtered[worker].length != count) {
            double[][] made = new double[count][];
            for (int i = 0; i < count; i++) {
                made[i] = i == 0 ? bundle[worker] : new double[2 * WIDTH * length];
            }
            filtered[worker] = made;
        }
        return filtered[worker];
    }

    /** A single line is gathered as a row, whatever is preferred. */
    private boolean columns(int inner) {
        return inner > 1 && transform[0].takesColumns();
    }

    private void transform(int worker, double[] bundle, int width, boolean columns, boolean forward) {
        if (columns) {
            transform[worker].columns(bundle, forward);
        } else {
            transform[worker].rows(bundle, 0, width, forward);
        }
    }

    private void gather(double[] data, int start, int stride, int width, int given, boolean columns, double[] bundle) {
        if (columns) {
            for (int j = 0; j < given; j++) {
                System.arraycopy(data, 2 * (start + j * stride), bundle, 2 * j * WIDTH, 2 * width);
            }
            Arrays.fill(bundle, 2 * given * WIDTH, 2 * length * WIDTH, 0.0);
            return;
        }
        for (int j = 0; j < given; j++) {
            int source = 2 * (start + j * stride);
            for (int line = 0; line < width; line++) {
                int target = 2 * (line * length + j);
                bundle[target] = data[source + 2 * line];
                bundle[target + 1] = data[source + 2 * line + 1];
            }
        }
        for (int line = 0; line < width; line++) {
            Arrays.fill(bundle, 2 * (line * length + given), 2 * (line + 1) * length, 0.0);
        }
    }

    private void scatter(
            double[] bundle,
            boolean columns,
            double[] data,
            int start,
            int stride,
            int width,
            int wanted,
            double factor) {
        for (int j = 0; j < wanted; j++) {
            int target = 2 * (start + j * stride);
            if (columns && factor == 1) {
                System.arraycopy(bundle, 2 * j * WIDTH, data, target, 2 * width);
            } else if (columns) {
                int source = 2 * j * WIDTH;
                for (int i = 0; i < 2 * width; i++) {
                    data[target + i] = factor * bundle[source + i];
                }
            } else {
                for (int line = 0; line < width; line++) {
                    int source = 2 * (line * length + j);
                    data[target + 2 * line] = factor * bundle[source];
                    data[target + 2 * line + 1] = factor * bundle[source + 1];
                }
            }
        }
    }

    /**
     * Looks at the first value of each transformed line, the sum of what it was: something in it that is not finite has
     * spread over all of it.
     */
    static void checkFinite(double[] values, int start, int step, int lines) {
        double sum = 0;
        for (int line = 0; line < lines; line++) {
            sum += values[start + line * step] * 0.0;
        }
        if (sum != 0.0 || Double.isNaN(sum)) {
            throw new NumericalException(
                    "a Fourier transform gave a value that is not finite: its input is not finite, or"
                            + " too large; look for a potential or a field that diverges");
        }
    }
}
