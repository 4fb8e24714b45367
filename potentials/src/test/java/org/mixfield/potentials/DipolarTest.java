package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.BesselJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.formbound.FormBoundCheck;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.QuadrupoleTransform;
import org.mixfield.core.potential.RadialPotential;

class DipolarTest {

    private static final double STRENGTH = 1.7;
    private static final double LARGEST = 30;

    private static PairPotential dipolar(Map<String, Object> more, int axes, Problems problems) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("strength", STRENGTH);
        Settings settings = Settings.of(all, problems);
        settings.axes(axes);
        PairPotential made = new DipolarProvider().create(settings);
        settings.finish();
        return made;
    }

    private static PairPotential dipolar(Map<String, Object> more, int axes) {
        Problems problems = new Problems();
        PairPotential made = dipolar(more, axes, problems);
        problems.throwIfAny();
        return made;
    }

    @Test
    void transformInSpaceIsCosineSquaredLessAThird() {
        KernelTransform transform = dipolar(Map.of(), 3).transform(3, 1, LARGEST);
        assertThat(transform.at(0, 0, 2)).isCloseTo(STRENGTH * 2 / 3, within(1e-15));
        assertThat(transform.at(1, 3, 0)).isCloseTo(-STRENGTH / 3, within(1e-15));
        assertThat(transform.at(3, 0, 3)).isCloseTo(STRENGTH / 6, within(1e-15));
        assertThat(transform.at(0, 0, 0)).isZero();
    }

    @Test
    void theDirectionIsNormalised() {
        assertThat(dipolar(Map.of("direction", List.of(0, 3e100, 4e100)), 3))
                .isEqualTo(dipolar(Map.of("direction", List.of(0, 0.6, 0.8)), 3));
        assertThat(dipolar(Map.of(), 3)).isEqualTo(dipolar(Map.of("direction", List.of(0, 0, 7)), 3));
    }

    /** −3 strength/(4π r³) times (cos²θ − 1/3), by the quadrature for any such function. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 9, 40})
    void truncatedTransformInSpaceAgreesWithQuadrature(double radius) {
        double[] n = {0.6, 0, 0.8};
        KernelTransform closed =
                dipolar(Map.of("direction", List.of(0.6, 0, 0.8)), 3).truncatedTransform(3, radius, LARGEST);
        KernelTransform quadrature = QuadrupoleTransform.truncated(
                RadialPotential.of(r -> -3 * STRENGTH / (4 * Math.PI * r * r * r)), n, radius, LARGEST);
        for (double k = 1e-6; k < LARGEST; k *= 1.2) {
            // Rounding of a sum of thousands of terms.
            assertThat(closed.at(k, 0.2 * k, -0.1 * k))
                    .as("k = %s", k)
                    .isCloseTo(quadrature.at(k, 0.2 * k, -0.1 * k), within(1e-13 * STRENGTH));
        }
    }

    @Test
    void longWavesSeeNothingOfTheCutPotential() {
        KernelTransform transform = dipolar(Map.of(), 3).truncatedTransform(3, 2, LARGEST);
        assertThat(transform.at(0, 0, 0)).isZero();
        // 1 − 3j₁(x)/x = x²/10 − x⁴/280 + …
        for (double k : new double[] {1e-150, 1e-8, 1e-3}) {
            double x = 2 * k;
            assertThat(transform.at(0, 0, k))
                    .isCloseTo(
                            STRENGTH * 2 / 3 * (x * x / 10 - x * x * x * x / 280),
                            within(1e-14 * STRENGTH * x * x + Double.MIN_NORMAL));
        }
    }

    /** The average of the transform in space over k_z with the Gaussian's weight, by the trapezoidal rule. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1, 0.3", "1, 0, 0, 0.3", "0.48, 0.6, 0.64, 1.1", "0.6, 0, 0.8, 0.02"})
    void transformInALayerIsTheAverageOverTheThirdWaveNumber(double nx, double ny, double nz, double l) {
        Map<String, Object> settings = Map.of("direction", List.of(nx, ny, nz), "confinement", l);
        KernelTransform layer = dipolar(settings, 2).transform(2, 1, LARGEST);
        KernelTransform space =
                dipolar(Map.of("direction", List.of(nx, ny, nz)), 3).transform(3, 1, LARGEST);
        for (double k : new double[] {0.05, 0.4, 1, 3, 11, 29}) {
            double kx = 0.6 * k;
            double ky = -0.8 * k;
            double step = Math.min(0.25 / l, k / 8);
            double sum = 0;
            for (int i = -(int) Math.ceil(9 / l / step); i * step < 9 / l; i++) {
                double kz = i * step;
                sum += space.at(kx, ky, kz) * Math.exp(-kz * kz * l * l / 2) * step / (2 * Math.PI);
            }
            // The pole of the integrand at k_z = ik leaves e^{−2πk/step} of the rule, e^{−50}.
            assertThat(layer.at(kx, ky, 0)).isCloseTo(sum, within(1e-13 * STRENGTH / l));
        }
        assertThat(layer.at(0, 0, 0))
                .isCloseTo(STRENGTH / (Math.sqrt(2 * Math.PI) * l) * (nz * nz - 1.0 / 3), within(1e-14 * STRENGTH / l));
    }

    /**
     * V at ρ > 0 as the average over z of the potential in space, integrated over the disc; and the point at 0, which is what
     * the transform over the whole plane has beyond it.
     */
    @ParameterizedTest
    @CsvSource({"0, 0, 1, 0.3, 4", "0, 1, 0, 0.3, 4", "0.48, 0.6, 0.64, 1.1, 0.8", "0.6, 0, 0.8, 0.05, 3"})
    void truncatedTransformInALayerAgreesWithQuadratureInSpace(
            double nx, double ny, double nz, double l, double radius) {
        Map<String, Object> settings = Map.of("direction", List.of(nx, ny, nz), "confinement", l);
        KernelTransform transform = dipolar(settings, 2).truncatedTransform(2, radius, LARGEST);
        double planar = Math.hypot(nx, ny);
        double point = -(3 * nz * nz - 1) / 6 * STRENGTH / (Math.sqrt(2 * Math.PI) * l);
        double[][] rule = graded(radius);
        double[] roundWeights = weighted(rule, rho -> 2 * Math.PI * rho * round(rho, l, nz));
        double[] quadrupoleWeights = weighted(rule, rho -> 2 * Math.PI * rho * quadrupole(rho, l, planar));
        for (double k : new double[] {0, 0.05, 1.3, 7, 28}) {
            double round = sum(rule, roundWeights, rho -> BesselJ.value(0, k * rho));
            double quadrupole = sum(rule, quadrupoleWeights, rho -> BesselJ.value(2, k * rho));
            double kx = 0.6 * k;
            double ky = -0.8 * k;
            double along = planar == 0 || k == 0 ? 0 : (nx * kx + ny * ky) / (planar * k);
            double expected = point + round - (k == 0 ? 0 : quadrupole * (along * along - 0.5));
            // What the quadrature of the test reaches.
            assertThat(transform.at(kx, ky, 0)).as("k = %s", k).isCloseTo(expected, within(1e-11 * STRENGTH / l));
        }
    }

    /** The average over z and directions of g (1 − 3cos²θ)/(4πr³), in a form that is integrable at ρ = 0. */
    private static double round(double rho, double l, double nz) {
        return STRENGTH
                / (4 * Math.PI)
                * (3 * nz * nz - 1)
                / 2
                * averaged(rho, l, (r2, z2) -> (rho * rho - 2 * z2) / (r2 * r2 * Math.sqrt(r2)));
    }

    private static double quadrupole(double rho, double l, double planar) {
        return -3
                * STRENGTH
                / (4 * Math.PI)
                * planar
                * planar
                * averaged(rho, l, (r2, z2) -> rho * rho / (r2 * r2 * Math.sqrt(r2)));
    }

    private interface OfSquares {
        double at(double r2, double z2);
    }

    /** Over e^{−z²/2l²}, by the trapezoidal rule in u with z = ρ sinh u, which is even and falls off doubly exponentially. */
    private static double averaged(double rho, double l, OfSquares function) {
        double step = Math.min(0.05, 0.3 * l / rho); // a third of the Gaussian where that is narrow
        double sum = 0;
        for (int i = 0; ; i++) {
            double z = rho * Math.sinh(i * step);
            double weight = Math.exp(-z * z / (2 * l * l)) / (Math.sqrt(2 * Math.PI) * l);
            double term = weight * function.at(rho * rho + z * z, z * z) * rho * Math.cosh(i * step);
            sum += (i == 0 ? 1 : 2) * term * step;
            if (z > 9 * l && i > 1) {
                return sum;
            }
        }
    }

    /** Nodes and weights of ∫₀ᴿ of a function with a logarithm at 0, on halving panels. */
    private static double[][] graded(double radius) {
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        DoubleStream.Builder nodes = DoubleStream.builder();
        DoubleStream.Builder weights = DoubleStream.builder();
        double upper = radius;
        for (int level = 0; level < 40; level++) {
            int pieces = Math.max(1, 8 >> level);
            for (int i = 0; i < pieces; i++) {
                double a = upper / 2 * (1 + (double) i / pieces);
                double b = upper / 2 * (1 + (i + 1.0) / pieces);
                GaussIntegrator rule = rules.legendre(20, a, b);
                for (int point = 0; point < 20; point++) {
                    nodes.add(rule.getPoint(point));
                    weights.add(rule.getWeight(point));
                }
            }
            upper /= 2;
        }
        return new double[][] {nodes.build().toArray(), weights.build().toArray()};
    }

    private static double[] weighted(double[][] rule, DoubleUnaryOperator function) {
        return IntStream.range(0, rule[0].length)
                .mapToDouble(i -> rule[1][i] * function.applyAsDouble(rule[0][i]))
                .toArray();
    }

    private static double sum(double[][] rule, double[] weights, DoubleUnaryOperator function) {
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] * function.applyAsDouble(rule[0][i]))
                .sum();
    }

    @Test
    void aCutFarAwayLeavesTheWholeTransform() {
        Map<String, Object> settings = Map.of("direction", List.of(0.48, 0.6, 0.64), "confinement", 0.2);
        PairPotential layer = dipolar(settings, 2);
        KernelTransform cut = layer.truncatedTransform(2, 500, 5);
        KernelTransform whole = layer.transform(2, 1, 5);
        for (double k : new double[] {0.3, 1, 2, 4.9}) {
            // The tail ρ^−3 from R on, which oscillates: of order g/(kR)^{3/2}/R.
            assertThat(cut.at(k, 0, 0)).isCloseTo(whole.at(k, 0, 0), within(1e-5));
        }
    }

    @Test
    void confinementBelongsToTwoDimensions() {
        Problems inTwo = new Problems();
        dipolar(Map.of(), 2, inTwo);
        assertThat(inTwo.list()).singleElement().asString().contains("confinement", "missing");
        Problems inThree = new Problems();
        dipolar(Map.of("confinement", 1), 3, inThree);
        assertThat(inThree.list()).singleElement().asString().contains("confinement", "unknown key");
        Problems inOne = new Problems();
        dipolar(Map.of(), 1, inOne);
        assertThat(inOne.list()).singleElement().asString().contains("two or three dimensions");
        PairPotential anywhere = dipolar(Map.of(), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anywhere.truncatedTransform(2, 1, 1))
                .withMessageContaining("confinement");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anywhere.transform(1, 1, 1))
                .withMessageContaining("two or three dimensions");
    }

    @Test
    void aDirectionOfZeroLengthIsRefused() {
        Problems problems = new Problems();
        dipolar(Map.of("direction", List.of(0, 0, 0)), 3, problems);
        assertThat(problems.list()).singleElement().asString().contains("direction", "not all 0");
    }

    @Test
    void theFormBoundIsViolatedWithRatiosThatGrow() {
        List<PairPotential> inALayer = List.of(
                dipolar(Map.of("confinement", 0.3), 2),
                dipolar(Map.of("confinement", 0.3, "direction", List.of(1, 0, 1)), 2));
        inALayer.forEach(potential -> assertGrows(potential, 2));
        assertGrows(dipolar(Map.of(), 3), 3);
        for (int d = 1; d <= 3; d++) {
            assertGrows(new ContactPotential(-2), d);
        }
    }

    /** ∫ V̂ over all wave vectors is V(0): what grows with the cutoff is the point, and a contact can take it away. */
    @Test
    void aContactThatTakesAwayThePointOfALayerLeavesAnInteractionWithABound() {
        PairPotential layer = dipolar(Map.of("confinement", 0.3), 2);
        // g/(√(2π) l) (n_z² − 1/3 − n_z² F(∞)), from Fischer's transform, F(∞) = 1.
        double point = -STRENGTH / (3 * Math.sqrt(2 * Math.PI) * 0.3);
        FormBound bound = FormBoundCheck.of(PotentialSum.of(List.of(layer, new ContactPotential(-point))), 2);
        assertThat(bound).isInstanceOf(FormBound.Computed.class);
        assertGrows(PotentialSum.of(List.of(layer, new ContactPotential(-0.5 * point))), 2);
    }

    /** The interactions of a dipolar gas: a contact cannot make up for what depends on the direction. */
    @Test
    void aContactAndDipolesAreViolatedTogether() {
        for (double strength : new double[] {-3, 1, 100}) {
            assertGrows(PotentialSum.of(List.of(dipolar(Map.of(), 3), new ContactPotential(strength))), 3);
        }
    }

    private static void assertGrows(PairPotential potential, int dimension) {
        FormBound.Witness witness = ((FormBound.Violated) FormBoundCheck.of(potential, dimension)).witness();
        double last = 0;
        for (FormBound.Trial trial : witness.trials()) {
            assertThat(trial.ratio()).isGreaterThan(5 * last).isFinite();
            last = trial.ratio();
        }
    }
}
