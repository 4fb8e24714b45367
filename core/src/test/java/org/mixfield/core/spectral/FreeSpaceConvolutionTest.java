package org.mixfield.core.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * Convolutions with boundary: free against potentials of a Gaussian density.
 *
 * <p>The density's own sampling limits every one of them: at σ = 0.09 of the box it falls to e^{−31} at the faces, and
 * its transform to e^{−20} at the largest wave number.
 */
class FreeSpaceConvolutionTest {

    /** Of the maximum: what the sampling of the density leaves, measured 6e-13 by Vico, Greengard, Ferrando's method. */
    private static final double TOLERANCE = 1e-11;

    private static final double SIGMA = 0.09;

    private final GaussianDensity ball = new GaussianDensity(3, SIGMA);
    private final GaussianDensity disc = new GaussianDensity(2, SIGMA);
    private final GaussianDensity line = new GaussianDensity(1, SIGMA);
    private final Grid cube = Grid.of(new int[] {32, 32, 32}, new double[] {1, 1, 1});
    private final Grid square = Grid.of(new int[] {40, 40}, new double[] {1, 1});
    private final Grid segment = Grid.of(new int[] {48}, new double[] {1});
    private final RadialPotential coulomb = RadialPotential.of(r -> 1 / r);

    @Test
    void coulombPotentialOfAGaussianIsTheErrorFunction() {
        assertConvolution(cube, coulomb, ball, ball::coulomb, TOLERANCE);
    }

    @Test
    void coulombPotentialOfAnOffCentreDensityMovesWithIt() {
        assertConvolution(cube, coulomb, ball, ball::coulomb, TOLERANCE, 0.031, -0.017, 0.023);
    }

    @Test
    void boxesMayHaveDifferentLengthsAndPoints() {
        Grid box = Grid.of(new int[] {36, 45, 33}, new double[] {1.1, 1.4, 1.0});
        assertConvolution(box, coulomb, ball, ball::coulomb, TOLERANCE, 0.03, 0.2, -0.01);
    }

    @Test
    void closedFormAndQuadratureOfTheTransformGiveTheSamePotential() {
        double[] density = ball.on(cube, 0.02, 0, 0);
        double[] byQuadrature = convolve(cube, coulomb, density, 2);
        double[] byClosedForm = convolve(cube, new ClosedFormCoulomb(), density, 1);
        // Both transforms are exact to rounding; the sum over modes amplifies it by the spread of 1/k².
        assertThat(byQuadrature).containsExactly(byClosedForm, within(1e-13 * max(byClosedForm)));
        assertConvolution(cube, new ClosedFormCoulomb(), ball, ball::coulomb, TOLERANCE);
    }

    @Test
    void coulombSelfEnergyOfAGaussianIsItsClosedForm() {
        double[] density = ball.on(cube);
        double[] potential = convolve(cube, coulomb, density, 1);
        double energy = 0;
        for (int i = 0; i < density.length; i++) {
            energy += 0.5 * density[i] * potential[i] * cube.cellVolume();
        }
        double exact = 1 / (Math.sqrt(2 * Math.PI) * SIGMA);
        assertThat(energy).isCloseTo(exact, within(TOLERANCE * exact));
    }

    @Test
    void gaussianPotentialsConvolveToGaussians() {
        for (double range : new double[] {0.02, 0.3, 5}) {
            RadialPotential potential = RadialPotential.of(r -> -1.5 * Math.exp(-r * r / (2 * range * range)));
            assertConvolution(segment, potential, line, r -> -1.5 * line.gaussian(range, r), TOLERANCE, 0.02);
            assertConvolution(square, potential, disc, r -> -1.5 * disc.gaussian(range, r), TOLERANCE, 0.02, -0.01);
            assertConvolution(cube, potential, ball, r -> -1.5 * ball.gaussian(range, r), TOLERANCE, 0.02, 0, 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.04, 0.3})
    void softCoulombPotentialAgreesWithQuadrature(double softening) {
        DoubleUnaryOperator values = r -> 1 / Math.sqrt(r * r + softening * softening);
        assertConvolution(
                segment, RadialPotential.of(values), line, r -> line.inOneDimension(values, r), TOLERANCE, 0.02);
        Grid coarse = Grid.of(new int[] {36, 36}, new double[] {1, 1});
        assertConvolution(
                coarse,
                RadialPotential.of(values),
                disc,
                r -> disc.softCoulombInTwoDimensions(softening, r),
                1e-10,
                0.02,
                0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 6})
    void yukawaPotentialAgreesWithQuadratureOverSpheres(double screening) {
        assertConvolution(
                cube,
                RadialPotential.of(r -> Math.exp(-screening * r) / r),
                ball,
                r -> ball.yukawa(screening, r),
                TOLERANCE,
                0.02,
                0.01,
                -0.01);
    }

    @Test
    void inverseRootPotentialAgreesWithQuadratureInOneAndThreeDimensions() {
        RadialPotential potential = RadialPotential.of(r -> 1 / Math.sqrt(r));
        assertConvolution(segment, potential, line, line::inverseRootInOneDimension, TOLERANCE, 0.01);
        assertConvolution(cube, potential, ball, ball::inverseRootInThreeDimensions, TOLERANCE, 0.01, 0, 0);
    }

    @Test
    void inverseDistanceInTwoDimensionsIsABesselFunction() {
        assertConvolution(square, coulomb, disc, disc::coulombInTwoDimensions, TOLERANCE, 0.02, -0.02);
    }

    @Test
    void logarithmInTwoDimensionsIsAnExponentialIntegral() {
        RadialPotential potential = RadialPotential.of(r -> -Math.log(r) / (2 * Math.PI));
        assertConvolution(square, potential, disc, disc::logarithm, TOLERANCE, 0.02, -0.02);
    }

    @Test
    void contactPotentialMultipliesTheDensity() {
        double[] density = ball.on(cube, 0.1, 0, 0);
        double[] potential = convolve(cube, new ContactPotential(-2.5), density, 2);
        double[] expected = Arrays.stream(density).map(x -> -2.5 * x).toArray();
        assertThat(potential).containsExactly(expected, within(1e-13 * max(expected)));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        Grid small = Grid.of(new int[] {12, 15, 10}, new double[] {1, 1, 1});
        double[] density = ball.on(small);
        assertThat(convolve(small, coulomb, density, 3)).isEqualTo(convolve(small, coulomb, density, 1));
    }

    @Test
    void potentialMayOverwriteTheDensity() {
        double[] density = disc.on(square);
        double[] expected = convolve(square, coulomb, density, 1);
        try (Workers workers = Workers.of(1)) {
            Convolver convolver = Convolver.create(square, Boundary.FREE, JTransformsProvider.backend(), workers);
            convolver.convolve(convolver.kernel(coulomb), density, density);
        }
        assertThat(density).isEqualTo(expected);
    }

    @Test
    void convolutionIsSymmetric() {
        double[] a = ball.on(cube, 0.1, 0, 0);
        double[] b = ball.on(cube, 0, -0.1, 0.05);
        double[] potentialOfA = convolve(cube, coulomb, a, 1);
        double[] potentialOfB = convolve(cube, coulomb, b, 1);
        double left = 0;
        double right = 0;
        for (int i = 0; i < a.length; i++) {
            left += b[i] * potentialOfA[i];
            right += a[i] * potentialOfB[i];
        }
        // The same numbers summed in another order.
        assertThat(left).isCloseTo(right, within(1e-13 * left));
    }

    @Test
    void aPotentialThatIsNotIntegrableAtZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convolve(segment, coulomb, line.on(segment), 1))
                .withMessageContaining("not integrable")
                .withMessageContaining("dimension 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convolve(square, RadialPotential.of(r -> 1 / (r * r)), disc.on(square), 1))
                .withMessageContaining("not integrable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convolve(cube, RadialPotential.of(r -> Math.pow(r, -3)), ball.on(cube), 1))
                .withMessageContaining("not integrable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convolve(cube, RadialPotential.of(r -> Math.pow(r, -20)), ball.on(cube), 1))
                .withMessageContaining("not integrable");
    }

    @Test
    void aPotentialThatIsNotANumberFailsWithItsClassAndThePlace() {
        assertThatThrownBy(() -> convolve(cube, new BrokenBeyondOneHalf(), ball.on(cube), 1))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining(BrokenBeyondOneHalf.class.getName())
                .hasMessageMatching(".*V\\((0\\.[5-9]|1\\.)\\d*\\) = NaN.*");
    }

    @Test
    void aTransformThatIsNotANumberFailsToo() {
        assertThatThrownBy(() -> convolve(cube, new ContactPotential(Double.NaN), ball.on(cube), 1))
                .isInstanceOf(NumericalException.class);
    }

    @Test
    void memoryNeedsGrowWithGridAndKernels() {
        double one = total(new int[] {32, 32, 32}, Boundary.FREE, 1);
        assertThat(total(new int[] {64, 64, 64}, Boundary.FREE, 1)).isBetween(7 * one, 9 * one);
        assertThat(total(new int[] {32, 32, 32}, Boundary.FREE, 3)).isGreaterThan(one);
        assertThat(total(new int[] {32, 32, 32}, Boundary.PERIODIC, 1)).isLessThan(one / 8);
        // Four spectra of the doubled grid, at 8 bytes a point, are the least there is.
        assertThat(one).isGreaterThan(4 * 8 * 64 * 64 * 64);
    }

    private static double total(int[] points, Boundary boundary, int kernels) {
        return Convolver.memory(
                        Grid.of(points, new double[] {1, 1, 1}), boundary, JTransformsProvider.backend(), kernels)
                .stream()
                .mapToDouble(need -> need.bytes())
                .sum();
    }

    private static void assertConvolution(
            Grid grid,
            PairPotential potential,
            GaussianDensity density,
            DoubleUnaryOperator exact,
            double tolerance,
            double... center) {
        double[] actual = convolve(grid, potential, density.on(grid, center), 2);
        double[] c = Arrays.copyOf(center, 3);
        // Every point in one dimension, every seventh or so in more: quadratures are slow, and no point is special.
        int step = grid.dimension() == 1 ? 1 : grid.dimension() == 2 ? 7 : 131;
        double largest = max(actual);
        grid.forEachPoint((index, x, y, z) -> {
            double r = Math.hypot(Math.hypot(x - c[0], y - c[1]), z - c[2]);
            if (index % step == 0 || r < 0.05) {
                assertThat(actual[index])
                        .as("at r = %s", r)
                        .isCloseTo(exact.applyAsDouble(r), within(tolerance * largest));
            }
        });
    }

    private static double[] convolve(Grid grid, PairPotential potential, double[] density, int count) {
        try (Workers workers = Workers.of(count)) {
            Convolver convolver = Convolver.create(grid, Boundary.FREE, JTransformsProvider.backend(), workers);
            double[] result = new double[grid.size()];
            convolver.convolve(convolver.kernel(potential), density, result);
            return result;
        }
    }

    private static double max(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** 1/r with the transform of its truncation in closed form, 8π (sin(Rk/2)/k)². */
    private static final class ClosedFormCoulomb implements PairPotential {

        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            return (kx, ky, kz) -> {
                double k = Math.sqrt(kx * kx + ky * ky + kz * kz);
                double s = k == 0 ? radius / 2 : Math.sin(radius * k / 2) / k;
                return 8 * Math.PI * s * s;
            };
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            throw new IllegalArgumentException("not periodic");
        }
    }

    private static final class BrokenBeyondOneHalf implements RadialPotential {

        @Override
        public double value(double r) {
            return Math.sqrt(0.5 - r);
        }
    }
}
