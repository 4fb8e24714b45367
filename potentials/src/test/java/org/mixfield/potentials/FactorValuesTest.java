package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;

/** The factors of time against their formulas. */
class FactorValuesTest {

    /** A handful of operations on numbers of order 1. */
    private static final double ROUNDING = 1e-14;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Modulation factor(ModulationProvider provider, Map<String, ?> values) {
        Settings settings = Settings.of(values, problems);
        Modulation factor = provider.create(settings);
        settings.finish();
        return factor;
    }

    private List<String> messages() {
        return problems.list().stream().map(Problem::message).toList();
    }

    @Test
    void aLinearRampIsLinearBetweenItsKinks() {
        Modulation ramp = factor(new RampProvider(), Map.of("from", 2, "to", 5, "start", 1, "duration", 4));
        assertThat(ramp.at(0.5)).isEqualTo(2);
        assertThat(ramp.at(2)).isEqualTo(2.75);
        assertThat(ramp.at(5)).isEqualTo(5);
        assertThat(ramp.at(50)).isEqualTo(5);
        assertThat(ramp.kinks()).containsExactly(1.0, 5.0);
        assertThat(ramp.largest(2)).isEqualTo(2.75);
        assertThat(ramp.largest(9)).isEqualTo(5);
    }

    /** s = 1/4: 126 s^5 - 420 s^6 + 540 s^7 - 315 s^8 + 70 s^9 = 6413/131072, in fractions. */
    @Test
    void aSmoothRampIsAPolynomialWithFourVanishingDerivatives() {
        Modulation ramp =
                factor(new RampProvider(), Map.of("from", 0, "to", 1, "start", 1, "duration", 2, "shape", "smooth"));
        assertThat(ramp.at(2)).isCloseTo(0.5, within(ROUNDING));
        assertThat(ramp.at(1.5)).isCloseTo(6413.0 / 131072, within(ROUNDING));
        // So near an end, it is 126 s^5 up to terms that are smaller by s.
        double s = 1e-2;
        assertThat(ramp.at(1 + 2 * s) / (126 * Math.pow(s, 5))).isCloseTo(1, within(4 * s));
        assertThat((1 - ramp.at(3 - 2 * s)) / (126 * Math.pow(s, 5))).isCloseTo(1, within(4 * s));
    }

    @Test
    void aQuenchJumpsAndHasItsValueAfterTheJump() {
        Modulation quench = factor(new RampProvider(), Map.of("to", -3, "start", 1, "duration", 0));
        assertThat(quench.at(0.999)).isEqualTo(1);
        assertThat(quench.at(1)).isEqualTo(-3);
        assertThat(quench.kinks()).containsExactly(1.0);
        assertThat(quench.largest(2)).isEqualTo(3);
        assertThat(factor(new RampProvider(), Map.of("from", 2, "to", 2, "duration", 1))
                        .changes())
                .isFalse();
    }

    @Test
    void anOscillationHasAnAngularFrequency() {
        Modulation factor =
                factor(new OscillationProvider(), Map.of("amplitude", 0.25, "frequency", 2, "phase", Math.PI / 2));
        assertThat(factor.at(0)).isCloseTo(1.25, within(ROUNDING));
        assertThat(factor.at(Math.PI)).isCloseTo(1.25, within(ROUNDING));
        assertThat(factor.at(Math.PI / 2)).isCloseTo(0.75, within(ROUNDING));
        assertThat(factor.largest(1)).isEqualTo(1.25);
    }

    @Test
    void aFormulaIsItsExpression() {
        Modulation factor =
                factor(new FormulaFactorProvider(), Map.of("expression", "exp(-t/tau)", "constants", Map.of("tau", 2)));
        assertThat(factor.at(3)).isCloseTo(Math.exp(-1.5), within(ROUNDING));
        assertThat(factor.largest(3)).isEqualTo(1);
        Modulation still = factor(new FormulaFactorProvider(), Map.of("expression", "2*pi"));
        assertThat(still.changes()).isFalse();
        assertThat(still.at(5)).isCloseTo(2 * Math.PI, within(ROUNDING));
        factor(new FormulaFactorProvider(), Map.of("expression", "x"));
        assertThat(messages()).singleElement().asString().contains("accepted: an expression in t");
    }

    @Test
    void aTableIsLinearBetweenItsPointsAndConstantBeyond() throws IOException {
        List<List<Double>> points = List.of(List.of(1.0, 2.0), List.of(3.0, -6.0), List.of(4.0, 0.0));
        Modulation table = factor(new TableFactorProvider(), Map.of("points", points));
        Path file = Files.writeString(folder.resolve("f.csv"), "t,f\n1,2\n3,-6\n4,0\n");
        Modulation read = factor(new TableFactorProvider(), Map.of("file", file.toString()));
        for (Modulation factor : List.of(table, read)) {
            assertThat(factor.at(0)).isEqualTo(2);
            assertThat(factor.at(1.5)).isEqualTo(0);
            assertThat(factor.at(3)).isEqualTo(-6);
            assertThat(factor.at(3.5)).isEqualTo(-3);
            assertThat(factor.at(9)).isEqualTo(0);
            assertThat(factor.kinks()).containsExactly(1.0, 3.0, 4.0);
            assertThat(factor.largest(2)).isEqualTo(2);
            assertThat(factor.largest(5)).isEqualTo(6);
        }
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aTableThatDoesNotAscendOrIsEmptyIsAProblem() throws IOException {
        factor(new TableFactorProvider(), Map.of("points", List.of(List.of(1, 2), List.of(1, 3))));
        factor(new TableFactorProvider(), Map.of("points", List.of()));
        Path file = Files.writeString(folder.resolve("f.csv"), "t,f\n");
        factor(new TableFactorProvider(), Map.of("file", file.toString()));
        factor(new TableFactorProvider(), Map.of("file", file.toString(), "points", List.of(List.of(1, 2))));
        assertThat(messages()).hasSize(4).anySatisfy(text -> assertThat(text).contains("times ascend"));
    }
}
