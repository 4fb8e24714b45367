package org.mixfield.potentials;

/** Averages of plane waves e<sup>ik·x</sup>, as functions of x = kr ≥ 0, accurate to rounding down to 0. */
final class Waves {

    /** Below this the closed forms cancel, and a few terms of the series are exact. */
    private static final double NEAR = 1;

    private static final int TERMS = 9;

    private Waves() {}

    /** sin(x)/x, over a sphere. */
    static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x) / x;
    }

    /** (1 − cos x)/x². */
    static double versine(double x) {
        double s = sinc(x / 2);
        return s * s / 2;
    }

    /** (1 − sin(x)/x)/x², 1/6 at 0. */
    static double sincDefect(double x) {
        if (x > NEAR) {
            return (1 - Math.sin(x) / x) / (x * x);
        }
        double term = 1.0 / 6;
        double sum = term;
        for (int n = 2; n <= TERMS; n++) {
            term *= -x * x / ((2 * n) * (2 * n + 1));
            sum += term;
        }
        return sum;
    }

    /** (sin x − x cos x)/x³ = j₁(x)/x, 1/3 at 0: a third of the average over a ball. */
    static double ball(double x) {
        return x > NEAR ? (Math.sin(x) / x - Math.cos(x)) / (x * x) : 1.0 / 3 - ballDefect(x) / 3;
    }

    /** 1 − 3 j₁(x)/x = 1 + 3 cos(x)/x² − 3 sin(x)/x³. */
    static double ballDefect(double x) {
        if (x > NEAR) {
            return 1 - 3 * ball(x);
        }
        double term = 1;
        double sum = 0;
        for (int n = 1; n <= TERMS; n++) {
            term *= -x * x / (2 * n * (2 * n + 3));
            sum -= term;
        }
        return sum;
    }
}
