package org.mixfield.potentials;

/**
 * Scattering of two particles of reduced mass μ at zero energy by W(r) = W₀ e<sup>−r²/(2s²)</sup> in three dimensions.
 *
 * <p>In first Born approximation the scattering length is a_B = (μ/2π) ∫W. The exact one follows from u″ = 2μWu, u(0) = 0,
 * as a = r − u/u′ beyond the range. In units of s, with f(x) = 4π (2π)<sup>−3/2</sup> (a_B/s) e<sup>−x²/2</sup>, the slope
 * p = u′ and the intercept w = xu′ − u obey p′ = f(xp − w), w′ = xp′, and a/s = w/p without any cancellation.
 */
final class GaussianScattering {

    /** f is below rounding beyond this many ranges. */
    private static final int FAR = 10;

    /** Halving the step changes a/s by less than 1e-11 for |a_B| up to 5 s. */
    private static final int STEPS_PER_RANGE = 1000;

    private GaussianScattering() {}

    /** The exact scattering length, from the one in first Born approximation. Infinite at a resonance. */
    static double exact(double born, double range) {
        double coefficient = 4 * Math.PI * Math.pow(2 * Math.PI, -1.5) * born / range;
        double h = 1.0 / STEPS_PER_RANGE;
        double p = 1;
        double w = 0;
        for (int i = 0; i < FAR * STEPS_PER_RANGE; i++) {
            double x = i * h;
            double middle = x + h / 2;
            double end = x + h;
            double atMiddle = coefficient * Math.exp(-middle * middle / 2);
            // The classical Runge-Kutta scheme; k is p', and x k is w'.
            double k1 = coefficient * Math.exp(-x * x / 2) * (x * p - w);
            double k2 = atMiddle * (middle * (p + h / 2 * k1) - (w + h / 2 * x * k1));
            double k3 = atMiddle * (middle * (p + h / 2 * k2) - (w + h / 2 * middle * k2));
            double k4 = coefficient * Math.exp(-end * end / 2) * (end * (p + h * k3) - (w + h * middle * k3));
            p += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            w += h / 6 * (x * k1 + 2 * middle * (k2 + k3) + end * k4);
        }
        return range * w / p;
    }

    /** W₀ such that a is the scattering length in first Born approximation: (2π/μ) a over (2π s²)<sup>3/2</sup>. */
    static double strength(double scatteringLength, double range, double reducedMass) {
        return 2 * Math.PI / reducedMass * scatteringLength / Math.pow(2 * Math.PI * range * range, 1.5);
    }
}
