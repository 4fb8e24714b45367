package org.mixfield.potentials;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

/**
 * Dipoles in a layer: the average of g (1 − 3 cos²θ)/(4π r³) over e<sup>−z²/(2l²)</sup>/(√(2π) l), the density of the
 * distance z of two particles that have the density e<sup>−z²/l²</sup>/(√π l) across the layer.
 *
 * <p>Averaging g (cos²α − 1/3) over k<sub>z</sub> with the weight e<sup>−k<sub>z</sub>²l²/2</sup>, n = (m, n<sub>z</sub>),
 *
 * <pre>
 *   V̂(k) = g/(√(2π) l) [n_z² − 1/3 + ((m·k̂)² − n_z²) F(kl)],   F(q) = √(π/2) q e^{q²/2} erfc(q/√2)
 * </pre>
 *
 * (Fischer, Phys. Rev. A 73 (2006) 031602 for n = z). With the average Φ(ρ) of 1/r, e<sup>t</sup>K₀(t)/(√(2π) l) at t =
 * ρ²/(4l²), and V = −(g/4π) (n·∇)² Φ at ρ > 0, it is in space
 *
 * <pre>
 *   V = −(3n_z² − 1)/6 g/(√(2π) l) δ + (g/4π) [(3n_z² − 1)/2 (Φ″ + Φ′/ρ) − ((m·ρ̂)² − |m|²/2) (Φ″ − Φ′/ρ)]
 * </pre>
 *
 * the second a logarithm at 0, the third of order ρ<sup>−2</sup> and understood as its principal value.
 *
 * @param strength g
 * @param nz component across the layer
 * @param confinement l
 */
record DipolarLayer(double strength, double nx, double ny, double nz, double confinement) {

    /** Below this t the series at 0 needs ten terms. */
    private static final double NEAR = 1;

    private static final int NEAR_TERMS = 10;

    private static final double EULER = 0.5772156649015329;

    /** Beyond this t the expansion for large t is exact to rounding. */
    private static final double FAR = 20;

    /** Step of the trapezoidal rule for the K integrals; its error is below e^{−40} for t from NEAR to FAR. */
    private static final double STEP = 0.125;

    KernelTransform transform() {
        return (kx, ky, kz) -> {
            double square = kx * kx + ky * ky;
            double along = nx * kx + ny * ky;
            double planar = square == 0 ? 0 : along * along / square;
            return peak() * (nz * nz - 1.0 / 3 + (planar - nz * nz) * fraction(Math.sqrt(square) * confinement));
        };
    }

    /** V as the point at 0, a function of the distance and, unless the dipoles are across the layer, a quadrupole. */
    List<PairPotential> parts() {
        List<PairPotential> parts =
                new ArrayList<>(List.of(new ContactPotential(point()), RadialPotential.of(this::round)));
        double planar = Math.hypot(nx, ny);
        if (planar > 0) {
            parts.add(new QuadrupolePotential(RadialPotential.of(this::quadrupole), nx / planar, ny / planar, 0));
        }
        return parts;
    }

    /** The transform of V on |x| ≤ R. */
    KernelTransform truncatedTransform(double radius, double largestWaveNumber) {
        return PotentialSum.of(parts()).truncatedTransform(2, radius, largestWaveNumber);
    }

    /** g/(√(2π) l). */
    private double peak() {
        return strength / (Math.sqrt(2 * Math.PI) * confinement);
    }

    /** The strength of δ in V. */
    double point() {
        return -(3 * nz * nz - 1) / 6 * peak();
    }

    /** What V is at ρ > 0, averaged over directions. */
    double round(double rho) {
        Averages e = Averages.at(rho * rho / (4 * confinement * confinement));
        return (3 * nz * nz - 1) / 2 * peak() / (4 * Math.PI * confinement * confinement) * e.laplacian();
    }

    /** What multiplies (ê·ρ̂)² − ½ in V, ê along the component of n in the plane. */
    double quadrupole(double rho) {
        Averages e = Averages.at(rho * rho / (4 * confinement * confinement));
        return -(nx * nx + ny * ny) * peak() / (4 * Math.PI * confinement * confinement) * e.shear();
    }

    /**
     * With Kᵥ for e<sup>t</sup>Kᵥ(t): √(2π) l³ (Φ″ + Φ′/ρ) = K₀ − 2t(K₁ − K₀) and √(2π) l³ (Φ″ − Φ′/ρ) = K₁ − 2t(K₁ − K₀).
     */
    private record Averages(double laplacian, double shear) {

        static Averages at(double t) {
            return t < NEAR ? near(Math.max(t, Double.MIN_NORMAL)) : t < FAR ? between(t) : far(t);
        }

        private static Averages of(double t, double k0, double difference) {
            double laplacian = k0 - 2 * t * difference;
            return new Averages(laplacian, laplacian + difference);
        }

        /** Abramowitz and Stegun 9.6.10, 9.6.11 and 9.6.13. */
        private static Averages near(double t) {
            double logarithm = Math.log(t / 2) + EULER;
            double term = 1;
            double harmonic = 0;
            double k0 = 0;
            double k1 = 1 / t;
            for (int n = 0; n <= NEAR_TERMS; n++) {
                double next = harmonic + 1.0 / (n + 1);
                k0 += term * (harmonic - logarithm);
                k1 += 0.5 * t * term / (n + 1) * (logarithm - 0.5 * (harmonic + next));
                term *= t * t / (4.0 * (n + 1) * (n + 1));
                harmonic = next;
            }
            double scale = Math.exp(t);
            return of(t, scale * k0, scale * (k1 - k0));
        }

        /** K₀ = ∫₀^∞ e^{−t(cosh u − 1)} du and K₁ likewise with cosh u, by the trapezoidal rule. */
        private static Averages between(double t) {
            double k0 = 0.5;
            double difference = 0;
            for (int i = 1; ; i++) {
                double half = Math.sinh(0.5 * i * STEP);
                double s = 2 * half * half;
                double weight = Math.exp(-t * s);
                k0 += weight;
                difference += weight * s;
                if (t * s > 50) {
                    break;
                }
            }
            return of(t, k0 * STEP, difference * STEP);
        }

        /** Hankel's expansion √(π/2t) Σ aₙ t⁻ⁿ of K₀ and with bₙ of K₁; the leading terms cancel exactly. */
        private static Averages far(double t) {
            double a = 1;
            double b = 1;
            double laplacian = 0;
            double shear = 0;
            for (int n = 0; n < 2 * FAR; n++) {
                double odd = (2 * n + 1) * (2 * n + 1);
                double nextA = a * -odd / (8 * (n + 1) * t);
                double nextB = b * (4 - odd) / (8 * (n + 1) * t);
                double correction = 2 * t * (nextB - nextA);
                // At n = 0 both are 1 − 1.
                laplacian += n == 0 ? 0 : a - correction;
                shear += n == 0 ? 0 : b - correction;
                if (Math.abs(correction) < 1e-18 * shear) {
                    break;
                }
                a = nextA;
                b = nextB;
            }
            double root = Math.sqrt(Math.PI / (2 * t));
            return new Averages(root * laplacian, root * shear);
        }
    }

    /** F(q) = √(π/2) q e^{q²/2} erfc(q/√2), from 0 at 0 to 1. */
    static double fraction(double q) {
        double x = q / Math.sqrt(2);
        return Math.sqrt(Math.PI) * x * (x < 2 ? Math.exp(x * x) * Erf.erfc(x) : scaledComplement(x));
    }

    /** e^{x²} erfc(x) by its continued fraction (Abramowitz and Stegun 7.1.14), from the tail. */
    private static double scaledComplement(double x) {
        double tail = x;
        for (int n = 120; n > 0; n--) {
            tail = x + 0.5 * n / tail;
        }
        return 1 / (Math.sqrt(Math.PI) * tail);
    }
}
