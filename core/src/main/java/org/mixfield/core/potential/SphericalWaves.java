package org.mixfield.core.potential;

/** The spherical Bessel function j₂. */
final class SphericalWaves {

    /** Below this the terms of the closed form cancel to more than a few digits; the series needs ten. */
    private static final double NEAR = 2;

    private SphericalWaves() {}

    /** j₂(x) = (3/x³ − 1/x) sin x − 3 cos x/x². */
    static double second(double x) {
        if (x > NEAR) {
            return ((3 / (x * x) - 1) * Math.sin(x) - 3 * Math.cos(x) / x) / x;
        }
        double half = -0.5 * x * x;
        double term = x * x / 15;
        double sum = term;
        for (int n = 1; n <= 10; n++) {
            term *= half / (n * (2 * n + 5));
            sum += term;
        }
        return sum;
    }
}
