package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * Sums over interleaved complex vectors of one dimension, which may stand at the front of longer arrays, shared among workers. Inner products are added up in blocks of fixed size, so that
 * a result does not depend on the number of workers.
 */
final class ComplexVectors {

    private static final int BLOCK = 1 << 14;

    private final Workers workers;
    private final int length;
    private final double[] partial;

    ComplexVectors(int dimension, Workers workers) {
        this.workers = workers;
        this.length = 2 * dimension;
        this.partial = new double[2 * ((2 * dimension + BLOCK - 1) / BLOCK)];
    }

    /** ⟨a|b⟩ as {re, im}. */
    double[] inner(double[] a, double[] b) {
        workers.run(length, BLOCK, (worker, from, to) -> {
            double re = 0;
            double im = 0;
            for (int i = from; i < to; i += 2) {
                re += a[i] * b[i] + a[i + 1] * b[i + 1];
                im += a[i] * b[i + 1] - a[i + 1] * b[i];
            }
            partial[2 * (from / BLOCK)] = re;
            partial[2 * (from / BLOCK) + 1] = im;
        });
        double re = 0;
        double im = 0;
        for (int i = 0; i < partial.length; i += 2) {
            re += partial[i];
            im += partial[i + 1];
        }
        return new double[] {re, im};
    }

    double norm(double[] a) {
        return Math.sqrt(inner(a, a)[0]);
    }

    /**
     * y −= a x + b z.
     *
     * @return ‖y‖ afterwards
     */
    double subtract(double[] y, double a, double[] x, double b, double[] z) {
        workers.run(length, BLOCK, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] -= a * x[i] + b * z[i];
            }
            double sum = 0;
            double other = 0;
            for (int i = from; i < to; i += 2) {
                sum += y[i] * y[i];
                other += y[i + 1] * y[i + 1];
            }
            partial[from / BLOCK] = sum + other;
        });
        double sum = 0;
        for (int i = 0; i < partial.length / 2; i++) {
            sum += partial[i];
        }
        return Math.sqrt(sum);
    }

    /** y += (re + i im) x. */
    void add(double[] y, double re, double im, double[] x) {
        workers.run(length, BLOCK, (worker, from, to) -> {
            for (int i = from; i < to; i += 2) {
                y[i] += re * x[i] - im * x[i + 1];
                y[i + 1] += re * x[i + 1] + im * x[i];
            }
        });
    }

    /** target = (re + i im) source, which may be the same. */
    void scale(double[] source, double re, double im, double[] target) {
        workers.run(length, BLOCK, (worker, from, to) -> {
            for (int i = from; i < to; i += 2) {
                double x = source[i];
                double y = source[i + 1];
                target[i] = re * x - im * y;
                target[i + 1] = re * y + im * x;
            }
        });
    }

    /** target = factor · source. */
    void scale(double[] source, double factor, double[] target) {
        workers.run(length, BLOCK, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                target[i] = factor * source[i];
            }
        });
    }
}
