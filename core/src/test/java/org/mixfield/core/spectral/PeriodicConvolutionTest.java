package org.mixfield.core.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.Workers;

/** Convolutions with boundary: periodic against the potentials of a Gaussian density and of all its images. */
class PeriodicConvolutionTest {

    /** Of the maximum: what the sampling of the density leaves, see {@link FreeSpaceConvolutionTest}. */
    private static final double TOLERANCE = 1e-11;

    private static final double SIGMA = 0.09;

    private final GaussianDensity ball = new GaussianDensity(3, SIGMA);
    private final GaussianDensity disc = new GaussianDensity(2, SIGMA);
    private final GaussianDensity line = new GaussianDensity(1, SIGMA);
    private final Grid box = Grid.of(new int[] {32, 35, 32}, new double[] {1, 1.1, 1});
    private final Grid square = Grid.of(new int[] {40, 36}, new double[] {1, 0.9});
    private final Grid segment = Grid.of(new int[] {49}, new double[] {1});

    @Test
    void yukawaPotentialIsTheSumOverImages() {
        // The fourth neighbours contribute e^{−14·3.5} = 5e-22.
        double screening = 14;
        assertPeriodic(
                box, RadialPotential.of(r -> Math.exp(-screening * r) / r), ball, r -> ball.yukawa(screening, r), 3);
    }

    @Test
    void gaussianPotentialIsTheSumOverImages() {
        double range = 0.25;
        RadialPotential gaussian = RadialPotential.of(r -> 2 * Math.exp(-r * r / (2 * range * range)));
        assertPeriodic(segment, gaussian, line, r -> 2 * line.gaussian(range, r), 4);
        assertPeriodic(square, gaussian, disc, r -> 2 * disc.gaussian(range, r), 4);
        assertPeriodic(box, gaussian, ball, r -> 2 * ball.gaussian(range, r), 3);
    }

    @Test
    void rangesBeyondTheBoxReachManyImages() {
        double range = 3;
        RadialPotential gaussian = RadialPotential.of(r -> Math.exp(-r * r / (2 * range * range)));
        assertPeriodic(segment, gaussian, line, r -> line.gaussian(range, r), 40);
        // Poisson: the mean over the box is the integral, 2π·range² over the area 0.9; the rest is below e^{−170}.
        double[] potential = convolve(square, gaussian, disc.on(square));
        double mean = 2 * Math.PI * range * range / 0.9;
        assertThat(potential).containsExactly(constant(potential.length, mean), within(TOLERANCE * mean));
    }

    @Test
    void softYukawaPotentialIsTheSumOverImages() {
        double screening = 5;
        double softening = 0.1;
        DoubleUnaryOperator values = r -> Math.exp(-screening * r) / Math.sqrt(r * r + softening * softening);
        assertPeriodic(segment, RadialPotential.of(values), line, r -> line.inOneDimension(values, r), 8);
    }

    @Test
    void contactPotentialMultipliesTheDensity() {
        double[] density = ball.on(box, 0.3, 0.2, 0.1);
        double[] potential = convolve(box, new ContactPotential(-2.5), density);
        double[] expected = Arrays.stream(density).map(x -> -2.5 * x).toArray();
        double largest = Arrays.stream(density).max().orElseThrow();
        assertThat(potential).containsExactly(expected, within(1e-13 * largest));
    }

    @Test
    void aConstantDensityFeelsTheIntegralOfThePotential() {
        double[] density = new double[box.size()];
        Arrays.fill(density, 1);
        double[] potential = convolve(box, RadialPotential.of(r -> Math.exp(-3 * r) / r), density);
        // ∫ e^{−μr}/r over R³ = 4π/μ².
        double exact = 4 * Math.PI / 9;
        assertThat(potential).containsExactly(constant(potential.length, exact), within(1e-12));
    }

    @Test
    void unscreenedPotentialsAreRefusedWithWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convolve(box, RadialPotential.of(r -> 1 / r), ball.on(box)))
                .withMessageContaining("does not decay fast enough")
                .withMessageContaining("boundary: free");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> convolve(segment, RadialPotential.of(r -> r * r), line.on(segment)))
                .withMessageContaining("does not decay fast enough");
    }

    private static double[] constant(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    private static void assertPeriodic(
            Grid grid, RadialPotential potential, GaussianDensity density, DoubleUnaryOperator one, int images) {
        int d = grid.dimension();
        double[] actual = convolve(grid, potential, density.on(grid));
        double largest = Arrays.stream(actual).map(Math::abs).max().orElseThrow();
        int[] reach = {images, d > 1 ? images : 0, d > 2 ? images : 0};
        double[] length = Arrays.copyOf(grid.lengths(), 3);
        int step = d == 1 ? 1 : d == 2 ? 53 : 1511;
        grid.forEachPoint((index, x, y, z) -> {
            if (index % step != 0) {
                return;
            }
            double sum = 0;
            for (int a = -reach[0]; a <= reach[0]; a++) {
                for (int b = -reach[1]; b <= reach[1]; b++) {
                    for (int c = -reach[2]; c <= reach[2]; c++) {
                        double dx = x + a * length[0];
                        double dy = y + b * length[1];
                        double dz = z + c * length[2];
                        double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
                        // Beyond that radius the next images are missing; both are negligible there.
                        if (r <= images * 1.1 + 0.5) {
                            sum += one.applyAsDouble(r);
                        }
                    }
                }
            }
            assertThat(actual[index]).as("at %s, %s, %s", x, y, z).isCloseTo(sum, within(TOLERANCE * largest));
        });
    }

    private static double[] convolve(Grid grid, PairPotential potential, double[] density) {
        try (Workers workers = Workers.of(2)) {
            Convolver convolver = Convolver.create(grid, Boundary.PERIODIC, JTransformsProvider.backend(), workers);
            assertThat(convolver.boundary()).isEqualTo(Boundary.PERIODIC);
            assertThat(convolver.grid()).isEqualTo(grid);
            double[] result = new double[grid.size()];
            convolver.convolve(convolver.kernel(potential), density, result);
            return result;
        }
    }
}
