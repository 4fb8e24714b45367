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
     * Transforms the axis of an array viewed as [length][inner], shared among the workers.
     *
     * @param inner entries after the axis, all transformed
     * @param given points along the axis that are not zero
     * @param wanted points along the axis to write back
     * @param factor multiplies what is written back
     */
    void along(double[] data, int inner, int given, int wanted, boolean forward, double factor) {
        workers.over(
                bundles(inner),
                (worker, item) ->
                        bundle(worker, data, item * WIDTH, inner, width(inner, item), given, wanted, forward, factor));
    }

    /**
     * Transforms an axis of a part of an array, viewed as [outer][length][inner], by one worker.
     *
     * @param start the first point of the part
     * @param given points along the axis that are not zero
     * @param wanted points along the axis to write back
     */
    void within(int worker, double[] data, int start, int outer, int inner, int given, int wanted, boolean forward) {
        if (inner == 1 && given == length && wanted == length) {
            rows(worker, data, start, outer, forward);
            return;
        }
        for (int i = 0; i < outer; i++) {
            for (int item = 0; item < bundles(inner); item++) {
                int first = start + i * length * inner + item * WIDTH;
                bundle(worker, data, first, inner, width(inner, item), given, wanted, forward, 1);
            }
        }
    }

    private static int bundles(int inner) {
        return (inner + WIDTH - 1) / WIDTH;
    }

    private static int width(int inner, int bundle) {
        return Math.min(WIDTH, inner - bundle * WIDTH);
    }

    /** Transforms neighbouring lines, the points of each of which are a stride apart. */
    private void bundle(
            int worker,
            double[] data,
            int start,
            int stride,
            int width,
            int given,
            int wanted,
            boolean forward,
            double factor) {
        boolean columns = columns(stride);
        double[] mine = bundle[worker];
        gather(data, start, stride, width, given, columns, mine);
        transform(worker, mine, width, columns, forward);
        checkFinite(mine, 0, columns ? 2 : 2 * length, width);
        scatter(mine, columns, data, start, stride, width, wanted, factor);
    }

    /** Transforms rows that stand one after another. */
    private void rows(int worker, double[] data, int start, int count, boolean forward) {
        for (int row = 0; row < count; row += WIDTH) {
            int lines = Math.min(WIDTH, count - row);
            int first = start + row * length;
            transform[worker].rows(data, first, lines, forward);
            checkFinite(data, 2 * first, 2 * length, lines);
        }
    }

    /**
     * Transforms the axis of arrays viewed as [length][inner], of which only the first points are given and wanted, filters
     * the lines and transforms them back.
     *
     * @param given points along the axis that are not zero, which are also those to write back
     * @param factor multiplies what is written back
     */
    void filter(double[][] data, int inner, int given, double factor, SpectralFilter filter) {
        boolean columns = columns(inner);
        workers.over(bundles(inner), (worker, item) -> {
            double[][] mine = bundlesOf(worker, data.length);
            int first = item * WIDTH;
            int width = width(inner, item);
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
        });
    }

    /**
     * Differentiates the axis of an array viewed as [outer][length][inner], but for the highest wave number of an even length.
     *
     * @param spacing of the wave numbers
     * @return the sum of |ψ|² that is left out
     */
    double differentiate(double[] source, double[] target, int inner, double spacing) {
        boolean columns = columns(inner);
        int outer = source.length / 2 / length / inner;
        int items = inner == 1 ? bundles(outer) : outer * bundles(inner);
        double[] leftOut = new double[items];
        workers.over(items, (worker, item) -> {
            double[] mine = bundle[worker];
            if (inner == 1) {
                int start = item * WIDTH * length;
                int width = width(outer, item);
                System.arraycopy(source, 2 * start, mine, 0, 2 * width * length);
                leftOut[item] = differentiate(worker, mine, width, false, spacing);
                System.arraycopy(mine, 0, target, 2 * start, 2 * width * length);
                return;
            }
            int first = item % bundles(inner);
            int start = item / bundles(inner) * length * inner + first * WIDTH;
            int width = width(inner, first);
            gather(source, start, inner, width, length, columns, mine);
            leftOut[item] = differentiate(worker, mine, width, columns, spacing);
            scatter(mine, columns, target, start, inner, width, length, 1);
        });
        return Arrays.stream(leftOut).sum() / length;
    }

    /** Differentiates the lines of a bundle; returns Σ|ψ(k)|² of the wave number left out. */
    private double differentiate(int worker, double[] bundle, int width, boolean columns, double spacing) {
        transform(worker, bundle, width, columns, true);
        double leftOut = 0;
        for (int line = 0; line < (columns ? 1 : width); line++) {
            leftOut += timesWaveNumbers(bundle, line * length, columns ? width : 1, columns ? WIDTH : 1, spacing);
        }
        transform(worker, bundle, width, columns, false);
        checkFinite(bundle, 0, columns ? 2 : 2 * length, width);
        return leftOut;
    }

    /**
     * Multiplies spectra by ik/n, the highest wave number of an even length by 0; returns Σ|ψ(k)|² of that.
     *
     * @param width points with the same wave number, which stand together
     * @param stride points from one wave number to the next
     */
    private double timesWaveNumbers(double[] spectra, int start, int width, int stride, double spacing) {
        double leftOut = 0;
        for (int j = 0; j < length; j++) {
            int from = 2 * (start + j * stride);
            int to = from + 2 * width;
            double k = spacing / length * (2 * j < length ? j : j - length);
            if (2 * j == length) {
                for (int i = from; i < to; i++) {
                    leftOut += spectra[i] * spectra[i];
                }
                k = 0;
            }
            for (int i = from; i < to; i += 2) {
                double re = spectra[i];
                spectra[i] = -k * spectra[i + 1];
                spectra[i + 1] = k * re;
            }
        }
        return leftOut;
    }

    /** The bundle of a worker and as many more as there are fields, made when they are first needed. */
    private double[][] bundlesOf(int worker, int count) {
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
            transform[worker].columns(bundle, width, forward);
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
        if (factor != 1) {
            // In one go: rows of a bundle are too short for the compiler's vector loops.
            for (int i = 0; i < bundle.length; i++) {
                bundle[i] *= factor;
            }
        }
        for (int j = 0; j < wanted; j++) {
            int target = 2 * (start + j * stride);
            if (columns) {
                System.arraycopy(bundle, 2 * j * WIDTH, data, target, 2 * width);
            } else {
                for (int line = 0; line < width; line++) {
                    int source = 2 * (line * length + j);
                    data[target + 2 * line] = bundle[source];
                    data[target + 2 * line + 1] = bundle[source + 1];
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
