package org.mixfield.core.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;
import org.mixfield.core.run.Workers;

/** The Fourier transform of a radial potential, by quadrature, tabulated in |k|: a sum of parts. */
final class RadialTransform implements KernelTransform {

    /** What may be left of ∫|V| beyond the radius at which a periodic sum is cut, relative to the whole. */
    private static final double NEGLIGIBLE = 1e-17;

    private static final int MOST_DOUBLINGS = 40;

    /**
     * Product of wave number and outer edge beyond which the transform of a smooth shell vanishes: that of the step at half
     * the edge falls like e<sup>−(kr)²/300</sup>.
     */
    private static final double SHELL_END = 384;

    /** A transform this small, relative to ∫|V|, is rounding. */
    private static final double ROUNDING = 1e-15;

    /** ½ erfc(x − 6). */
    private static final ChebyshevTable STEP =
            new ChebyshevTable(x -> 0.5 * Erf.erfc(x - 6), 8, 12, ChebyshevTable.Panels.WIDE);

    /** Where V is negligible beyond a radius, and ∫|V| r<sup>d−1</sup> within it. */
    private record Extent(double radius, double integral) {}

    /** One term of the transform, zero beyond a wave number. */
    private record Part(DoubleUnaryOperator transform, double end) {}

    private final List<Part> parts;

    private RadialTransform(List<Part> parts) {
        this.parts = parts;
    }

    /** The transform of V on |x| ≤ R. */
    static KernelTransform truncated(
            RadialPotential potential, int dimension, double radius, double largestWaveNumber) {
        return new RadialTransform(
                List.of(ball(potential, RadialQuadrature.OPEN, dimension, radius, largestWaveNumber)));
    }

    /**
     * S(k) of {@link QuadrupoleTransform}. The quadrature is that of f(r) ω(r) with ω = (κr)²/(1 + (κr)²), κ the largest wave
     * number: an r<sup>−d</sup> at 0, which the angles average out, is integrable with it, and J₂(kr)/ω(r) is smooth.
     */
    static DoubleUnaryOperator quadrupole(RadialPotential f, int dimension, double radius, double largestWaveNumber) {
        DoubleUnaryOperator omega = r -> {
            double square = largestWaveNumber * r * largestWaveNumber * r;
            return square / (1 + square);
        };
        RadialQuadrature rule = RadialQuadrature.over(f, omega, dimension, radius, largestWaveNumber);
        double[] r = rule.nodes();
        double[] w = rule.weights();
        for (int i = 0; i < r.length; i++) {
            w[i] = r[i] > 0 ? w[i] / omega.applyAsDouble(r[i]) : 0;
        }
        double end = radius * largestWaveNumber;
        DoubleUnaryOperator wave = dimension == 3
                ? SphericalWaves::second
                : new ChebyshevTable(CylindricalWaves::second, 1, end, ChebyshevTable.Panels.NARROW);
        return new ChebyshevTable(
                sum(r, w, wave, sphere(dimension)), radius, largestWaveNumber, ChebyshevTable.Panels.WIDE);
    }

    /**
     * The transform of V on all of space. A smooth partition of unity cuts it into a ball, of the given scale, and shells
     * around it that double in size. Where V is smooth, the transform of a shell vanishes at wave numbers above some
     * multiple of its inverse size, so that even a long tail costs little.
     */
    static KernelTransform whole(RadialPotential potential, int dimension, double scale, double largestWaveNumber) {
        Extent extent = extent(potential, dimension, scale);
        double edge = scale / 2;
        double first = edge;
        List<Part> parts = new ArrayList<>();
        parts.add(ball(potential, r -> inside(r, first), dimension, scale, largestWaveNumber));
        while (edge / 2 < extent.radius()) {
            double outer = 2 * edge;
            parts.add(shell(potential, extent, dimension, outer, largestWaveNumber));
            edge = outer;
        }
        return new RadialTransform(parts);
    }

    private static Extent extent(RadialPotential potential, int dimension, double scale) {
        double radius = scale;
        double inside = RadialQuadrature.over(potential, RadialQuadrature.OPEN, dimension, radius, 0)
                .absoluteSum();
        for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
            double shell = RadialQuadrature.absoluteIntegral(potential, dimension, radius, 2 * radius);
            if (shell <= NEGLIGIBLE * inside) {
                return new Extent(radius, inside);
            }
            inside += shell;
            radius *= 2;
        }
        throw new IllegalArgumentException("V(r) does not decay fast enough for a periodic box in dimension "
                + dimension + ": its sum over all images does not settle; use boundary: free, or a screened potential");
    }

    /** A smooth step, 1 below half the edge and 0 above twice the edge, to rounding. */
    private static double inside(double r, double edge) {
        double x = 6 / Math.log(2) * Math.log(r / edge);
        return x <= -6 ? 1 : x >= 6 ? 0 : STEP.applyAsDouble(x + 6);
    }

    private static Part ball(
            RadialPotential potential,
            DoubleUnaryOperator window,
            int dimension,
            double radius,
            double largestWaveNumber) {
        RadialQuadrature rule = RadialQuadrature.over(potential, window, dimension, radius, largestWaveNumber);
        DoubleUnaryOperator sum = sum(rule, dimension, radius * largestWaveNumber);
        // On a line there are fewer wave numbers than a table has entries.
        DoubleUnaryOperator transform =
                dimension == 1 ? sum : new ChebyshevTable(sum, radius, largestWaveNumber, ChebyshevTable.Panels.WIDE);
        return new Part(transform, Double.POSITIVE_INFINITY);
    }

    /** The transform of V between two smooth steps, one at the edge and one at half of it. */
    private static Part shell(
            RadialPotential potential, Extent extent, int dimension, double edge, double largestWaveNumber) {
        double end = SHELL_END / edge;
        if (end < largestWaveNumber) {
            ChebyshevTable smooth = shellTable(potential, extent, dimension, edge, end);
            if (IntStream.range(0, 100)
                    .allMatch(i -> Math.abs(smooth.applyAsDouble(end * (1 - 0.002 * i)))
                            <= ROUNDING * sphere(dimension) * extent.integral())) {
                return new Part(smooth, end);
            }
        }
        return new Part(shellTable(potential, extent, dimension, edge, largestWaveNumber), Double.POSITIVE_INFINITY);
    }

    private static ChebyshevTable shellTable(
            RadialPotential potential, Extent extent, int dimension, double edge, double largestWaveNumber) {
        RadialQuadrature rule = RadialQuadrature.between(
                potential,
                r -> inside(r, edge) - inside(r, edge / 2),
                dimension,
                edge / 4,
                2 * edge,
                largestWaveNumber,
                extent.integral());
        DoubleUnaryOperator sum = sum(rule, dimension, 2 * edge * largestWaveNumber);
        return new ChebyshevTable(sum, 2 * edge, largestWaveNumber, ChebyshevTable.Panels.WIDE);
    }

    private static double sphere(int dimension) {
        return dimension == 1 ? 2 : dimension == 2 ? 2 * Math.PI : 4 * Math.PI;
    }

    private static DoubleUnaryOperator sum(RadialQuadrature rule, int dimension, double end) {
        return sum(rule.nodes(), rule.weights(), wave(dimension, end), sphere(dimension));
    }

    private static DoubleUnaryOperator sum(double[] r, double[] w, DoubleUnaryOperator wave, double sphere) {
        return k -> {
            double sum = 0;
            for (int i = 0; i < r.length; i++) {
                sum += w[i] * wave.applyAsDouble(k * r[i]);
            }
            return sphere * sum;
        };
    }

    @Override
    public void prepare(Workers workers) {
        for (Part part : parts) {
            if (part.transform() instanceof ChebyshevTable table) {
                table.prepare(workers);
            }
        }
    }

    @Override
    public double at(double kx, double ky, double kz) {
        double k = Math.sqrt(kx * kx + ky * ky + kz * kz);
        double sum = 0;
        for (Part part : parts) {
            if (k <= part.end()) {
                sum += part.transform().applyAsDouble(k);
            }
        }
        return sum;
    }

    /** sin(x)/x, J₀(x) or cos(x): the average of e^{ik·x} over directions. */
    private static DoubleUnaryOperator wave(int dimension, double end) {
        if (dimension == 1) {
            return Math::cos;
        }
        if (dimension == 3) {
            return x -> x == 0 ? 1 : Math.sin(x) / x;
        }
        return new ChebyshevTable(CylindricalWaves::zeroth, 1, end, ChebyshevTable.Panels.NARROW);
    }
}
