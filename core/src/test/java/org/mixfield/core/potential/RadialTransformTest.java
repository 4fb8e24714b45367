package org.mixfield.core.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.run.NumericalException;

/** Transforms of radial potentials by quadrature against their closed forms. */
class RadialTransformTest {

    /** Of ∫|V|, which bounds |V̂|: rounding of a sum of thousands of terms. */
    private static final double ROUNDING = 1e-13;

    private static final double RADIUS = Math.sqrt(3);
    private static final double LARGEST = 180;

    @Test
    void coulombInThreeDimensions() {
        assertTransform(
                RadialPotential.of(r -> 1 / r),
                3,
                RADIUS,
                k -> 8 * Math.PI * Math.pow(k == 0 ? RADIUS / 2 : Math.sin(RADIUS * k / 2) / k, 2),
                2 * Math.PI * RADIUS * RADIUS);
    }

    @Test
    void logarithmInTwoDimensions() {
        double radius = Math.sqrt(2);
        // Vico, Greengard, Ferrando (2016): (1 − J₀(Rk))/k² − R ln R J₁(Rk)/k.
        assertTransform(
                RadialPotential.of(r -> -Math.log(r) / (2 * Math.PI)),
                2,
                radius,
                k -> k == 0
                        ? radius * radius * (1 - 2 * Math.log(radius)) / 4
                        : (1 - BesselJ.value(0, radius * k)) / (k * k)
                                - radius * Math.log(radius) * BesselJ.value(1, radius * k) / k,
                1);
    }

    @Test
    void gaussianInEveryDimension() {
        double range = 0.05;
        for (int d = 1; d <= 3; d++) {
            double mass = Math.pow(2 * Math.PI * range * range, 0.5 * d);
            assertTransform(
                    RadialPotential.of(r -> Math.exp(-r * r / (2 * range * range))),
                    d,
                    RADIUS,
                    k -> mass * Math.exp(-k * k * range * range / 2),
                    mass);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.61803, 0.9999, 1.2345678, 1.7})
    void squareWellInThreeDimensions(double a) {
        assertTransform(RadialPotential.of(r -> r < a ? 1 : 0), 3, RADIUS, k -> ball(a, k), ball(a, 0));
    }

    @Test
    void squareWellInOneAndTwoDimensions() {
        double a = 0.7;
        RadialPotential well = RadialPotential.of(r -> r < a ? 1 : 0);
        assertTransform(well, 1, 1, k -> k == 0 ? 2 * a : 2 * Math.sin(k * a) / k, 2 * a);
        assertTransform(
                well, 2, RADIUS, k -> k == 0 ? Math.PI * a * a : 2 * Math.PI * a * BesselJ.value(1, k * a) / k, 2);
    }

    @Test
    void jumpsAreFoundWhereverTheyAre() {
        // The integral at k = 0 is 4π a³/3; a jump that slips between quadrature nodes would show as 1e-5 of it.
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double a = RADIUS * (0.2 + 0.79 * random.nextDouble());
            assertJump(a);
        }
        for (double gap = 1e-2; gap > 1e-10; gap /= 3) {
            assertJump(RADIUS / 2 * (1 - gap));
            assertJump(RADIUS / 2 * (1 + gap));
            assertJump(RADIUS / 4 * (1 - gap));
            assertJump(RADIUS * (1 - gap));
        }
        assertJump(RADIUS / 2);
    }

    private static void assertJump(double a) {
        KernelTransform transform = RadialPotential.of(r -> r < a ? 1 : 0).truncatedTransform(3, RADIUS, 20);
        assertThat(transform.at(0, 0, 0)).as("well of radius %s", a).isCloseTo(ball(a, 0), within(1e-12 * ball(a, 0)));
    }

    /** 4π (sin ka − ka cos ka)/k³. */
    private static double ball(double a, double k) {
        return k == 0
                ? 4 * Math.PI * a * a * a / 3
                : 4 * Math.PI * (Math.sin(k * a) - k * a * Math.cos(k * a)) / (k * k * k);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.002, 0.0005})
    void narrowFeatureFarFromZero(double width) {
        double place = 1.1;
        // ∫ r sin(kr) over a Gaussian about the place, which is far from 0 in units of its width.
        assertTransform(
                RadialPotential.of(r -> Math.exp(-(r - place) * (r - place) / (2 * width * width))),
                3,
                RADIUS,
                k -> {
                    double shell = 4 * Math.PI * Math.sqrt(2 * Math.PI) * width;
                    return k == 0
                            ? shell * (place * place + width * width)
                            : shell
                                    * Math.exp(-k * k * width * width / 2)
                                    * (place * Math.sin(k * place) / k + width * width * Math.cos(k * place));
                },
                4 * Math.PI * Math.sqrt(2 * Math.PI) * width * place * place);
    }

    /** ∫₀ᴿ r^{d−1−s} dr times the sphere, exact at k = 0, for singularities up to the edge of integrability. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3", "1, 0.5", "1, 0.9", "1, 0.99", "2, 0.5", "2, 1", "2, 1.5", "2, 1.95", "3, 0.5", "3, 1", "3, 2",
        "3, 2.5", "3, 2.9", "3, 2.99"
    })
    void powersIntegrateExactly(int d, double exponent) {
        double sphere = d == 1 ? 2 : d == 2 ? 2 * Math.PI : 4 * Math.PI;
        double exact = sphere * Math.pow(RADIUS, d - exponent) / (d - exponent);
        KernelTransform transform =
                RadialPotential.of(r -> Math.pow(r, -exponent)).truncatedTransform(d, RADIUS, LARGEST);
        // The last exponents leave half of the integral below r = 1e-30: its rounding is amplified by 1/(d − s).
        assertThat(transform.at(0, 0, 0)).isCloseTo(exact, within(1e-14 / (d - exponent) * 10 * exact));
    }

    @Test
    void signOfASingularityIsKept() {
        KernelTransform transform =
                RadialPotential.of(r -> 1 - Math.pow(r, -0.95)).truncatedTransform(1, 1, 10);
        assertThat(transform.at(0, 0, 0)).isCloseTo(2 - 2 / 0.05, within(1e-11));
    }

    @Test
    void wholeTransformOfAYukawaPotential() {
        double screening = 3;
        assertWhole(
                RadialPotential.of(r -> Math.exp(-screening * r) / r),
                3,
                k -> 4 * Math.PI / (k * k + screening * screening));
        assertWhole(
                RadialPotential.of(r -> Math.exp(-screening * r)),
                1,
                k -> 2 * screening / (k * k + screening * screening));
        // 2π ∫ r e^{−μr}/r J₀(kr) dr = 2π/√(k²+μ²).
        assertWhole(
                RadialPotential.of(r -> Math.exp(-screening * r) / r), 2, k -> 2 * Math.PI / Math.hypot(k, screening));
    }

    @Test
    void wholeTransformReachesFarBeyondTheBoxWhereScreeningIsWeak() {
        double screening = 0.02;
        assertWhole(
                RadialPotential.of(r -> Math.exp(-screening * r) / r),
                3,
                k -> 4 * Math.PI / (k * k + screening * screening));
        assertWhole(
                RadialPotential.of(r -> Math.exp(-screening * r) / r), 2, k -> 2 * Math.PI / Math.hypot(k, screening));
    }

    @Test
    void wholeTransformOfAGaussianWiderThanTheBox() {
        double range = 12;
        for (int d = 1; d <= 3; d++) {
            double mass = Math.pow(2 * Math.PI * range * range, 0.5 * d);
            assertWhole(
                    RadialPotential.of(r -> Math.exp(-r * r / (2 * range * range))),
                    d,
                    k -> mass * Math.exp(-k * k * range * range / 2));
        }
    }

    @Test
    void wholeTransformSeesJumpsAndNarrowShellsOutsideTheBox() {
        double a = 4.321;
        assertWhole(RadialPotential.of(r -> r < a ? 1 : 0), 3, k -> ball(a, k));
        double width = 0.01;
        double place = 2.6;
        assertWhole(
                RadialPotential.of(r -> Math.exp(-(r - place) * (r - place) / (2 * width * width))),
                1,
                k -> 2 * Math.sqrt(2 * Math.PI) * width * Math.exp(-k * k * width * width / 2) * Math.cos(k * place));
    }

    @Test
    void wholeTransformOfAPowerLawThatIsSummable() {
        // ∫ e^{ikx}/(1+x²)² dx = π/2 (1+k) e^{−k}; its tail r^{−4} settles near r = 1e6.
        assertWhole(RadialPotential.of(r -> Math.pow(1 + r * r, -2)), 1, k -> Math.PI / 2 * (1 + k) * Math.exp(-k));
    }

    @Test
    void potentialsWithoutAPeriodicSumAreRefused() {
        for (int d = 1; d <= 3; d++) {
            int dimension = d;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RadialPotential.of(r -> r * r).transform(dimension, 1, 50))
                    .withMessageContaining("does not decay");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            RadialPotential.of(r -> 1 / Math.sqrt(r * r + 1)).transform(dimension, 1, 50))
                    .withMessageContaining("does not decay")
                    .withMessageContaining("boundary: free");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadialPotential.of(r -> 1 / r).transform(3, 1, 50));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1.5", "2, 2", "3, 3", "3, 3.5", "3, 12", "3, 20"})
    void singularitiesThatAreNotIntegrableAreRefused(int d, double exponent) {
        RadialPotential potential = RadialPotential.of(r -> Math.pow(r, -exponent));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> potential.truncatedTransform(d, 1, 50))
                .withMessageContaining("not integrable at r = 0 in dimension " + d);
    }

    @Test
    void softenedSingularitiesAreAccepted() {
        double softening = 1e-6;
        KernelTransform transform = RadialPotential.of(r -> 1 / Math.sqrt(r * r + softening * softening))
                .truncatedTransform(1, 1, 50);
        // ∫₀¹ dr/√(r²+a²) = arsinh(1/a).
        double exact = 2 * Math.log(1 / softening + Math.sqrt(1 + 1 / (softening * softening)));
        assertThat(transform.at(0, 0, 0)).isCloseTo(exact, within(1e-13 * exact));
    }

    @Test
    void valuesThatAreNotFiniteAreReportedWithPlaceAndClass() {
        RadialPotential broken = new Broken();
        assertThatThrownBy(() -> broken.truncatedTransform(2, 1, 10))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining(Broken.class.getName())
                .hasMessageContaining("= -Infinity")
                .hasMessageContaining("V(0.");
        assertThatThrownBy(() -> broken.transform(2, 1, 10)).isInstanceOf(NumericalException.class);
    }

    @Test
    void theZeroPotentialVanishesAndTransformsToZero() {
        RadialPotential none = RadialPotential.none();
        assertThat(none.vanishes()).isTrue();
        assertThat(none.formBound(3)).isPresent();
        assertThat(none.truncatedTransform(3, 1, 10).at(1, 2, 3)).isZero();
        assertThat(none.transform(2, 1, 10).at(1, 2, 0)).isZero();
        assertThat(RadialPotential.of(r -> 1).vanishes()).isFalse();
        assertThat(RadialPotential.of(r -> 1).formBound(1)).isEmpty();
    }

    @Test
    void besselFunctionsAreRightFarOut() {
        // The transform of a thin ring in two dimensions is 2π r J₀(kr) times its width; here k r reaches 5000.
        double place = 10;
        double width = 1e-3;
        double largest = 500;
        KernelTransform transform = RadialPotential.of(r -> Math.exp(-Math.pow((r - place) / width, 2) / 2))
                .truncatedTransform(2, 11, largest);
        // The ring's shape by the trapezoidal rule, a fiftieth of its width apart.
        for (double k : new double[] {1, 50, 99.9, 123.45, 499}) {
            double ring = 0;
            for (int i = -400; i <= 400; i++) {
                double t = i / 50.0;
                double r = place + width * t;
                ring += 2 * Math.PI * r * width / 50 * Math.exp(-t * t / 2) * hankel(k * r);
            }
            assertThat(transform.at(k, 0, 0)).isCloseTo(ring, within(1e-12));
        }
    }

    /** J₀ by the trapezoidal rule over its integral, exact to rounding with more points than the argument. */
    private static double hankel(double x) {
        int n = (int) (x + 60 + 12 * Math.cbrt(x));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.cos(x * Math.sin(Math.PI * (i + 0.5) / n));
        }
        return sum / n;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 1", "3, 1", "3, 2.5"})
    void singularPowersTimesAGaussianIntegrateToTheGammaFunction(int d, double exponent) {
        // sphere ∫ r^{d−1−s} e^{−r²} dr = sphere/2 Γ((d−s)/2), over all of space.
        KernelTransform transform = RadialPotential.of(r -> Math.pow(r, -exponent) * Math.exp(-r * r))
                .transform(d, 1, 20);
        double sphere = d == 1 ? 2 : d == 2 ? 2 * Math.PI : 4 * Math.PI;
        double exact = sphere / 2 * Gamma.gamma((d - exponent) / 2);
        assertThat(transform.at(0, 0, 0)).isCloseTo(exact, within(1e-13 * exact));
    }

    @Test
    void aPotentialWithNoiseFailsInsteadOfTakingForEver() {
        RadialPotential coarse = new SinglePrecision();
        assertThatThrownBy(() -> coarse.truncatedTransform(3, 1, 10))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining(SinglePrecision.class.getName())
                .hasMessageContaining("too rough near r = ");
    }

    @Test
    void aPotentialOfAThousandStraightPiecesIsIntegratedExactly() {
        // Teeth between 0 and ½, so the mean is ¼ and the integral over both directions ½.
        RadialPotential zigzag = RadialPotential.of(r -> Math.abs(1000 * r - Math.rint(1000 * r)));
        KernelTransform transform = zigzag.truncatedTransform(1, 1, 10);
        assertThat(transform.at(0, 0, 0)).isCloseTo(0.5, within(1e-13));
    }

    private static void assertTransform(
            RadialPotential potential, int d, double radius, DoubleUnaryOperator exact, double scale) {
        KernelTransform transform = potential.truncatedTransform(d, radius, LARGEST);
        for (int i = 0; i <= 400; i++) {
            double k = LARGEST * i / 400;
            double[] direction = direction(d, i);
            assertThat(transform.at(k * direction[0], k * direction[1], k * direction[2]))
                    .as("at k = %s", k)
                    .isCloseTo(exact.applyAsDouble(k), within(ROUNDING * scale + closedFormRounding(d, k)));
        }
    }

    private static void assertWhole(RadialPotential potential, int d, DoubleUnaryOperator exact) {
        double largest = 60;
        KernelTransform transform = potential.transform(d, RADIUS, largest);
        double scale = Math.abs(exact.applyAsDouble(0));
        for (int i = 0; i <= 200; i++) {
            double k = largest * i / 200;
            assertThat(transform.at(k, 0, 0))
                    .as("dimension %s at k = %s", d, k)
                    .isCloseTo(exact.applyAsDouble(k), within(ROUNDING * scale));
        }
    }

    /** What the closed forms themselves lose: (sin x − x cos x)/k³ cancels at small k. */
    private static double closedFormRounding(int d, double k) {
        return k == 0 ? 0 : 1e-15 * Math.pow(k, -d);
    }

    private static double[] direction(int d, int i) {
        double[] direction = new double[3];
        double sum = 0;
        for (int axis = 0; axis < d; axis++) {
            direction[axis] = Math.cos(1 + i * 7.0 + 3 * axis) + 0.1;
            sum += direction[axis] * direction[axis];
        }
        for (int axis = 0; axis < d; axis++) {
            direction[axis] /= Math.sqrt(sum);
        }
        return direction;
    }

    private static final class SinglePrecision implements RadialPotential {

        @Override
        public double value(double r) {
            return (float) Math.exp(-r);
        }
    }

    private static final class Broken implements RadialPotential {

        @Override
        public double value(double r) {
            return r > 0.3 ? Double.NEGATIVE_INFINITY : 1;
        }
    }
}
