package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.hipparchus.special.BesselJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Settings;
import org.mixfield.core.formbound.FormBoundCheck;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/** What every pair potential must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class PotentialContract extends ProviderContract<PotentialProvider> {

    private static final double RADIUS = 6;
    private static final double LARGEST_WAVE_NUMBER = 12;
    private static final double[] WAVE_NUMBERS = {0.1, 1, 5, 11.5};

    /** Widths of the Gaussian trial functions, from a thousandth of the unit of length to a hundred of it. */
    private static final double[] WIDTHS = {1e-3, 0.01, 0.1, 0.3, 1, 3, 10, 100};

    /** Settings it accepts, without {@code type}. */
    @Override
    protected abstract Map<String, Object> settings();

    /** How well the transform must agree with plain quadrature, relative to ∫|V|: larger for a V that is not smooth. */
    protected double transformTolerance() {
        return 1e-11;
    }

    /**
     * The bound that is compared with trial functions: that of the potential, proven or computed.
     *
     * @throws IllegalArgumentException where it cannot be computed
     */
    protected FormBound formBound(PairPotential potential, int dimension) {
        return FormBoundCheck.of(potential, dimension);
    }

    @Override
    final PairPotential create(PotentialProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private PairPotential potential() {
        return (PairPotential) created();
    }

    private RadialPotential radial() {
        PairPotential potential = potential();
        assumeTrue(potential instanceof RadialPotential, "a potential that is not radial has no V(r)");
        return (RadialPotential) potential;
    }

    private static double[] distances(RadialPotential potential) {
        return DoubleStream.iterate(1e-8, r -> r < Math.min(1e3, potential.reach()), r -> r * 1.37)
                .toArray();
    }

    /** The transform cut at a radius; empty where V is not integrable, or not defined, in this dimension. */
    private static Optional<KernelTransform> transform(PairPotential potential, int dimension) {
        double reach = potential instanceof RadialPotential radial ? radial.reach() : RADIUS;
        try {
            return Optional.of(potential.truncatedTransform(dimension, Math.min(RADIUS, reach), LARGEST_WAVE_NUMBER));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // ---- values

    @Test
    void valuesAreFinite() {
        RadialPotential potential = radial();
        for (double r : distances(potential)) {
            assertThat(potential.value(r)).as("V(%s)", r).isFinite();
        }
    }

    @Test
    void valuesAreTheSameAgainAndOnEveryThread() {
        RadialPotential potential = radial();
        double[] r = distances(potential);
        double[] once = DoubleStream.of(r).map(potential::value).toArray();
        IntStream.range(0, 64)
                .parallel()
                .forEach(repeat -> assertThat(
                                DoubleStream.of(r).map(potential::value).toArray())
                        .containsExactly(once));
    }

    @Test
    void equalSettingsGiveTheSameValues() {
        RadialPotential one = radial();
        RadialPotential other = radial();
        for (double r : distances(one)) {
            assertThat(other.value(r)).as("V(%s)", r).isEqualTo(one.value(r));
        }
    }

    /** V(x) = V(−x), finite, and the same again. */
    @Test
    void anAnisotropicPotentialIsEven() {
        PairPotential potential = potential();
        assumeTrue(potential instanceof AnisotropicPotential, "only anisotropic potentials have a V(x, y, z)");
        AnisotropicPotential anisotropic = (AnisotropicPotential) potential;
        for (double r : new double[] {1e-6, 0.1, 1.3, 20}) {
            for (int i = 0; i < 20; i++) {
                double x = r * Math.sin(i);
                double y = r * Math.cos(1.7 * i);
                double z = r * Math.sin(2.3 * i + 1);
                double value = anisotropic.value(x, y, z);
                assertThat(value).isFinite().isEqualTo(anisotropic.value(x, y, z));
                // Rounding of a formula of a few terms.
                assertThat(anisotropic.value(-x, -y, -z)).isCloseTo(value, within(1e-13 * Math.abs(value)));
            }
        }
    }

    // ---- transform

    @Test
    void itHasATransformInSomeDimension() {
        PairPotential potential = potential();
        assertThat(IntStream.rangeClosed(1, 3)
                        .anyMatch(d -> transform(potential, d).isPresent()))
                .isTrue();
    }

    /** V(x) = V(−x), seen from the wave vectors. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void transformIsFiniteAndEven(int dimension) {
        transform(potential(), dimension).ifPresent(transform -> {
            for (int i = 0; i < 20; i++) {
                double x = 3 * Math.sin(i);
                double y = dimension > 1 ? 4 * Math.cos(1.7 * i) : 0;
                double z = dimension > 2 ? 2 * Math.sin(2.3 * i + 1) : 0;
                assertThat(transform.at(x, y, z)).isFinite().isEqualTo(transform.at(-x, -y, -z));
            }
            assertThat(transform.at(0, 0, 0)).isFinite();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void transformIsTheSameOnEveryThread(int dimension) {
        PairPotential potential = potential();
        transform(potential, dimension).ifPresent(once -> {
            KernelTransform again = transform(potential, dimension).orElseThrow();
            IntStream.range(0, 64).parallel().forEach(i -> {
                double k = LARGEST_WAVE_NUMBER * (i % 8) / 8.0;
                assertThat(again.at(k, 0, 0)).isEqualTo(once.at(k, 0, 0));
            });
        });
    }

    /** ∫ V(x) e^{−ik·x} dx over |x| ≤ R: 2cos(kr), 2πr J₀(kr) and 4πr² sin(kr)/(kr) against V(r). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void transformIsTheIntegralOfTheValues(int dimension) {
        RadialPotential potential = radial();
        double radius = Math.min(RADIUS, potential.reach());
        GradedQuadrature.Integrals expected = GradedQuadrature.of(
                r -> {
                    double[] values = new double[WAVE_NUMBERS.length + 1];
                    double density = sphere(dimension) * Math.pow(r, dimension - 1) * potential.value(r);
                    values[0] = density;
                    for (int i = 0; i < WAVE_NUMBERS.length; i++) {
                        values[i + 1] = density * wave(dimension, WAVE_NUMBERS[i] * r);
                    }
                    return values;
                },
                radius);
        Optional<KernelTransform> transform = transform(potential, dimension);
        assertThat(transform.isPresent())
                .as("V is integrable in dimension %s: %s", dimension, expected.converges())
                .isEqualTo(expected.converges());
        transform.ifPresent(found -> {
            for (int i = 0; i < WAVE_NUMBERS.length; i++) {
                assertThat(found.at(WAVE_NUMBERS[i], 0, 0))
                        .as("transform at k = %s in dimension %s", WAVE_NUMBERS[i], dimension)
                        .isCloseTo(expected.integrals()[i + 1], within(transformTolerance() * expected.absolute()[0]));
            }
        });
    }

    private static double sphere(int dimension) {
        return dimension == 1 ? 2 : dimension == 2 ? 2 * Math.PI : 4 * Math.PI;
    }

    private static double wave(int dimension, double kr) {
        if (dimension == 1) {
            return Math.cos(kr);
        }
        // Below this Hipparchus gives up on J₀, and 1 − (kr)²/4 and 1 − (kr)²/6 are 1 in double precision.
        if (kr < 1e-8) {
            return 1;
        }
        return dimension == 2 ? BesselJ.value(0, kr) : Math.sin(kr) / kr;
    }

    // ---- form bound

    /**
     * ⟨V²⟩/⟨1−Δ⟩ of Gaussians of many widths w, with ⟨−Δ⟩ = d/(2w²): none is above the bound, and where ⟨V²⟩ diverges
     * there is none.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noGaussianExceedsTheFormBound(int dimension) {
        PairPotential potential = potential();
        FormBound bound;
        try {
            bound = formBound(potential, dimension);
        } catch (IllegalArgumentException e) {
            assumeTrue(false, "no bound: " + e.getMessage());
            return;
        }
        if (bound instanceof FormBound.Violated violated) {
            assertGrows(violated.witness());
            return;
        }
        double upper = upper(bound);
        assertThat(upper).isFinite().isNotNegative();
        if (potential instanceof RadialPotential radial) {
            for (double width : WIDTHS) {
                double ratio = ratio(radial, dimension, width);
                // The quadrature's own error.
                assertThat(ratio)
                        .as("<V^2>/<1-Laplacian> of a Gaussian of width %s in dimension %s", width, dimension)
                        .isLessThanOrEqualTo(upper * (1 + 1e-10));
            }
        }
    }

    private static double upper(FormBound bound) {
        if (bound instanceof FormBound.Computed computed) {
            assertThat(computed.lower()).isNotNegative().isLessThanOrEqualTo(computed.upper());
            return computed.upper();
        }
        return ((FormBound.Proven) bound).k();
    }

    private static void assertGrows(FormBound.Witness witness) {
        List<Double> ratios = new ArrayList<>();
        witness.trials().forEach(trial -> ratios.add(trial.ratio()));
        assertThat(ratios)
                .hasSizeGreaterThan(1)
                .allSatisfy(ratio -> assertThat(ratio).isPositive());
        assertThat(ratios).isSorted();
    }

    private static double ratio(RadialPotential potential, int dimension, double width) {
        // Beyond 12 widths the Gaussian's square is below 1e−62.
        GradedQuadrature.Integrals integrals = GradedQuadrature.of(
                r -> {
                    double weight = Math.pow(r / width, dimension - 1) * Math.exp(-r * r / (width * width));
                    double value = potential.value(r);
                    return new double[] {weight, weight * value * value};
                },
                Math.min(12 * width, potential.reach()));
        if (!integrals.converges()) {
            return Double.POSITIVE_INFINITY;
        }
        double square = integrals.integrals()[1] / integrals.integrals()[0];
        return square / (1 + dimension / (2 * width * width));
    }
}
