package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.NumericalException;

class FormulaTest {

    private static RadialPotential formula(String expression) {
        return new FormulaProvider.Formula(expression);
    }

    @ParameterizedTest
    @CsvSource({
        "2*exp(-r/3)/r, 0.5, 3.3859269",
        "-r^2, 3, -9",
        "2^-r, 2, 0.25",
        "2^3^r, 1, 8",
        "1/2*r, 3, 1.5",
        "pi*e + 1.5e-1*r, 2, 8.839734222673566",
        "'pow(r, 3) % 5', 2, 3",
        "abs(sin(r) - 1)*signum(-r), 0.3, -0.7044797933",
        "log(r) + log10(r) + log2(r) + log1p(r) + expm1(r), 1, 2.4114290",
    })
    void valuesAreThoseOfTheExpression(String expression, double r, double value) {
        assertThat(formula(expression).value(r)).isCloseTo(value, within(1e-7));
    }

    /** c and s of c r^−s, by hand. */
    @ParameterizedTest
    @CsvSource({
        "3, 3, 0",
        "0, 0, 0",
        "r - r, 0, 0",
        "2/r, 2, 1",
        "-2*exp(-0.5*r)/r, -2, 1",
        "2*exp(-r)/r + 5/sqrt(r), 2, 1",
        "1/r + log(r), 1, 1",
        "r*log(r) + 7, 7, 0",
        "r^-0.4, 1, 0.4",
        "4*r^(1/2 - 1), 4, 0.5",
        "r^0.1*r^0.2*r^-0.3 + 1, 2, 0",
        "(exp(-r) - 1)/r, -1, 0",
        "(exp(-r) - 1 + r)/r^3, 0.5, 1",
        "1/r - exp(-3*r)/r, 3, 0",
        "(1 - cos(2*r))/r^2.5, 2, 0.5",
        "(sin(r) - r)/r^5, -0.16666666666666666, 2",
        "tan(r)/r^2, 1, 1",
        "cot(r), 1, 1",
        "1/sinh(2*r), 0.5, 1",
        "tanh(r)/r, 1, 0",
        "tanh(1/r)/r, 1, 1",
        "-3/sqrt(r^2 + 4), -1.5, 0",
        "1/sqrt(r^2 + r), 1, 0.5",
        "sqrt(4/r^2 - 1/r), 2, 1",
        "abs(1/r - 2/r^2), 2, 2",
        "signum(r - 1)/r, -1, 1",
        "cbrt(-8/r), -2, 0.3333333333333333",
        "exp(-1/r)*5 + r, 1, -1",
        "exp(-2*log(r)), 1, 2",
        "r^r, 1, 0",
        "(r^r - 1)/log(r)^1, 1, -1",
        "2^r/r, 1, 1",
        "atan(1/r)/r, 1.5707963267948966, 1",
        "(acos(r) - pi/2)/r^2, -1, 1",
        "asin(r)/r, 1, 0",
        "(log(1 + r) - r)/r^2, -0.5, 0",
        "log1p(r)/r^2 - expm1(r)/r^2, -1, 0",
        "floor(r + 0.5)/r + 2, 2, 0",
        "ceil(r)/r, 1, 1",
        "floor(-r), -1, 0",
        "7 % 4/r, 3, 1",
        "cosh(r)/r, 1, 1",
        "1/(r*(1 + r)^20), 1, 1",
        "log10(100)/r, 2, 1",
        "exp(-r^2/2)*4*(1/r^12 - 1/r^6), 4, 12",
    })
    void behaviourAtZeroIsAnalysed(String expression, double coefficient, double exponent) {
        LeadingPower leading = formula(expression).atOrigin().orElseThrow();
        // Coefficients are products and quotients of the numbers in the text.
        assertThat(leading.coefficient()).isCloseTo(coefficient, within(1e-13));
        assertThat(leading.exponent()).isCloseTo(exponent, within(1e-13));
    }

    /** Faster or slower than every power, oscillating, or hidden by rounding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log(r)",
                "exp(1/r)",
                "exp(-1/r)",
                "sin(1/r)",
                "log(log(1/r))",
                "1/(r*log(r))",
                "(0.1 + 0.2 - 0.3)/r^2",
                "exp(sqrt(log(1/r)))",
                "floor(1/r)",
                "(1/r) % 1",
                "(exp(r) - exp(r*(1 + 1e-16)))/r^9",
            })
    void whatHasNoLeadingPowerIsUnknown(String expression) {
        assertThat(formula(expression).atOrigin()).isEmpty();
    }

    /** Whatever the analysis says must be what the values do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*exp(-r)/r + 5/sqrt(r)",
                "1/sqrt(r^2 + r)",
                "abs(1/r - 2/r^2)",
                "cot(r)*cosh(r) + log(r)^2",
                "atan(1/r)/r^0.3",
                "exp(cos(r))/sinh(r)^1.5",
                "pow(r + r^2, -0.7)*log1p(r)",
                "-r^2 + 3*r^2.5",
                "2^-r^2/(r + 1/(1/r + 1))",
            })
    void analysisAgreesWithTheValues(String expression) {
        RadialPotential potential = formula(expression);
        LeadingPower leading = potential.atOrigin().orElseThrow();
        double r = 1e-12;
        // What follows is smaller by r^0.5 log(r)^2 at least.
        assertThat(potential.value(r) * Math.pow(r, leading.exponent()))
                .isCloseTo(leading.coefficient(), within(1e-5 * Math.abs(leading.coefficient())));
    }

    /** By hand. */
    @ParameterizedTest
    @CsvSource({
        "abs(r - 1), 1",
        "abs(r^2 - 2)*exp(-r), 1.4142135623730951",
        "signum(1.5 - r), 1.5",
        "'2*floor(1/(1 + r^2) + 0.5)', 1",
        "abs(abs(r - 2) - 1), 1 2 3",
        "'(1 + signum(2 - r))/(1 + abs(r - 0.5))', 0.5 2",
        "cbrt(r - 0.125), 0.125",
        "exp(-r)/r, -",
        "abs(1 + r), -",
    })
    void kinksAndJumpsAreFound(String expression, String places) {
        double[] found = formula(expression).breakPoints();
        double[] expected = places.equals("-")
                ? new double[0]
                : Arrays.stream(places.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        // Bisection ends at neighbouring numbers; the argument itself is rounded.
        assertThat(found).containsExactly(expected, within(1e-14));
    }

    @Test
    void ofManyJumpsTheFirstOnesAreFound() {
        double[] steps = formula("exp(-floor(r))").breakPoints();
        assertThat(steps).hasSizeGreaterThan(100).startsWith(1, 2, 3);
        double[] waves = formula("abs(sin(r))*exp(-r)").breakPoints();
        for (int i = 0; i < 50; i++) {
            assertThat(waves[i]).isCloseTo(Math.PI * (i + 1), within(1e-12));
        }
        assertThat(formula("(2*r % 1)*exp(-r)").breakPoints()).startsWith(0.5, 1, 1.5);
    }

    /** A square well of radius 1.3, 4π (sin ka − ka cos ka)/k³, written in four ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-(1 + signum(1.3 - r))",
                "2*signum(floor(r/1.3)) - 2",
                "-2*floor(exp(1.3 - r)/(1 + exp(1.3 - r)) + 0.5)",
                "-abs(1.3 - r)/(1.3 - r) - 1"
            })
    void aSquareWellAsAFormulaHasItsTransform(String expression) {
        KernelTransform transform = formula(expression).truncatedTransform(3, 5, 40);
        for (double k : new double[] {0.3, 1, 7.7, 39}) {
            double a = 1.3;
            double exact = -2 * 4 * Math.PI * (Math.sin(k * a) - k * a * Math.cos(k * a)) / (k * k * k);
            // Rounding, relative to the volume.
            assertThat(transform.at(0, 0, k)).isCloseTo(exact, within(1e-14 * 8 * Math.PI));
        }
    }

    /** 2 ∫₀¹ (1 − x) cos kx dx = 2 (1 − cos k)/k². */
    @Test
    void aTentAsAFormulaHasItsTransform() {
        KernelTransform transform = formula("(1 - r + abs(1 - r))/2").transform(1, 4, 30);
        for (double k : new double[] {0.4, 3, 29}) {
            assertThat(transform.at(k, 0, 0)).isCloseTo(2 * (1 - Math.cos(k)) / (k * k), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*x/r",
                "2r",
                "exp(-r",
                "exp -r)",
                "1 +",
                "* r",
                "r r",
                "2 3",
                "sin",
                "foo(r)",
                "r..2",
                "1/",
                "()",
                "R",
                "pow(r)",
                "pow(r,2,3)",
                "exp()",
                "r,2",
                "1e",
                "$",
                "r = 2",
                "(r",
                ")(",
                "r^",
                "sin(r,2)"
            })
    void whatIsNoExpressionIsALocatedProblem(String expression) {
        Problems problems = new Problems();
        new FormulaProvider().create(Settings.of(Map.of("expression", expression), problems));
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("expression");
            assertThat(problem.message()).contains("found " + expression, "accepted: an expression in r");
        });
    }

    @Test
    void theReasonOfTheParserIsPassedOn() {
        Problems problems = new Problems();
        new FormulaProvider().create(Settings.of(Map.of("expression", "2*x/r"), problems));
        assertThat(problems.list().get(0).message()).contains("Unknown function or variable 'x' at pos 2");
    }

    @Test
    void valuesThatAreNotFiniteAreReportedWithThePlace() {
        RadialPotential pole = formula("1/(r - 1)");
        assertThat(pole.value(2)).isEqualTo(1);
        assertThatThrownBy(() -> pole.value(1))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("1/(r - 1)")
                .hasMessageContaining("V(1.0)");
        assertThatThrownBy(() -> formula("sqrt(r - 1)").value(0.5)).isInstanceOf(NumericalException.class);
    }

    @Test
    void eachThreadHasItsOwnVariables() {
        RadialPotential potential = formula("r + r^2 + r^3");
        assertThat(IntStream.range(1, 20_000).parallel().allMatch(i -> {
                    double r = i * 1e-3;
                    return potential.value(r) == r + Math.pow(r, 2) + Math.pow(r, 3);
                }))
                .isTrue();
    }

    @Test
    void equalTextsAreEqual() {
        assertThat(formula("1/r")).isEqualTo(formula("1/r")).hasSameHashCodeAs(formula("1/r"));
        assertThat(formula("1/r")).isNotEqualTo(formula("2/r"));
    }
}
