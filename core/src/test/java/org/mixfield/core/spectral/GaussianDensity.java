package org.mixfield.core.spectral;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.mixfield.core.grid.Grid;

/**
 * The density ρ(x) = (πσ²)<sup>−d/2</sup> e<sup>−|x−c|²/σ²</sup> of unit charge, and its potentials V∗ρ as functions of
 * the distance from its centre, in closed form or by quadratures that share nothing with the code under test.
 *
 * @param dimension d
 * @param sigma σ
 */
record GaussianDensity(int dimension, double sigma) {

    double at(double r) {
        return Math.pow(Math.PI * sigma * sigma, -0.5 * dimension) * Math.exp(-r * r / (sigma * sigma));
    }

    double[] on(Grid grid, double... center) {
        double[] c = new double[3];
        System.arraycopy(center, 0, c, 0, center.length);
        double[] density = new double[grid.size()];
        grid.forEachPoint((index, x, y, z) ->
                density[index] = at(Math.hypot(Math.hypot(x - c[0], y - c[1]), z - c[2])));
        return density;
    }

    /** erf(r/σ)/r, the potential of 1/r in three dimensions. */
    double coulomb(double r) {
        return r < 1e-9 * sigma ? 2 / (Math.sqrt(Math.PI) * sigma) : Erf.erf(r / sigma) / r;
    }

    /** The potential of e^{−r²/(2s²)}: Gaussians convolve to a Gaussian, variances s² and σ²/2 add. */
    double gaussian(double range, double r) {
        double variance = range * range + sigma * sigma / 2;
        return Math.pow(range * range / variance, 0.5 * dimension) * Math.exp(-r * r / (2 * variance));
    }

    /**
     * The potential of e^{−μr}/r in three dimensions: integrating ρ over spheres about the point leaves (2π/μr) ∫ s ρ(s)
     * (e^{−μ|r−s|} − e^{−μ(r+s)}) ds, done by Gauss–Legendre on either side of the kink at s = r.
     */
    double yukawa(double screening, double r) {
        double end = r + 12 * sigma;
        if (r < 1e-9 * sigma) {
            return integral(0, end, s -> 4 * Math.PI * s * at(s) * Math.exp(-screening * s));
        }
        DoubleUnaryOperator integrand = s -> 2
                * Math.PI
                / (screening * r)
                * s
                * at(s)
                * (Math.exp(-screening * Math.abs(r - s)) - Math.exp(-screening * (r + s)));
        return integral(0, r, integrand) + integral(r, end, integrand);
    }

    /**
     * The potential of r^{−1/2} in three dimensions: with W' = t·t^{−1/2} the sphere integral is (2π/r) ∫₀^∞ W(t) [ρ(t−r)
     * (t−r) − ρ(t+r)(t+r)] dt, smooth and even in x = √t, where the trapezoidal rule converges spectrally.
     */
    double inverseRootInThreeDimensions(double r) {
        if (r < 1e-9 * sigma) {
            return trapezoid(Math.sqrt(12 * sigma), x -> 4 * Math.PI * at(x * x) * x * x * x * 2 * x);
        }
        return trapezoid(Math.sqrt(r + 12 * sigma), x -> {
            double t = x * x;
            double outer = 2.0 / 3 * x * x * x;
            return 2 * Math.PI / r * outer * ((t - r) * at(t - r) - (t + r) * at(t + r)) * 2 * x;
        });
    }

    /** The potential of |x|^{−1/2} in one dimension, ∫₀^∞ t^{−1/2} [ρ(x−t) + ρ(x+t)] dt, likewise in √t. */
    double inverseRootInOneDimension(double x) {
        return trapezoid(Math.sqrt(x + 12 * sigma), s -> 2 * (at(x - s * s) + at(x + s * s)));
    }

    /** The potential of 1/r in two dimensions, (√π/σ) e^{−z} I₀(z) with z = r²/(2σ²). */
    double coulombInTwoDimensions(double r) {
        double z = r * r / (2 * sigma * sigma);
        int n = 400;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(z * (Math.cos(2 * Math.PI * i / n) - 1));
        }
        return Math.sqrt(Math.PI) / sigma * sum / n;
    }

    /** The potential of −ln r/2π in two dimensions, −[E₁(r²/σ²) + 2 ln r]/4π. */
    double logarithm(double r) {
        if (r < 1e-9 * sigma) {
            return (0.5772156649015329 - 2 * Math.log(sigma)) / (4 * Math.PI);
        }
        return -(exponentialIntegral(r * r / (sigma * sigma)) + 2 * Math.log(r)) / (4 * Math.PI);
    }

    /**
     * The potential of a bounded function in one dimension, ∫₀^∞ V(t) [ρ(x−t) + ρ(x+t)] dt, by Gauss–Legendre panels as
     * fine as a tenth of σ.
     */
    double inOneDimension(DoubleUnaryOperator potential, double x) {
        return integral(Math.max(0, x - 8 * sigma), x + 8 * sigma, t -> potential.applyAsDouble(t) * at(x - t))
                + integral(0, Math.max(0, 8 * sigma - x), t -> potential.applyAsDouble(t) * at(x + t));
    }

    /**
     * The potential of 1/√(r²+a²) in two dimensions by the trapezoidal rule at spacing h over ρ, whose error is
     * e^{−2πa/h}.
     */
    double softCoulombInTwoDimensions(double softening, double r) {
        double h = Math.min(sigma / 6, softening / 6);
        int n = (int) Math.ceil(6.5 * sigma / h);
        double sum = 0;
        for (int i = -n; i <= n; i++) {
            for (int j = -n; j <= n; j++) {
                double dx = r - i * h;
                double dy = j * h;
                sum += h * h * at(h * Math.hypot(i, j)) / Math.sqrt(dx * dx + dy * dy + softening * softening);
            }
        }
        return sum;
    }

    /** E₁ by its power series below 1 and its continued fraction above (Abramowitz and Stegun 5.1.11, 5.1.22). */
    private static double exponentialIntegral(double z) {
        if (z > 700) {
            return 0;
        }
        if (z < 1) {
            double term = 1;
            double sum = -0.5772156649015329 - Math.log(z);
            for (int n = 1; n < 40; n++) {
                term *= -z / n;
                sum -= term / n;
            }
            return sum;
        }
        double fraction = 0;
        for (int n = 400; n > 0; n--) {
            fraction = n / (1 + n / (z + fraction));
        }
        return Math.exp(-z) / (z + fraction);
    }

    /** ∫ over [a, b] by Gauss–Legendre of order 20 on panels of a quarter of σ. */
    private double integral(double a, double b, DoubleUnaryOperator function) {
        int panels = (int) Math.ceil((b - a) / (0.25 * sigma));
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            GaussIntegrator rule = LEGENDRE.legendre(20, a + (b - a) * i / panels, a + (b - a) * (i + 1) / panels);
            sum += rule.integrate(function::applyAsDouble);
        }
        return sum;
    }

    /** ∫₀^b of a function that is smooth, even and vanishes with all derivatives at b. */
    private static double trapezoid(double b, DoubleUnaryOperator function) {
        int n = 2000;
        double sum = 0.5 * function.applyAsDouble(0);
        for (int i = 1; i < n; i++) {
            sum += function.applyAsDouble(b * i / n);
        }
        return sum * b / n;
    }

    private static final GaussIntegratorFactory LEGENDRE = new GaussIntegratorFactory();
}
