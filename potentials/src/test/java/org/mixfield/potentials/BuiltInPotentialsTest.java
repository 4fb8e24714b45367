package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;

class BuiltInPotentialsTest {

    private static final ProviderRegistry<PotentialProvider> POTENTIALS =
            ProviderRegistry.load("potential", PotentialProvider.class, BuiltInPotentialsTest.class.getClassLoader());

    private static PairPotential potential(Map<String, ?> settings) {
        Problems problems = new Problems();
        PairPotential made = POTENTIALS
                .create(Settings.of(settings, problems), PotentialProvider::create)
                .orElse(RadialPotential.none());
        problems.throwIfAny();
        return made;
    }

    private static double value(Map<String, ?> settings, double r) {
        return ((RadialPotential) potential(settings)).value(r);
    }

    @Test
    void everyPotentialIsFoundByItsName() {
        assertThat(POTENTIALS.names())
                .containsExactly(
                        "contact",
                        "coulomb",
                        "dipolar",
                        "formula",
                        "gaussian",
                        "harmonic",
                        "none",
                        "power",
                        "soft-coulomb",
                        "soft-yukawa",
                        "square-well",
                        "sum",
                        "table",
                        "yukawa");
        assertThat(POTENTIALS.listings())
                .allSatisfy(listing -> assertThat(listing.failure()).isEmpty());
    }

    @Test
    void valuesAreThoseOfTheirFormulas() {
        double r = 1.7;
        assertThat(value(Map.of("type", "coulomb", "strength", -2), r)).isEqualTo(-2 / r);
        assertThat(value(Map.of("type", "yukawa", "strength", 3, "screening", 0.5), r))
                .isCloseTo(3 * Math.exp(-0.85) / r, within(1e-15));
        assertThat(value(Map.of("type", "gaussian", "strength", 2, "range", 0.8), r))
                .isCloseTo(2 * Math.exp(-1.7 * 1.7 / 1.28), within(1e-15));
        assertThat(value(Map.of("type", "soft-coulomb", "strength", 2, "softening", 0.5), r))
                .isCloseTo(2 / Math.sqrt(r * r + 0.25), within(1e-15));
        assertThat(value(Map.of("type", "soft-yukawa", "strength", 2, "screening", 0.3, "softening", 0.5), r))
                .isCloseTo(2 * Math.exp(-0.51) / Math.sqrt(r * r + 0.25), within(1e-15));
        assertThat(value(Map.of("type", "power", "strength", 2, "exponent", 0.4), r))
                .isCloseTo(2 / Math.pow(r, 0.4), within(1e-15));
        assertThat(value(Map.of("type", "square-well", "strength", 2, "radius", 1.7), r))
                .isZero();
        assertThat(value(Map.of("type", "square-well", "strength", 2, "radius", 1.8), r))
                .isEqualTo(2);
        assertThat(value(Map.of("type", "harmonic", "stiffness", -3), r)).isCloseTo(-3 * 1.7 * 1.7, within(1e-15));
        assertThat(value(Map.of("type", "formula", "expression", "exp(-r)/r"), r))
                .isCloseTo(Math.exp(-1.7) / 1.7, within(1e-15));
        assertThat(potential(Map.of("type", "none")).vanishes()).isTrue();
    }

    /** What atOrigin() says is V(r) r^s at an r so small that what follows is lost. */
    @Test
    void behaviourAtZeroIsThatOfTheValues() {
        List<Map<String, ?>> all = List.of(
                Map.of("type", "coulomb", "strength", -2),
                Map.of("type", "yukawa", "strength", 3, "screening", 0.5),
                Map.of("type", "gaussian", "strength", 2, "range", 0.8),
                Map.of("type", "soft-coulomb", "strength", 2, "softening", 0.5),
                Map.of("type", "soft-yukawa", "strength", 2, "screening", 0.3, "softening", 0.5),
                Map.of("type", "power", "strength", 2, "exponent", 0.4),
                Map.of("type", "power", "strength", 2, "exponent", -1.5),
                Map.of("type", "square-well", "strength", 2, "radius", 1.7),
                Map.of("type", "harmonic", "stiffness", -3),
                Map.of("type", "none"));
        for (Map<String, ?> settings : all) {
            RadialPotential radial = (RadialPotential) potential(settings);
            LeadingPower leading = radial.atOrigin().orElseThrow();
            double r = 1e-16;
            assertThat(radial.value(r) * Math.pow(r, leading.exponent()))
                    .as("%s", settings)
                    .isCloseTo(leading.coefficient(), within(1e-13 * Math.abs(leading.coefficient())));
        }
    }

    @Test
    void unitsAreThoseOfTheSettings() {
        for (PotentialProvider provider : POTENTIALS.providers()) {
            assertThat(provider.formula()).as(provider.name()).isNotBlank();
            Problems problems = new Problems();
            for (int axes : new int[] {2, 3}) {
                Settings empty = Settings.of(Map.of("no-such-key", 0), problems);
                empty.axes(axes);
                provider.create(empty);
                empty.finish();
            }
            String accepted = problems.list().stream()
                    .filter(problem -> problem.path().equals("no-such-key"))
                    .map(Object::toString)
                    .collect(Collectors.joining());
            provider.units().keySet().forEach(key -> assertThat(accepted).contains(key));
        }
    }

    /** Against 8π (sin(Rk/2)/k)², by the quadrature that every other potential goes through. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.7, 5, 31})
    void coulombTransformInClosedFormAgreesWithQuadrature(double k) {
        double radius = 9;
        KernelTransform closed =
                potential(Map.of("type", "coulomb", "strength", 1.5)).truncatedTransform(3, radius, 40);
        KernelTransform quadrature = RadialPotential.of(r -> 1.5 / r).truncatedTransform(3, radius, 40);
        // Relative to the largest value, 1.5 · 2πR².
        assertThat(quadrature.at(0, k, 0)).isCloseTo(closed.at(0, k, 0), within(1e-13 * 3 * Math.PI * 81));
    }

    @Test
    void wavelengthsLongAgainstTheCutSeeTheIntegral() {
        KernelTransform coulomb =
                potential(Map.of("type", "coulomb", "strength", 1)).truncatedTransform(3, 9, 40);
        assertThat(coulomb.at(0, 0, 0)).isCloseTo(2 * Math.PI * 81, within(1e-12));
        KernelTransform gaussian = potential(Map.of("type", "gaussian", "strength", 2, "range", 0.8))
                .truncatedTransform(3, 9, 40);
        assertThat(gaussian.at(0, 0, 0)).isCloseTo(2 * Math.pow(2 * Math.PI * 0.64, 1.5), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"coulomb, 2, 16", "yukawa, 2, 16", "coulomb, -0.5, 1"})
    void inverseDistanceHasHardysConstantInThreeDimensions(String type, double strength, double k) {
        Map<String, Object> settings = type.equals("yukawa")
                ? Map.of("type", type, "strength", strength, "screening", 3)
                : Map.of("type", type, "strength", strength);
        assertThat(potential(settings).formBound(3)).containsInstanceOf(FormBound.Proven.class);
        assertThat(((FormBound.Proven) potential(settings).formBound(3).orElseThrow()).k())
                .isEqualTo(k);
    }

    @Test
    void equalPotentialsAreEqualSoThatTheirKernelsAreShared() {
        Map<String, Object> settings = Map.of("type", "gaussian", "strength", 2, "range", 0.8);
        assertThat(potential(settings)).isEqualTo(potential(settings));
    }

    @Test
    void wrongParametersAreReportedTogether() {
        assertThatThrownBy(() -> potential(Map.of("type", "gaussian", "range", -1, "width", 2)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        failure -> assertThat(failure.problems())
                                .hasSize(3)
                                .anySatisfy(problem ->
                                        assertThat(problem.toString()).contains("strength", "missing"))
                                .anySatisfy(problem ->
                                        assertThat(problem.toString()).contains("range", "-1", "greater than 0"))
                                .anySatisfy(problem ->
                                        assertThat(problem.toString()).contains("width", "unknown key")));
    }

    @Test
    void harmonicTrapIsTheSumOverItsAxes() {
        Problems problems = new Problems();
        Settings settings = Settings.of(Map.of("stiffness", List.of(1, 2, 3)), problems);
        settings.axes(3);
        Trap trap = new HarmonicTrapProvider().create(settings);
        problems.throwIfAny();
        assertThat(trap.value(2, 3, 5)).isEqualTo(4 + 18 + 75);
    }

    @Test
    void harmonicTrapWithTheWrongNumberOfAxesIsRefused() {
        Problems problems = new Problems();
        Settings settings = Settings.of(Map.of("stiffness", List.of(1, 2, 3)), problems);
        settings.axes(2);
        new HarmonicTrapProvider().create(settings);
        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("stiffness", "2 numbers"));
    }
}
