package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.units.UnitSystem;

/** Numbers with units: converted when they are read, where it is known what the key means. */
class QuantitiesTest {

    private static final Map<String, String> UNITS = Map.of(
            "width", "length",
            "center", "length",
            "end", "time",
            "phase", "1",
            "strength", "energy·length^d",
            "points", "time, 1",
            "constants", "any",
            "stiffness", "1/length^4");

    private final Problems problems = new Problems();

    private Settings view(Map<String, ?> values) {
        Settings settings = Settings.of(values, problems);
        settings.units(UnitSystem.of("um", "87 u"));
        settings.units(UNITS);
        settings.axes(2);
        return settings;
    }

    private String onlyProblem() {
        return problems.list().stream().reduce((a, b) -> a).orElseThrow().message();
    }

    @Test
    void aQuantityIsConvertedOnceAndReportedInTheRunsUnits() {
        Settings settings = view(Map.of("width", "500 nm", "center", List.of("0.2 um", 3)));
        assertThat(settings.positive("width")).isEqualTo(0.5);
        assertThat(settings.perAxis("center", 0.0)).containsExactly(0.2, 3);
        assertThat(settings.effective()).isEqualTo(Map.of("width", 0.5, "center", List.of(0.2, 3L)));
        assertThat(settings.remarks()).containsExactly("width: 500 nm", "center: 0.2 um, 3 um");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void plainNumbersAreShownWithTheirPhysicalValue() {
        Settings settings = Settings.of(
                new ConfigNode.Mapping(
                        Map.of("width", ConfigNode.of(0.25, Location.of("here"))), Map.of(), Location.of("here")),
                "species.u",
                problems);
        settings.units(UnitSystem.of("2 um", "87 u"));
        settings.units(UNITS);
        settings.positive("width");
        assertThat(settings.remarks()).containsExactly("species.u.width: 0.5 um");
    }

    @Test
    void aQuantityOfAnotherKindIsAProblemThatSaysWhatIsAccepted() {
        assertThat(view(Map.of("end", "3 um")).positive("end")).isEqualTo(1);
        assertThat(onlyProblem())
                .startsWith(
                        "found 3 um: this is a length; accepted: a finite number greater than 0, or with a unit, time:")
                .contains("1 is 1.36", " ms");
    }

    @Test
    void anUnknownUnitIsNamed() {
        view(Map.of("end", "3 parsecs")).positive("end");
        assertThat(onlyProblem()).contains("found 3 parsecs: 'parsecs' is no unit; known are m, a0");
    }

    @Test
    void aKeyThatDeclaresNothingAcceptsPlainNumbersOnly() {
        view(Map.of("range", "3 um")).positive("range");
        assertThat(onlyProblem()).isEqualTo("found 3 um; accepted: a finite number greater than 0, without a unit");
    }

    @Test
    void withoutUnitsOfTheRunAQuantitySaysToAddThem() {
        Settings settings = Settings.of(Map.of("width", "3 um"), problems);
        settings.units(UNITS);
        settings.positive("width");
        assertThat(onlyProblem()).contains("found 3 um;", "add units: {length: 1 um, mass: 87 u}");
    }

    @Test
    void theConvertedNumberMustBeAccepted() {
        view(Map.of("width", "-3 um")).positive("width");
        assertThat(onlyProblem()).contains("-3 um").endsWith("accepted: a finite number greater than 0");
    }

    @Test
    void whatIsNoNumberAtAllIsToldAsBefore() {
        view(Map.of("range", "wide")).positive("range");
        assertThat(onlyProblem()).isEqualTo("found \"wide\"; accepted: a finite number greater than 0");
    }

    @Test
    void dimensionsMayDependOnTheNumberOfAxes() {
        Settings settings = view(Map.of("strength", "1 Hz*um^2"));
        Settings energy = view(Map.of("end", "1 1/Hz"));
        // 1/(2 pi Hz) is the time of one radian.
        assertThat(settings.number("strength") * energy.number("end"))
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-15));
        view(Map.of("strength", "1 Hz*um^3")).number("strength");
        assertThat(problems.count()).isEqualTo(1);
    }

    @Test
    void rowsHaveAUnitForEachColumn() {
        Settings settings = view(Map.of("points", List.of(List.of(0, 1), List.of("1 ms", 2))));
        double[][] rows = settings.rows("points", 2, 1, "points [time, value]");
        assertThat(rows[1][0]).isEqualTo(view(Map.of("end", "1 ms")).number("end"));
        assertThat(rows[1][1]).isEqualTo(2);
        view(Map.of("points", List.of(List.of(0, "1 ms")))).rows("points", 2, 1, "points");
        assertThat(onlyProblem()).contains("found 1 ms");
    }

    @Test
    void rowsThatAreNoneAreProblems() {
        view(Map.of("points", List.of(List.of(1, 2, 3), 4))).rows("points", 2, 1, "points");
        view(Map.of("points", List.of())).rows("points", 2, 1, "points");
        view(Map.of()).rows("points", 2, 1, "points");
        view(Map.of("points", 3)).rows("points", 2, 1, "points");
        assertThat(problems.count()).isEqualTo(5);
    }

    @Test
    void namedNumbersMayMeasureAnything() {
        Settings settings = view(Map.of("constants", Map.of("a", 2, "w", "3 um")));
        assertThat(settings.namedNumbers("constants")).containsOnly(Map.entry("a", 2.0), Map.entry("w", 3.0));
        assertThat(settings.effective()).isEqualTo(Map.of("constants", Map.of("a", 2L, "w", 3L)));
        assertThat(view(Map.of()).namedNumbers("constants")).isEmpty();
        settings.finish();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aValueForEachSpeciesHasTheUnitOfItsKey() {
        Settings settings = view(Map.of("stiffness", Map.of("u", "16 1/um^4", "v", 3)));
        assertThat(settings.perSpecies("stiffness", null, x -> x > 0, "a number"))
                .containsExactly(16, 3);
    }

    @Test
    void innerViewsKnowTheMassThePairAndTheUnits() {
        Settings settings = view(Map.of("inner", Map.of("width", "3 um")));
        settings.mass(0.25);
        settings.pair(new Pair(10, 0.125));
        Settings inner = settings.section("inner");
        assertThat(inner.mass()).contains(0.25);
        assertThat(inner.pair()).contains(new Pair(10, 0.125));
        assertThat(inner.units()).isEqualTo(settings.units());
        // What a key means is told for each mapping.
        inner.positive("width");
        assertThat(onlyProblem()).contains("without a unit");
    }
}
