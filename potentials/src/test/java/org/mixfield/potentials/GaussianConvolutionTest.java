package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.JTransformsProvider;

/**
 * Every potential convolved with a Gaussian density (πσ²)<sup>−d/2</sup> e<sup>−|x−c|²/σ²</sup> on a grid, against
 * quadrature that shares nothing with it.
 *
 * <p>The density is smooth, so that even the convolution with a potential that jumps is, and the error falls faster than
 * every power of h: what is left is the density's own transform at the largest wave number, e<sup>−(πσ/2h)²</sup>.
 */
class GaussianConvolutionTest {

    /** Of the largest value, for potentials that are smooth, singular or jump alike; 1e-13 where this was written. */
    private static final double TOLERANCE = 1e-11;

    private static final double LENGTH = 6;
    private static final double SIGMA = 0.5;
    private static final double[] CENTER = {0.11, -0.07, 0.05};
    private static final int[] POINTS = {64, 48, 40};

    @TempDir
    private static Path folder;

    static Stream<Arguments> potentials() throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i <= 60; i++) {
            double r = 0.2 * i;
            table.append(r).append(',').append(Math.exp(-r) * Math.cos(r)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("v.csv"), table);
        List<Map<String, ?>> everywhere = List.of(
                Map.of("type", "gaussian", "strength", -1.5, "range", 0.3),
                Map.of("type", "soft-coulomb", "strength", 1, "softening", 0.2),
                Map.of("type", "soft-yukawa", "strength", 1, "screening", 0.7, "softening", 0.2),
                Map.of("type", "power", "strength", 1, "exponent", 0.4),
                Map.of("type", "power", "strength", 1, "exponent", -1.5),
                Map.of("type", "square-well", "strength", 2, "radius", 0.9),
                Map.of("type", "harmonic", "stiffness", 0.4),
                Map.of("type", "table", "file", file.toString()),
                Map.of("type", "formula", "expression", "exp(-r)/sqrt(r) - abs(cos(2*r))"),
                Map.of(
                        "type",
                        "sum",
                        "of",
                        List.of(
                                Map.of("type", "square-well", "strength", 2, "radius", 0.9),
                                Map.of("type", "gaussian", "strength", -1.5, "range", 0.3))));
        List<Map<String, ?>> inMore = List.of(
                Map.of("type", "coulomb", "strength", -2),
                Map.of("type", "yukawa", "strength", 2, "screening", 0.7),
                Map.of("type", "power", "strength", 1, "exponent", 1.3));
        return Stream.concat(
                IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(d -> everywhere.stream().map(settings -> Arguments.of(settings, d))),
                IntStream.rangeClosed(2, 3)
                        .boxed()
                        .flatMap(d -> inMore.stream().map(settings -> Arguments.of(settings, d))));
    }

    private static PairPotential potential(Map<String, ?> settings, int dimension) {
        Problems problems = new Problems();
        Settings view = Settings.of(settings, problems);
        view.axes(dimension);
        PairPotential made = ProviderRegistry.load(
                        "potential", PotentialProvider.class, GaussianConvolutionTest.class.getClassLoader())
                .create(view, PotentialProvider::create)
                .orElse(RadialPotential.none());
        problems.throwIfAny();
        return made;
    }

    @ParameterizedTest
    @MethodSource("potentials")
    void radialPotentialsAgreeWithQuadrature(Map<String, ?> settings, int dimension) {
        RadialPotential potential = (RadialPotential) potential(settings, dimension);
        double error = error(
                potential, dimension, POINTS[dimension - 1], x -> radial(potential, dimension, distance(x, dimension)));
        assertThat(error).isLessThan(TOLERANCE);
    }

    /** Spectral, as for any other V: 3e-5, 8e-10 and rounding at 1.7, 2.5 and 3.8 points per σ. No order in h bounds it. */
    @Test
    void theErrorForAPotentialThatJumpsFallsFasterThanTheTwentiethPowerOfTheSpacing() {
        RadialPotential well = new SquareWellProvider.SquareWell(2, 0.9);
        double[] errors = IntStream.of(20, 30, 45)
                .mapToDouble(n -> error(well, 2, n, x -> radial(well, 2, distance(x, 2))))
                .toArray();
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(1.5)).isGreaterThan(20);
        assertThat(Math.log(errors[1] / errors[2]) / Math.log(1.5)).isGreaterThan(20);
    }

    @Test
    void contactMultipliesTheDensity() {
        for (int d = 1; d <= 3; d++) {
            int dimension = d;
            PairPotential contact = potential(Map.of("type", "contact", "strength", -2), d);
            double error = error(contact, d, POINTS[d - 1], x -> -2 * density(distance(x, dimension), dimension));
            assertThat(error).isLessThan(1e-13);
        }
    }

    /** −(g/4π) (n·∇)² erf(r/σ)/r − g ρ/3. */
    @Test
    void dipolesInSpaceAreSecondDerivativesOfTheErrorFunction() {
        double[] n = {0.48, 0.6, 0.64};
        PairPotential dipolar =
                potential(Map.of("type", "dipolar", "strength", 2, "direction", List.of(0.48, 0.6, 0.64)), 3);
        double error = error(dipolar, 3, 40, x -> {
            double r = distance(x, 3);
            double along = 0;
            for (int i = 0; i < 3; i++) {
                along += n[i] * (x[i] - CENTER[i]);
            }
            double bell = 2 / (Math.sqrt(Math.PI) * SIGMA) * Math.exp(-r * r / (SIGMA * SIGMA));
            // With φ = erf(r/σ)/r: φ'/r and φ'' − φ'/r.
            double slope = (bell - Erf.erf(r / SIGMA) / r) / (r * r);
            double bend = -3 * slope - 2 * bell / (SIGMA * SIGMA);
            double second = slope + bend * along * along / (r * r);
            return -2 / (4 * Math.PI) * second - 2.0 / 3 * density(r, 3);
        });
        assertThat(error).isLessThan(TOLERANCE);
    }

    /**
     * The potential in space of the density spread by e^{−z²/2l²}, in the plane z = 0: with 1/r = 2/√π ∫ e^{−u²r²} du all
     * Gaussians convolve in closed form, and one integral is left.
     */
    @ParameterizedTest
    @MethodSource("directions")
    void dipolesInALayerAgreeWithTheirPotentialInSpace(List<Double> n, double l) {
        double g = 2;
        PairPotential dipolar =
                potential(Map.of("type", "dipolar", "strength", g, "direction", n, "confinement", l), 2);
        double error = error(dipolar, 2, POINTS[1], x -> {
            double rho = distance(x, 2);
            double along = n.get(0) * (x[0] - CENTER[0]) + n.get(1) * (x[1] - CENTER[1]);
            double planar = n.get(0) * n.get(0) + n.get(1) * n.get(1);
            double second = substituted(u -> {
                double a = 1 + u * u * SIGMA * SIGMA;
                double b = 1 + 2 * u * u * l * l;
                double value = 2 / Math.sqrt(Math.PI) / (a * Math.sqrt(b)) * Math.exp(-u * u * rho * rho / a);
                double p = 2 * u * u / a;
                return value * (p * p * along * along - p * planar - n.get(2) * n.get(2) * 2 * u * u / b);
            });
            return -g / (4 * Math.PI) * second - g / 3 * density(rho, 2) / (Math.sqrt(2 * Math.PI) * l);
        });
        assertThat(error).isLessThan(TOLERANCE);
    }

    static Stream<Arguments> directions() {
        return Stream.of(
                Arguments.of(List.of(0.0, 0.0, 1.0), 0.3),
                Arguments.of(List.of(1.0, 0.0, 0.0), 0.3),
                Arguments.of(List.of(0.48, 0.6, 0.64), 0.04),
                Arguments.of(List.of(0.0, 0.8, 0.6), 3.0));
    }

    /** ∫₀^∞ by the trapezoidal rule in u = e^{t − e^{−t}}, which is analytic and falls off at both ends. */
    private static double substituted(java.util.function.DoubleUnaryOperator function) {
        double step = 0.01;
        double sum = 0;
        for (int i = -500; i <= 2500; i++) {
            double t = i * step;
            double u = Math.exp(t - Math.exp(-t));
            sum += function.applyAsDouble(u) * u * (1 + Math.exp(-t)) * step;
        }
        return sum;
    }

    private interface Exact {
        double at(double[] x);
    }

    /** The largest difference, relative to the largest value. */
    private static double error(PairPotential potential, int dimension, int points, Exact exact) {
        int[] shape = new int[dimension];
        double[] length = new double[dimension];
        Arrays.fill(shape, points);
        Arrays.fill(length, LENGTH);
        Grid grid = Grid.of(shape, length);
        double[] values = new double[grid.size()];
        grid.forEachPoint((index, x, y, z) ->
                values[index] = density(distance(new double[] {x, y, z}, dimension), dimension));
        try (Workers workers = Workers.of(2)) {
            Convolver convolver = Convolver.create(grid, Boundary.FREE, JTransformsProvider.backend(), workers);
            convolver.convolve(convolver.kernel(potential), values, values);
        }
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        double[] error = new double[1];
        int step = Math.max(1, grid.size() / 40);
        grid.forEachPoint((index, x, y, z) -> {
            double[] at = {x, y, z};
            if (index % step == 0 || distance(at, dimension) < 0.1) {
                error[0] = Math.max(error[0], Math.abs(values[index] - exact.at(at)));
            }
        });
        return error[0] / largest;
    }

    private static double distance(double[] x, int dimension) {
        double square = 0;
        for (int i = 0; i < dimension; i++) {
            square += (x[i] - CENTER[i]) * (x[i] - CENTER[i]);
        }
        return Math.sqrt(square);
    }

    private static double density(double r, int dimension) {
        return Math.pow(Math.PI * SIGMA * SIGMA, -0.5 * dimension) * Math.exp(-r * r / (SIGMA * SIGMA));
    }

    /** ∫ V(t) w(t) dt, w the density's average over the sphere of radius t about the point, times its area. */
    private static double radial(RadialPotential potential, int dimension, double r) {
        double end = r + 7 * SIGMA;
        double[] breaks = new double[1000];
        int count = 0;
        // Kinks of abs(cos(2r)) too; what is no break does no harm.
        for (double at : potential.breakPoints()) {
            breaks[count++] = at;
        }
        for (int i = 0; i < 8; i++) {
            breaks[count++] = Math.PI / 4 * (2 * i + 1);
        }
        for (double at = 0.25; at < 20; at += 0.25) {
            breaks[count++] = at;
        }
        for (double at = 0.125; at > 1e-26; at /= 2) {
            breaks[count++] = at;
        }
        double[] sorted =
                Arrays.stream(breaks, 0, count).filter(at -> at < end).sorted().toArray();
        // Those that were found twice, to rounding, once.
        double[] edges = IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] > sorted[i - 1] * (1 + 1e-12))
                .mapToDouble(i -> sorted[i])
                .toArray();
        double sum = 0;
        for (int i = 0; i <= edges.length; i++) {
            double a = i == 0 ? 0 : edges[i - 1];
            double b = i == edges.length ? end : edges[i];
            sum += b > a ? RULES.legendre(24, a, b).integrate(t -> potential.value(t) * sphere(t, r, dimension)) : 0;
        }
        return sum;
    }

    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    private static double sphere(double t, double r, int dimension) {
        double square = SIGMA * SIGMA;
        double near = Math.exp(-(r - t) * (r - t) / square);
        double far = Math.exp(-(r + t) * (r + t) / square);
        double x = 2 * r * t / square;
        return switch (dimension) {
            case 1 -> (near + far) / (Math.sqrt(Math.PI) * SIGMA);
            case 2 -> 2 * t / square * near * scaledBessel(x);
            // sinh(x)/x e^{−x}, with its limit.
            default ->
                4
                        * Math.PI
                        * t
                        * t
                        * Math.pow(Math.PI * square, -1.5)
                        * near
                        * (x < 1e-8 ? Math.exp(-x) : (1 - Math.exp(-2 * x)) / (2 * x));
        };
    }

    /** e^{−x} I₀(x), by the trapezoidal rule over its integral. */
    private static double scaledBessel(double x) {
        int n = 40 + (int) (8 * Math.sqrt(x));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(x * (Math.cos(2 * Math.PI * i / n) - 1)) / n;
        }
        return sum;
    }

    @Test
    void everyPotentialIsAmongThem() throws IOException {
        Map<String, Boolean> seen = new HashMap<>();
        potentials()
                .forEach(arguments ->
                        seen.put(((Map<?, ?>) arguments.get()[0]).get("type").toString(), true));
        seen.put("contact", true);
        seen.put("dipolar", true);
        seen.put("none", true);
        assertThat(seen.keySet())
                .containsAll(ProviderRegistry.load(
                                "potential", PotentialProvider.class, GaussianConvolutionTest.class.getClassLoader())
                        .names());
    }
}
