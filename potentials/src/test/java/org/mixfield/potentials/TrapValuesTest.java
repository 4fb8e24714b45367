package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** The traps against their formulas. */
class TrapValuesTest {

    /** A handful of operations on numbers of order 1. */
    private static final double ROUNDING = 1e-14;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Trap trap(TrapProvider provider, int axes, Map<String, ?> values) {
        Settings settings = Settings.of(values, problems);
        settings.axes(axes);
        settings.mass(0.8);
        Trap trap = provider.create(settings);
        settings.finish();
        return trap;
    }

    private List<String> messages() {
        return problems.list().stream().map(Problem::message).toList();
    }

    @Test
    void harmonicIsAParabolaAboutItsCenter() {
        Trap trap = trap(new HarmonicTrapProvider(), 2, Map.of("stiffness", List.of(2, 3), "center", List.of(0.5, -1)));
        assertThat(trap.value(1.5, 1, 0)).isEqualTo(2 + 12);
        assertThat(trap.value(0.5, -1, 0)).isZero();
    }

    @Test
    void aFrequencyIsAngularAndNeedsTheMass() {
        Trap trap = trap(new HarmonicTrapProvider(), 1, Map.of("frequency", List.of(3)));
        // m w^2 x^2 / 2
        assertThat(trap.value(2, 0, 0)).isCloseTo(0.5 * 0.8 * 9 * 4, within(ROUNDING));
        trap(new HarmonicTrapProvider(), 1, Map.of("frequency", List.of(3), "stiffness", List.of(1)));
        new HarmonicTrapProvider().create(Settings.of(Map.of("frequency", List.of(3)), problems));
        assertThat(messages())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("together with stiffness"),
                        text -> assertThat(text).contains("needs the mass"));
    }

    @Test
    void latticeWellsAreOneSpacingApart() {
        Map<String, ?> bySpacing = Map.of("depth", List.of(5), "spacing", List.of(0.25));
        Trap trap = trap(new LatticeTrapProvider(), 1, bySpacing);
        Trap same =
                trap(new LatticeTrapProvider(), 1, Map.of("depth", List.of(5), "wave-number", List.of(4 * Math.PI)));
        for (double x : new double[] {0, 0.25, -1.5}) {
            assertThat(trap.value(x, 0, 0)).isCloseTo(0, within(ROUNDING));
            assertThat(trap.value(x + 0.125, 0, 0)).isCloseTo(5, within(ROUNDING));
            assertThat(same.value(x + 0.04, 0, 0)).isCloseTo(trap.value(x + 0.04, 0, 0), within(ROUNDING));
        }
        Trap shifted = trap(
                new LatticeTrapProvider(),
                2,
                Map.of("depth", List.of(5, 7), "wave-number", List.of(1, 2), "phase", List.of(0.3, Math.PI / 2)));
        assertThat(shifted.value(1, 0, 0)).isCloseTo(5 * Math.pow(Math.sin(1.3), 2) + 7, within(ROUNDING));
        trap(
                new LatticeTrapProvider(),
                1,
                Map.of("depth", List.of(1), "spacing", List.of(1), "wave-number", List.of(1)));
        assertThat(messages()).singleElement().asString().contains("together with wave-number");
    }

    @Test
    void boxIsFlatInsideFullOutsideAndHalfAtTheWall() {
        Trap trap = trap(
                new BoxTrapProvider(),
                2,
                Map.of("half-width", List.of(3, 4), "center", List.of(1, 0), "height", 10, "steepness", 8));
        // 1 - tanh(8 * 3) is below 1e-20, and so on: the walls do not feel each other.
        assertThat(trap.value(1, 0, 0)).isCloseTo(0, within(ROUNDING));
        assertThat(trap.value(4, 0, 0)).isCloseTo(5, within(1e-13));
        assertThat(trap.value(1, -4, 0)).isCloseTo(5, within(1e-13));
        assertThat(trap.value(4, 4, 0)).isCloseTo(7.5, within(1e-13));
        assertThat(trap.value(9, 0, 0)).isCloseTo(10, within(1e-13));
        // Within 1/s of the wall: (1 +- tanh 1)/2.
        assertThat(trap.value(4.125, 0, 0)).isCloseTo(5 * (1 + Math.tanh(1)), within(1e-13));
    }

    @Test
    void aFormulaIsItsExpressionAtEveryTime() {
        Trap trap = trap(
                new FormulaTrapProvider(),
                2,
                Map.of("expression", "a*x^2 + sin(w*t)*y", "constants", Map.of("a", 2, "w", 3)));
        assertThat(trap.changes()).isTrue();
        assertThat(trap.value(2, 5, 0)).isEqualTo(8);
        assertThat(trap.at(0.5).value(2, 5, 0)).isCloseTo(8 + 5 * Math.sin(1.5), within(ROUNDING));
        Trap still = trap(new FormulaTrapProvider(), 1, Map.of("expression", "atan(x)/2"));
        assertThat(still.changes()).isFalse();
        assertThat(still.at(3).value(1, 0, 0)).isCloseTo(Math.PI / 8, within(ROUNDING));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aFormulaThatIsNoneSaysWhatIsAccepted() {
        trap(new FormulaTrapProvider(), 1, Map.of("expression", "x +"));
        trap(new FormulaTrapProvider(), 1, Map.of("expression", "x*y"));
        trap(new FormulaTrapProvider(), 1, Map.of("expression", "x", "constants", Map.of("t", 1)));
        trap(new FormulaTrapProvider(), 1, Map.of("expression", "x", "constants", Map.of("sin", 1)));
        assertThat(messages())
                .hasSize(4)
                .allSatisfy(text -> assertThat(text).contains("accepted: an expression in x, t"));
    }

    @Test
    void aFormulaThatDividesByZeroIsNotFinite() {
        assertThat(trap(new FormulaTrapProvider(), 1, Map.of("expression", "1/x"))
                        .value(0, 0, 0))
                .isNaN();
    }

    private Trap table(int axes, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("trap.csv"), text);
        return trap(new TableTrapProvider(), axes, Map.of("file", file.toString()));
    }

    private static String plane(double[] x, double[] y, DoubleBinaryOperator values) {
        StringBuilder text = new StringBuilder("# made up\nx,y,V\n");
        for (double b : y) {
            for (double a : x) {
                text.append(a + "," + b + "," + values.applyAsDouble(a, b) + "\n");
            }
        }
        return text.toString();
    }

    /** Products of cubics reproduce them, on a grid that need not be uniform. */
    @Test
    void aTableOfACubicIsTheCubic() throws IOException {
        double[] x = {-3, -2, -0.5, 0, 1, 2.5, 3};
        double[] y = {-2, -1, 0.25, 1, 2};
        DoubleBinaryOperator cubic = (a, b) -> (a * a * a - 2 * a + 1) * (0.5 * b * b * b - b * b);
        Trap trap = table(2, plane(x, y, cubic));
        for (double a : new double[] {-3, -2.9, -1.1, 0, 0.3, 2.9, 3}) {
            for (double b : new double[] {-2, -1.7, 0.1, 0.25, 1.99, 2}) {
                // Values up to 200, interpolated with weights of order 1.
                assertThat(trap.value(a, b, 0)).isCloseTo(cubic.applyAsDouble(a, b), within(1e-12));
            }
        }
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void theErrorOfATableFallsAtFourthOrder() throws IOException {
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            int n = 20 << k;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i <= n; i++) {
                double x = -2 + 4.0 * i / n;
                text.append(x + "," + Math.sin(3 * x) + "\n");
            }
            Trap trap = table(1, text.toString());
            for (int i = 0; i < 1000; i++) {
                double x = -1.5 + 3.0 * i / 1000;
                errors[k] = Math.max(errors[k], Math.abs(trap.value(x, 0, 0) - Math.sin(3 * x)));
            }
        }
        // log2 of the ratio is 4 up to terms of the next order in the spacing.
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isBetween(3.8, 4.2);
    }

    @Test
    void aTableIsExactAtItsPointsAndNotExtrapolated() throws IOException {
        Trap trap = table(1, "-1,4\n0,0.1\n1,7\n");
        assertThat(trap.value(0, 0, 0)).isEqualTo(0.1);
        assertThat(trap.value(1, 0, 0)).isEqualTo(7);
        assertThatThrownBy(() -> trap.value(1.01, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("x = 1.01", "covers -1.0 to 1.0", "smaller box");
    }

    @Test
    void aTableThatIsNoRectilinearGridIsAProblem() throws IOException {
        table(2, "0,0,1\n0,1,1\n1,0,1\n");
        table(2, "0,0,1\n0,1,1\n1,0,1\n0,0,1\n");
        table(1, "0,1\n");
        table(1, "0,1\n1,x\n2,3,4\n");
        trap(new TableTrapProvider(), 1, Map.of("file", "/no/such/file.csv"));
        trap(new TableTrapProvider(), 1, Map.of("file", folder.toString()));
        assertThat(messages())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("has 3 points; a full grid of its coordinates has 4"),
                        text -> assertThat(text).contains("has the point [0.0, 0.0] more than once"),
                        text -> assertThat(text).contains("fewer than two different values of x"),
                        text -> assertThat(text).contains("found 1,x; accepted: 2 numbers x,V"),
                        text -> assertThat(text).contains("found 2,3,4; accepted: 2 numbers x,V"),
                        text -> assertThat(text).contains("there is no file /no/such/file.csv"),
                        text -> assertThat(text).contains("is a folder; give a CSV file with the columns x, V"));
    }

    @Test
    void aSumIsTheSumOfItsTerms() {
        Trap trap = trap(
                new SumTrapProvider(),
                1,
                Map.of(
                        "of",
                        List.of(
                                Map.of("type", "harmonic", "frequency", List.of(1)),
                                Map.of("type", "formula", "expression", "t*x"))));
        assertThat(trap.at(2).value(3, 0, 0)).isCloseTo(0.4 * 9 + 6, within(ROUNDING));
        trap(new SumTrapProvider(), 1, Map.of("of", List.of()));
        assertThat(messages()).singleElement().asString().contains("at least one trap");
    }
}
