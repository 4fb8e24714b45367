package org.mixfield.hartree;

import org.jspecify.annotations.Nullable;

/**
 * ψ ↦ e^{iθ}ψ at every point, θ a multiple of a potential.
 *
 * <p>Sine and cosine come from the angle reduced to |y| ≤ π/4 by y = (θ − kπ)/2, their Taylor series there to degrees 15
 * and 16, and one doubling. Four short loops without branches, which the compiler turns into vector code, take a third of
 * the time of {@link Math#sin} and {@link Math#cos}. Error at most 6e-16 for |θ| up to 1e5; larger angles go the slow way.
 */
final class Phases {

    private static final int BLOCK = 256;

    private static final double LARGEST_ANGLE = 1e5;

    /** π in three parts, the first two with 26 bits, so that their products with k < 2²⁶ are exact. */
    private static final double PI_HIGH = 0x1.921fb5p1;

    private static final double PI_MIDDLE = 0x1.110b46p-25;
    private static final double PI_LOW = 0x1.1a62633145c07p-53;

    /** Added and taken away, it leaves the nearest integer: numbers of this size have no other digits. */
    private static final double ROUND = 0x1.8p52;

    private final Scratch[] scratch;

    private static final class Scratch {
        private final double[] angle = new double[BLOCK];
        private final double[] half = new double[BLOCK];
        private final double[] sign = new double[BLOCK];
        private final double[] sine = new double[BLOCK];
        private final double[] cosine = new double[BLOCK];
    }

    /** For this many workers, each with scratch memory of its own. */
    Phases(int workers) {
        this.scratch = new Scratch[workers];
        for (int i = 0; i < workers; i++) {
            scratch[i] = new Scratch();
        }
    }

    /**
     * Multiplies the values at points {@code from} (inclusive) to {@code to} (exclusive) by e^{i factor·potential}.
     *
     * @param worker whose scratch memory is used
     * @param data interleaved, twice as long as the potential
     */
    void rotate(int worker, double[] data, double[] potential, double factor, int from, int to) {
        rotate(worker, data, potential, factor, null, from, to);
    }

    /** The same by e^{i(factor·potential + θ)}, θ the angles of the outer factors of a harmonic flow. */
    void rotate(
            int worker,
            double[] data,
            double[] potential,
            double factor,
            @Nullable HarmonicFlow harmonic,
            int from,
            int to) {
        Scratch mine = scratch[worker];
        for (int first = from; first < to; first += BLOCK) {
            int count = Math.min(BLOCK, to - first);
            for (int i = 0; i < count; i++) {
                mine.angle[i] = factor * potential[first + i];
            }
            if (harmonic != null) {
                harmonic.addTo(mine.angle, first, count);
            }
            block(data, first, count, mine);
        }
    }

    private static void block(double[] data, int first, int count, Scratch scratch) {
        double[] sine = scratch.sine;
        double[] cosine = scratch.cosine;
        if (norm(scratch.angle, count) <= LARGEST_ANGLE) {
            reduce(scratch.angle, count, scratch.half, scratch.sign);
            sines(count, scratch.half, sine);
            cosines(count, scratch.half, cosine);
            doubled(count, scratch.sign, sine, cosine);
        } else {
            for (int i = 0; i < count; i++) {
                sine[i] = Math.sin(scratch.angle[i]);
                cosine[i] = Math.cos(scratch.angle[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            int j = 2 * (first + i);
            double re = data[j];
            double im = data[j + 1];
            data[j] = cosine[i] * re - sine[i] * im;
            data[j + 1] = cosine[i] * im + sine[i] * re;
        }
    }

    /** θ = kπ + 2y: writes y and (−1)ᵏ. */
    private static void reduce(double[] angles, int count, double[] half, double[] sign) {
        for (int i = 0; i < count; i++) {
            double angle = angles[i];
            double k = (angle * (1 / Math.PI) + ROUND) - ROUND;
            double odd = k - 2 * ((0.5 * k + ROUND) - ROUND);
            sign[i] = 1 - 2 * odd * odd;
            half[i] = 0.5 * (((angle - k * PI_HIGH) - k * PI_MIDDLE) - k * PI_LOW);
        }
    }

    /** The Euclidean norm of some values, no less than the largest, in four sums so that additions need not wait for one another. */
    private static double norm(double[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += values[i] * values[i];
            b += values[i + 1] * values[i + 1];
            c += values[i + 2] * values[i + 2];
            d += values[i + 3] * values[i + 3];
        }
        for (; i < count; i++) {
            a += values[i] * values[i];
        }
        return Math.sqrt((a + b) + (c + d));
    }

    private static void sines(int count, double[] half, double[] sine) {
        for (int i = 0; i < count; i++) {
            double y = half[i];
            double z = y * y;
            double inner =
                    1.0 / 362880 + z * (-1.0 / 39916800 + z * (1.0 / 6227020800.0 + z * (-1.0 / 1307674368000.0)));
            sine[i] = y * (1 + z * (-1.0 / 6 + z * (1.0 / 120 + z * (-1.0 / 5040 + z * inner))));
        }
    }

    private static void cosines(int count, double[] half, double[] cosine) {
        for (int i = 0; i < count; i++) {
            double z = half[i] * half[i];
            double inner =
                    -1.0 / 3628800 + z * (1.0 / 479001600 + z * (-1.0 / 87178291200.0 + z * (1.0 / 20922789888000.0)));
            cosine[i] = 1 + z * (-0.5 + z * (1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40320 + z * inner))));
        }
    }

    /** From sin y and cos y to sin θ and cos θ, in place. */
    private static void doubled(int count, double[] sign, double[] sine, double[] cosine) {
        for (int i = 0; i < count; i++) {
            double s = sine[i];
            sine[i] = sign[i] * (2 * s * cosine[i]);
            cosine[i] = sign[i] * (1 - 2 * s * s);
        }
    }
}
