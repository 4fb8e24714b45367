package org.mixfield.core.formbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.RadialPotential;

class FormBoundCheckTest {

    private static FormBound.Computed computed(DoubleUnaryOperator v, int dimension) {
        FormBound bound = FormBoundCheck.of(RadialPotential.of(v), dimension);
        assertThat(bound).isInstanceOf(FormBound.Computed.class);
        FormBound.Computed computed = (FormBound.Computed) bound;
        assertThat(computed.upper()).isGreaterThan(computed.lower());
        assertThat(computed.upper() / computed.lower() - 1).isLessThan(1e-6);
        return computed;
    }

    private static void encloses(FormBound.Computed bound, double exact) {
        assertThat(exact).isBetween(bound.lower() * (1 - 1e-9), bound.upper() * (1 + 1e-9));
    }

    /** A square well: q tan(qa) = 1 in one dimension, q cot(qa) = −1 in three, q² = V²/K − 1. */
    @ParameterizedTest
    @CsvSource({"1.0, 2.0", "0.3, 1.0", "5.0, 3.0"})
    void squareWellHasTheConstantOfItsTranscendentalEquation(double radius, double strength) {
        DoubleUnaryOperator well = r -> r < radius ? strength : 0;
        double even = bisect(q -> q * Math.tan(q * radius) - 1, 1e-9, Math.PI / 2 / radius - 1e-9);
        encloses(computed(well, 1), strength * strength / (1 + even * even));
        double wave =
                bisect(q -> q * Math.cos(q * radius) + Math.sin(q * radius), Math.PI / 2 / radius, Math.PI / radius);
        encloses(computed(well, 3), strength * strength / (1 + wave * wave));
    }

    private static double bisect(DoubleUnaryOperator f, double a, double b) {
        double low = a;
        double high = b;
        boolean rising = f.applyAsDouble(b) > 0;
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (f.applyAsDouble(middle) > 0 == rising) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /**
     * V² = r^{−2s} in three dimensions scales to a pure number, the ground state of −Δ − g r^{−1} for s = ½: energy −g²/4, so
     * that −1 is reached at g = 2 and K = ½.
     */
    @Test
    void inverseSquareRootInThreeDimensionsIsHydrogen() {
        encloses(computed(r -> 1 / Math.sqrt(r), 3), 0.5);
        encloses(computed(r -> 3 / Math.sqrt(r), 3), 4.5);
    }

    /** The same in two dimensions: energy −g², K = 1. */
    @Test
    void inverseSquareRootInTwoDimensionsIsPlanarHydrogen() {
        encloses(computed(r -> 1 / Math.sqrt(r), 2), 1);
    }

    /** −φ'' − A sech²(x) φ on a line has the ground-state energy −ν², ν(ν+1) = A: −1 at A = 2, K = λ²/2. */
    @Test
    void sechOnALineIsKnown() {
        encloses(computed(r -> 3 / Math.cosh(r), 1), 4.5);
    }

    /** In three dimensions λ(1/r + bounded) still needs 4λ², and no less. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, -2})
    void screenedInverseDistanceHasHardysConstant(double strength) {
        encloses(computed(r -> strength * Math.exp(-3 * r) / r, 3), 4 * strength * strength);
        encloses(computed(r -> strength / r, 3), 4 * strength * strength);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "1, 1", "1, 5", "2, 0.3", "2, 1", "2, 5", "3, 0.3", "3, 1", "3, 5"})
    void gaussiansLieBetweenATrialFunctionAndTheirSupremum(int dimension, double range) {
        DoubleUnaryOperator v = r -> -2 * Math.exp(-r * r / (2 * range * range));
        FormBound.Computed bound = computed(v, dimension);
        assertThat(bound.upper()).isLessThan(4);
        double best = 0;
        for (double s = 0.05; s < 20; s *= 1.05) {
            best = Math.max(best, new TrialFunctions(new CheckedValues(RadialPotential.of(v)), dimension).ratio(s, 0));
        }
        // A Gaussian is a decent ground state where the range is not short.
        assertThat(bound.lower()).isGreaterThan(best * (1 - 1e-9)).isLessThan(best * 1.6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void softCoulombIsBelowItsSupremum(int dimension) {
        FormBound.Computed bound = computed(r -> 1 / Math.sqrt(r * r + 0.25), dimension);
        assertThat(bound.upper()).isLessThan(4);
    }

    @Test
    void powersBelowTheLimitAreBoundedOnALine() {
        // Trial functions give at least this; the bound must exist though V² is nearly not integrable.
        FormBound.Computed bound = computed(r -> Math.pow(r, -0.4), 1);
        TrialFunctions trials = new TrialFunctions(new CheckedValues(RadialPotential.of(r -> Math.pow(r, -0.4))), 1);
        double best = 0;
        for (double s = 0.05; s < 20; s *= 1.05) {
            best = Math.max(best, trials.ratio(s, 0));
        }
        assertThat(bound.lower()).isGreaterThan(best * (1 - 1e-6)).isLessThan(1.5 * best);
    }

    /** A constant is its own bound: V² = c² ≤ c²(1−Δ), attained by functions that spread out. */
    @Test
    void aConstantIsItsOwnBound() {
        encloses(computed(r -> 1.5, 3), 2.25);
        encloses(computed(r -> 1.5, 1), 2.25);
    }

    @Test
    void scalingThePotentialScalesTheBoundByItsSquare() {
        double one = computed(r -> Math.exp(-r) / (1 + r), 2).upper();
        double seven = computed(r -> 7 * Math.exp(-r) / (1 + r), 2).upper();
        assertThat(seven).isCloseTo(49 * one, within(1e-6 * seven));
    }

    /** Dense eigenproblem of (1−Δ)^{−½}V²(1−Δ)^{−½} in plane waves of a periodic box much larger than the potential. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRandomPotentialOnALineAgreesWithADenseEigenproblem(long seed) {
        java.util.Random random = new java.util.Random(seed);
        double[] a = random.doubles(5, -1, 1).toArray();
        double[] k = random.doubles(5, 0.2, 2).toArray();
        DoubleUnaryOperator v = r -> {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * Math.cos(k[i] * r);
            }
            return sum * Math.exp(-r * r / 8);
        };
        int n = 256;
        double length = 40;
        double[] square = new double[n];
        for (int m = 0; m < n; m++) {
            for (int j = 0; j < 2 * n; j++) {
                double x = (j - n) * length / (2 * n);
                square[m] +=
                        Math.pow(v.applyAsDouble(Math.abs(x)), 2) * Math.cos(2 * Math.PI * m * x / length) / (2 * n);
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double ki = 2 * Math.PI * (i - n / 2) / length;
                double kj = 2 * Math.PI * (j - n / 2) / length;
                matrix[i][j] = square[Math.abs(i - j)] / Math.sqrt((1 + ki * ki) * (1 + kj * kj));
            }
        }
        double exact = java.util.Arrays.stream(
                        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(matrix)).getEigenvalues())
                .max()
                .orElseThrow();
        FormBound.Computed bound = computed(v, 1);
        assertThat(exact).isBetween(bound.lower() * (1 - 1e-7), bound.upper() * (1 + 1e-7));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 2", "1.0, 1", "0.5, 1", "1.2, 3", "1.5, 3", "2.0, 3", "1.3, 2"})
    void powersAboveTheLimitAreViolatedWithAGrowingWitness(double exponent, int dimension) {
        FormBound bound = FormBoundCheck.of(RadialPotential.of(r -> 2 * Math.pow(r, -exponent)), dimension);
        assertThat(bound).isInstanceOf(FormBound.Violated.class);
        grows(((FormBound.Violated) bound).witness());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void potentialsThatGrowAreViolatedInEveryDimension(int dimension) {
        for (DoubleUnaryOperator v : List.<DoubleUnaryOperator>of(r -> r * r, r -> -Math.log(r), r -> Math.sqrt(r))) {
            FormBound bound = FormBoundCheck.of(RadialPotential.of(v), dimension);
            assertThat(bound).isInstanceOf(FormBound.Violated.class);
            grows(((FormBound.Violated) bound).witness());
        }
    }

    private static void grows(FormBound.Witness witness) {
        List<FormBound.Trial> trials = witness.trials();
        assertThat(trials).hasSizeGreaterThanOrEqualTo(4);
        for (int i = 1; i < trials.size(); i++) {
            assertThat(trials.get(i).ratio()).isGreaterThan(trials.get(i - 1).ratio());
        }
        assertThat(trials.get(trials.size() - 1).ratio())
                .isGreaterThan(1.4 * trials.get(1).ratio());
    }

    /** ⟨V²⟩ of a Gaussian in a Gaussian: (1 + 2s²/range²)^{−d/2} for V = e^{−r²/(2 range²)}, by hand. */
    @Test
    void trialRatioOfAGaussianIsInClosedForm() {
        for (int d = 1; d <= 3; d++) {
            TrialFunctions trials =
                    new TrialFunctions(new CheckedValues(RadialPotential.of(r -> Math.exp(-r * r / 2))), d);
            double s = 0.8;
            double exact = Math.pow(1 + s * s, -0.5 * d) / (1 + d / (2 * s * s));
            assertThat(trials.ratio(s, 0)).isCloseTo(exact, within(1e-12));
        }
    }

    /** An anisotropic Gaussian as a third party would write it. */
    private record Ellipsoid(double a, double b, double c) implements AnisotropicPotential {
        @Override
        public double value(double x, double y, double z) {
            return 2 * Math.exp(-0.5 * (x * x / (a * a) + y * y / (b * b) + z * z / (c * c)));
        }

        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            throw new UnsupportedOperationException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSphereOnTheGridHasTheBoundOfTheRadialEquation(int dimension) {
        FormBound.Computed grid = (FormBound.Computed) FormBoundCheck.of(new Ellipsoid(1.2, 1.2, 1.2), dimension);
        FormBound.Computed radial = computed(r -> 2 * Math.exp(-r * r / 2.88), dimension);
        assertThat(grid.upper() / grid.lower() - 1).isLessThan(1e-6);
        assertThat(grid.lower()).isLessThanOrEqualTo(radial.upper());
        assertThat(grid.upper()).isGreaterThanOrEqualTo(radial.lower());
    }

    /** V² grows with the half-axes, and with it the least K. */
    @Test
    void anEllipsoidLiesBetweenTheSpheresInsideAndAroundIt() {
        FormBound.Computed between = (FormBound.Computed) FormBoundCheck.of(new Ellipsoid(1, 1.5, 1), 2);
        assertThat(between.lower())
                .isGreaterThan(computed(r -> 2 * Math.exp(-r * r / 2), 2).upper());
        assertThat(between.upper())
                .isLessThan(computed(r -> 2 * Math.exp(-r * r / 4.5), 2).lower());
        assertThat(between.upper() / between.lower() - 1).isLessThan(1e-6);
    }

    /** Too narrow for any grid, on the points of which it looks wide. */
    @Test
    void boundsHoldWhereTheGridDoesNotSettle() {
        FormBound.Computed grid = (FormBound.Computed) FormBoundCheck.of(new Ellipsoid(0.03, 0.03, 0.03), 3);
        FormBound.Computed radial = computed(r -> 2 * Math.exp(-r * r / 0.0018), 3);
        assertThat(grid.upper()).isGreaterThanOrEqualTo(radial.lower());
        // A Gaussian is a decent trial function for a Gaussian.
        assertThat(grid.lower()).isBetween(0.4 * radial.upper(), radial.upper());
    }

    /** Wide, so that the grid settles to a few digits. */
    @Test
    void boundsHoldWhereTheGridNearlySettles() {
        FormBound.Computed grid = (FormBound.Computed) FormBoundCheck.of(new Ellipsoid(3, 3, 3), 3);
        FormBound.Computed radial = computed(r -> 2 * Math.exp(-r * r / 18), 3);
        assertThat(grid.lower()).isLessThanOrEqualTo(radial.upper());
        assertThat(grid.upper()).isGreaterThanOrEqualTo(radial.lower());
        assertThat(grid.upper() / grid.lower() - 1).isLessThan(0.01);
    }
}
