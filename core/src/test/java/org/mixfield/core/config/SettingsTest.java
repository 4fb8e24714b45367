package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Problems problems = new Problems();

    private Settings settings(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Settings.of(map, problems);
    }

    /** A scalar as written in a file, without quotes. */
    private static ConfigNode plain(String text) {
        return new ConfigNode.Scalar(text, true, Location.of("settings"));
    }

    private List<String> messages() {
        return problems.list().stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "1e-12, 1e-12",
            "1.0E-12, 1e-12",
            "1_000, 1000",
            ".5, 0.5",
            "-.5, -0.5",
            "1e3, 1000",
            "1E+3, 1000",
            "5., 5",
            "+7, 7",
            "0, 0",
            "-0.25e2, -25",
            "1_000.000_1, 1000.0001",
            "007, 7"
        })
        void areReadAsWritten(String text, double value) {
            assertThat(settings("x", plain(text)).number("x")).isEqualTo(value);
            assertThat(problems.isEmpty()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nan",
                    "NaN",
                    ".nan",
                    "inf",
                    "-inf",
                    ".inf",
                    "Infinity",
                    "0x10",
                    "1e",
                    "e3",
                    "1.2.3",
                    "--1",
                    "1 2",
                    "true",
                    "1d",
                    "1f",
                    "_1",
                    ".",
                    "",
                    "1e1e1",
                    "½",
                    "1,5",
                    "1e999",
                    "-1e999"
                })
        void wordsAndOverflowAreRefused(String text) {
            assertThat(settings("x", plain(text)).number("x")).isFinite();
            assertThat(messages())
                    .singleElement()
                    .asString()
                    .startsWith("x: found ")
                    .endsWith("accepted: a finite number");
        }

        @Test
        void inQuotesAreTexts() {
            settings("x", "5").number("x");
            assertThat(messages()).containsExactly("x: found \"5\"; accepted: a finite number");
        }

        @Test
        void thatOverflowAreRefusedWhateverTheTest() {
            settings("x", plain("1e999")).numberOrAuto("x", x -> x > 0, "a number greater than 0");
            settings("x", plain("1e999")).perSpecies("x", null, x -> x > 0, "a number greater than 0");
            settings("x", List.of(plain("1e999"))).numbers("x", 1, 3, x -> x > 0, "numbers greater than 0");
            assertThat(problems.count()).isEqualTo(3);
        }

        @Test
        void areHeldToTheirRanges() {
            settings("x", 0).positive("x");
            settings("x", -1).nonNegative("x");
            settings("x", Double.NaN).number("x");
            settings("x", Double.POSITIVE_INFINITY).positive("x", 2);
            settings("x", 1.5).integer("x", 1, 9);
            settings("x", 10).integer("x", 1, 9);
            settings("x", 0).integer("x", 1, Integer.MAX_VALUE);
            settings("x", 3_000_000_000L).integer("x", 1, Integer.MAX_VALUE);
            assertThat(messages())
                    .containsExactly(
                            "x: found 0; accepted: a finite number greater than 0",
                            "x: found -1; accepted: a finite number not below 0",
                            "x: found NaN; accepted: a finite number",
                            "x: found Infinity; accepted: a finite number greater than 0",
                            "x: found 1.5; accepted: a whole number from 1 to 9",
                            "x: found 10; accepted: a whole number from 1 to 9",
                            "x: found 0; accepted: a whole number not below 1",
                            "x: found 3000000000; accepted: a whole number not below 1");
        }

        @Test
        void atTheEndsOfTheirRangesAreAccepted() {
            assertThat(settings("x", 0).nonNegative("x")).isZero();
            assertThat(settings("x", 1).integer("x", 1, 9)).isEqualTo(1);
            assertThat(settings("x", 9).integer("x", 1, 9)).isEqualTo(9);
            assertThat(settings("x", 4.0).integer("x", 1, 9)).isEqualTo(4);
            assertThat(settings("x", plain("1e3")).integer("x", 1, 1000)).isEqualTo(1000);
            assertThat(settings("x", Double.MIN_VALUE).positive("x")).isEqualTo(Double.MIN_VALUE);
            assertThat(problems.isEmpty()).isTrue();
        }

        @Test
        void thatAreMissingAreProblemsOnlyWithoutADefault() {
            Settings empty = settings();
            assertThat(empty.number("a", 2.5)).isEqualTo(2.5);
            assertThat(empty.positive("b", 3)).isEqualTo(3);
            assertThat(empty.nonNegative("c", 0)).isZero();
            assertThat(empty.integer("d", 1, 9, 4)).isEqualTo(4);
            assertThat(problems.isEmpty()).isTrue();
            empty.number("e");
            empty.positive("f");
            empty.nonNegative("g");
            empty.integer("h", 1, 9);
            assertThat(messages())
                    .containsExactly(
                            "e: is missing; give a finite number",
                            "f: is missing; give a finite number greater than 0",
                            "g: is missing; give a finite number not below 0",
                            "h: is missing; give a whole number from 1 to 9");
            assertThat(empty.effective())
                    .containsExactly(entry("a", 2.5), entry("b", 3L), entry("c", 0L), entry("d", 4L));
        }

        @Test
        void mayBeAuto() {
            assertThat(settings().numberOrAuto("x", x -> x > 0, "a number greater than 0"))
                    .isEmpty();
            assertThat(settings("x", "auto").numberOrAuto("x", x -> x > 0, "a number greater than 0"))
                    .isEmpty();
            assertThat(settings("x", 2).numberOrAuto("x", x -> x > 0, "a number greater than 0"))
                    .contains(2.0);
            assertThat(problems.isEmpty()).isTrue();
            settings("x", "automatic").numberOrAuto("x", x -> x > 0, "a number greater than 0");
            settings("x", -2).numberOrAuto("x", x -> x > 0, "a number greater than 0");
            assertThat(messages())
                    .containsExactly(
                            "x: found \"automatic\"; accepted: a number greater than 0 or auto",
                            "x: found -2; accepted: a number greater than 0 or auto");
        }
    }

    @Nested
    class Lists {

        @Test
        void holdOneNumberForEachAxisOfTheGrid() {
            Settings plane =
                    settings("a", List.of(1, 2), "b", List.of(0, 3), "c", List.of(1), "d", List.of(-1, 1), "e", 7);
            plane.axes(2);
            assertThat(plane.perAxis("a", null)).containsExactly(1, 2);
            assertThat(plane.nonNegativePerAxis("b", null)).containsExactly(0, 3);
            assertThat(plane.perAxis("absent", 0.5)).containsExactly(0.5, 0.5);
            assertThat(problems.isEmpty()).isTrue();
            assertThat(plane.perAxis("c", null)).hasSize(2);
            assertThat(plane.nonNegativePerAxis("d", null)).hasSize(2);
            assertThat(plane.perAxis("e", null)).hasSize(2);
            assertThat(plane.perAxis("missing", null)).hasSize(2);
            assertThat(messages())
                    .containsExactly(
                            "c: found the list [1]; accepted: a list of 2 finite numbers, one for each axis of the grid",
                            "d: found -1; accepted: numbers not below 0, one for each axis of the grid",
                            "e: found 7; accepted: a list of 2 finite numbers, one for each axis of the grid",
                            "missing: is missing; give a list of finite numbers, one for each axis of the grid");
        }

        @Test
        void holdOneToThreeNumbersWhereTheGridIsNotKnown() {
            assertThat(settings("a", List.of(1, 2, 3)).perAxis("a", null)).containsExactly(1, 2, 3);
            assertThat(settings().perAxis("a", 1.0)).containsExactly(1);
            settings("a", List.of(1, 2, 3, 4)).perAxis("a", null);
            assertThat(messages())
                    .containsExactly(
                            "a: found the list [1, 2, 3, 4]; accepted: a list of 1 to 3 finite numbers, one for each"
                                    + " axis of the grid");
        }

        @Test
        void sectionsKnowTheAxesOfTheirParentEvenWhereTheyAreMissingOrWrong() {
            Settings root = settings("trap", Map.of("k", List.of(1, 2, 3)), "wrong", 5);
            root.axes(3);
            assertThat(root.section("trap").perAxis("k", null)).containsExactly(1, 2, 3);
            assertThat(root.section("absent").perAxis("k", null)).hasSize(3);
            assertThat(root.section("wrong").perAxis("k", 0.0)).hasSize(3);
            assertThat(root.sectionOrEmpty("none").perAxis("k", 0.0)).hasSize(3);
        }

        @Test
        void ofNumbersAreCountedAndTested() {
            assertThat(settings("n", List.of(1, 2, 4)).numbers("n", 1, 9, x -> x >= 1, "numbers from 1"))
                    .containsExactly(1, 2, 4);
            assertThat(problems.isEmpty()).isTrue();
            settings("n", List.of(1, 0)).numbers("n", 1, 9, x -> x >= 1, "numbers from 1");
            settings("n", List.of()).numbers("n", 1, Integer.MAX_VALUE, x -> x >= 1, "numbers from 1");
            settings("n", 3).numbers("n", 2, 2, x -> x >= 1, "numbers from 1");
            assertThat(settings().numbers("n", 2, 9, x -> x >= 1, "numbers from 1"))
                    .as("a stand-in that its test accepts")
                    .containsExactly(1, 1);
            assertThat(messages())
                    .containsExactly(
                            "n: found 0; accepted: numbers from 1",
                            "n: found the list []; accepted: a list of numbers from 1",
                            "n: found 3; accepted: a list of 2 numbers from 1",
                            "n: is missing; give a list of numbers from 1");
        }

        @Test
        void ofComplexNumbersAreInterleaved() {
            assertThat(settings("c", List.of(List.of(1, -2), 3, List.of(0, 0.5)))
                            .complexNumbers("c"))
                    .containsExactly(1, -2, 3, 0, 0, 0.5);
            assertThat(problems.isEmpty()).isTrue();
            settings("c", List.of(List.of(1))).complexNumbers("c");
            settings("c", List.of()).complexNumbers("c");
            settings("c", 1).complexNumbers("c");
            settings("c", List.of("i")).complexNumbers("c");
            settings().complexNumbers("c");
            assertThat(problems.count()).isEqualTo(5);
        }

        @Test
        void ofWordsHoldEachOnce() {
            List<String> accepted = List.of("comoving", "laboratory", "fluctuation");
            List<String> usual = List.of("comoving");
            assertThat(settings().choices("f", usual, accepted)).containsExactly("comoving");
            assertThat(settings("f", List.of("laboratory", "comoving", "laboratory"))
                            .choices("f", usual, accepted))
                    .containsExactly("laboratory", "comoving");
            assertThat(problems.isEmpty()).isTrue();
            settings("f", List.of("labratory")).choices("f", usual, accepted);
            settings("f", "laboratory").choices("f", usual, accepted);
            settings("f", List.of(List.of(1))).choices("f", usual, accepted);
            assertThat(messages())
                    .containsExactly(
                            "f: found labratory; accepted: comoving, laboratory, fluctuation; did you mean 'laboratory'?",
                            "f: found \"laboratory\"; accepted: a list with any of comoving, laboratory, fluctuation",
                            "f: found the list [1]; accepted: comoving, laboratory, fluctuation");
        }

        @Test
        void ofNoWordsAreProblemsNotDefaults() {
            settings("f", List.of()).choices("f", List.of("csv"), List.of("csv", "hdf5"));
            assertThat(messages()).containsExactly("f: found the list []; accepted: a list with any of csv, hdf5");
        }

        @Test
        void ofMappingsAreSectionsOfTheirOwn() {
            Settings root = settings("of", List.of(Map.of("a", 1), Map.of("b", 2)));
            root.axes(2);
            List<Settings> parts = root.sections("of");
            assertThat(parts).hasSize(2);
            assertThat(parts.get(0).number("a")).isEqualTo(1);
            assertThat(parts.get(1).path()).isEqualTo("of[1]");
            assertThat(parts.get(1).perAxis("x", 0.0)).hasSize(2);
            parts.get(1).finish();
            assertThat(messages()).containsExactly("of[1].b: unknown key; accepted here: x");
            assertThat(root.effective())
                    .containsExactly(entry("of", List.of(Map.of("a", 1L), Map.of("x", List.of(0L, 0L)))));
        }

        @Test
        void ofMappingsThatAreNotAreProblems() {
            settings("of", List.of(1)).sections("of");
            settings("of", 1).sections("of");
            settings().sections("of");
            assertThat(messages())
                    .containsExactly(
                            "of: found 1; accepted: a list of mappings", "of: is missing; give a list of mappings");
        }
    }

    @Nested
    class Words {

        @Test
        void areAnyScalarThatIsNotEmpty() {
            assertThat(settings("name", "run-1").text("name")).isEqualTo("run-1");
            assertThat(settings("name", plain("1.0")).text("name")).isEqualTo("1.0");
            assertThat(settings().text("name", "usual")).isEqualTo("usual");
            assertThat(problems.isEmpty()).isTrue();
            settings("name", "").text("name");
            settings("name", List.of("a")).text("name", "usual");
            settings().text("name");
            assertThat(messages())
                    .containsExactly(
                            "name: found \"\"; accepted: a text",
                            "name: found the list [\"a\"]; accepted: a text",
                            "name: is missing; give a text");
        }

        @Test
        void ofAChoiceAreSuggestedWhenMisspelt() {
            List<String> accepted = List.of("free", "periodic");
            assertThat(settings("boundary", "periodic").choice("boundary", "free", accepted))
                    .isEqualTo("periodic");
            assertThat(settings().choice("boundary", "free", accepted)).isEqualTo("free");
            assertThat(problems.isEmpty()).isTrue();
            Settings wrong = settings("boundary", "peroidic");
            assertThat(wrong.choice("boundary", "free", accepted)).isEqualTo("free");
            assertThat(settings("boundary", List.of()).choice("boundary", "free", accepted))
                    .isEqualTo("free");
            assertThat(messages())
                    .containsExactly(
                            "boundary: found peroidic; accepted: free, periodic; did you mean 'periodic'?",
                            "boundary: found the list []; accepted: a text");
        }
    }

    @Nested
    class PerSpecies {

        @Test
        void oneValueStandsForBoth() {
            Settings one = settings("count", 4);
            assertThat(one.perSpecies("count", null, x -> x > 0, "a number")).containsExactly(4, 4);
            assertThat(one.effective()).containsExactly(entry("count", 4L));
        }

        @Test
        void aMappingHoldsOneForEach() {
            Settings both = settings("count", Map.of("u", 2.6, "v", 6.6));
            assertThat(both.perSpecies("count", null, x -> x > 0, "a number")).containsExactly(2.6, 6.6);
            assertThat(both.effective()).containsExactly(entry("count", Map.of("u", 2.6, "v", 6.6)));
            assertThat(problems.isEmpty()).isTrue();
        }

        @Test
        void theDefaultIsForBoth() {
            assertThat(settings().perSpecies("count", 3.0, x -> x > 0, "a number"))
                    .containsExactly(3, 3);
            assertThat(problems.isEmpty()).isTrue();
        }

        @Test
        void problemsNameTheSpecies() {
            settings("count", Map.of("u", -1, "w", 3)).perSpecies("count", null, x -> x > 0, "a number above 0");
            settings("count", List.of(1, 2)).perSpecies("count", null, x -> x > 0, "a number above 0");
            settings().perSpecies("count", null, x -> x > 0, "a number above 0");
            assertThat(messages())
                    .containsExactlyInAnyOrder(
                            "count.u: found -1; accepted: a number above 0",
                            "count.v: is missing; give a number above 0",
                            "count.w: unknown key; accepted here: u, v",
                            "count: found the list [1, 2]; accepted: a number above 0, or {u: ..., v: ...}",
                            "count: is missing; give a number above 0, or {u: ..., v: ...}");
        }
    }

    @Nested
    class Structure {

        @Test
        void keysThatNobodyReadAreProblemsWithTheNearestOneThatWas() {
            Settings root = settings("strenght", 1, "range", 2, "colour", 3);
            root.number("strength", 0);
            root.number("range");
            root.finish();
            assertThat(messages())
                    .containsExactly(
                            "strenght: unknown key; accepted here: strength, range; did you mean 'strength'?",
                            "colour: unknown key; accepted here: strength, range");
        }

        @Test
        void keysOfAMappingThatAcceptsNoneAreProblemsToo() {
            settings("a", 1).finish();
            assertThat(messages()).containsExactly("a: unknown key; accepted here: none");
        }

        @Test
        void optionalKeysThatAreAbsentAreStillSuggested() {
            Settings root = settings("tarp", Map.of(), "mode", 1, "particles", 2);
            root.number("particles");
            assertThat(root.optionalSection("trap")).isEmpty();
            assertThat(root.has("modes")).isFalse();
            root.finish();
            assertThat(messages())
                    .containsExactly(
                            "tarp: unknown key; accepted here: particles, trap, modes; did you mean 'trap'?",
                            "mode: unknown key; accepted here: particles, trap, modes; did you mean 'modes'?");
        }

        @Test
        void askingForAKeyIsNotReadingIt() {
            Settings root = settings("a", 1);
            assertThat(root.has("a")).isTrue();
            root.finish();
            assertThat(messages()).singleElement().asString().startsWith("a: unknown key");
        }

        @Test
        void sectionsCarryTheirPath() {
            Settings root = settings("species", Map.of("u", Map.of("mass", -1)));
            Settings u = root.section("species").section("u");
            u.positive("mass");
            assertThat(u.path()).isEqualTo("species.u");
            assertThat(root.path()).isEmpty();
            assertThat(messages())
                    .containsExactly("species.u.mass: found -1; accepted: a finite number greater than 0");
        }

        @Test
        void aSectionThatIsMissingOrNoMappingIsOneProblemNotMany() {
            Settings root = settings("u", 5);
            Settings wrong = root.section("u");
            wrong.number("mass");
            wrong.finish();
            Settings missing = root.section("v");
            missing.number("mass");
            assertThat(messages()).containsExactly("u: found 5; accepted: a mapping", "v: is missing; give a mapping");
        }

        @Test
        void optionalSectionsMayBeAbsent() {
            Settings root = settings("trap", Map.of("k", 1));
            assertThat(root.optionalSection("trap").map(s -> s.number("k"))).isEqualTo(Optional.of(1.0));
            assertThat(root.optionalSection("output")).isEmpty();
            assertThat(root.sectionOrEmpty("solver").number("tolerance", 1e-8)).isEqualTo(1e-8);
            root.finish();
            assertThat(problems.isEmpty()).isTrue();
            assertThat(root.effective())
                    .containsExactly(entry("trap", Map.of("k", 1L)), entry("solver", Map.of("tolerance", 1e-8)));
        }

        @Test
        void effectiveIsTheConfigurationAsUnderstoodInTheOrderOfReading() {
            Settings root = settings("b", plain("1_000"), "w", List.of(1.5, 2), "n", "x");
            root.text("n");
            root.number("b");
            root.numbers("w", 1, 3, Double::isFinite, "numbers");
            root.positive("default", 0.5);
            root.numberOrAuto("auto", x -> true, "a number");
            root.perAxis("axis", 0.0);
            root.understood("default", "later");
            assertThat(root.effective())
                    .containsExactly(
                            entry("n", "x"),
                            entry("b", 1000L),
                            entry("w", List.of(1.5, 2L)),
                            entry("default", "later"),
                            entry("auto", "auto"),
                            entry("axis", List.of(0L)));
            assertThatThrownBy(() -> root.effective().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void effectiveReadAgainGivesTheSame() {
            Settings first = settings("x", 0.1, "k", List.of(1, 2));
            first.number("x");
            first.number("y", 1e-12);
            first.perAxis("k", null);
            Settings second = Settings.of(first.effective(), problems);
            assertThat(second.number("x")).isEqualTo(0.1);
            assertThat(second.number("y")).isEqualTo(1e-12);
            assertThat(second.perAxis("k", null)).containsExactly(1, 2);
            second.finish();
            assertThat(problems.isEmpty()).isTrue();
        }
    }

    @Nested
    class Places {

        private final ConfigNode.Mapping file = new ConfigNode.Mapping(
                Map.of(
                        "mass", new ConfigNode.Scalar("heavy", true, new Location("run.yaml", 7, 9)),
                        "trapp", new ConfigNode.Scalar("1", true, new Location("run.yaml", 3, 10)),
                        "count", new ConfigNode.Scalar("-1", true, new Location("run.yaml", 7, 3))),
                Map.of(
                        "mass", new Location("run.yaml", 7, 3),
                        "trapp", new Location("run.yaml", 3, 3),
                        "count", new Location("run.yaml", 7, 1)),
                new Location("run.yaml", 2, 1));

        @Test
        void allProblemsAreReportedTogetherInTheOrderOfLines() {
            Settings settings = Settings.of(file, "species.u", problems);
            settings.positive("mass");
            settings.positive("count");
            settings.number("particles");
            settings.finish();
            assertThatThrownBy(problems::throwIfAny)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(String.join(
                            System.lineSeparator(),
                            "run.yaml:2:1: species.u.particles: is missing; give a finite number",
                            "run.yaml:3:3: species.u.trapp: unknown key; accepted here: mass, count, particles",
                            "run.yaml:7:3: species.u.count: found -1; accepted: a finite number greater than 0",
                            "run.yaml:7:9: species.u.mass: found heavy; accepted: a finite number greater than 0"));
        }

        @Test
        void aProblemRecordedByAReaderStandsAtTheValueItRead() {
            Settings settings = Settings.of(file, "", problems);
            settings.text("mass");
            settings.problem("mass", "is not known");
            settings.problem("trapp", "is not known");
            settings.problem("absent", "is not there");
            assertThat(problems.list().stream().map(problem -> problem.where().toString()))
                    .containsExactly("run.yaml:2:1", "run.yaml:3:3", "run.yaml:7:9");
        }

        @Test
        void theSameProblemIsReportedOnce() {
            problems.add(Location.of("a"), "x", "wrong");
            problems.add(Location.of("a"), "x", "wrong");
            assertThat(problems.list()).hasSize(1).first().hasToString("a: x: wrong");
            assertThat(new ConfigurationException("run.yaml", "cannot be read")).hasMessage("run.yaml: cannot be read");
        }

        @Test
        void noProblemsThrowNothing() {
            problems.throwIfAny();
            assertThat(problems.count()).isZero();
            assertThat(problems.list()).isEmpty();
        }
    }

    @Test
    void aPartIsMadeByTheRegistryThatHandedTheViewOut() {
        Problems found = new Problems();
        Settings view = Settings.of(Map.of("of", Map.of("size", 3), "wrong", 1), found);
        assertThat(view.part("of", Double.class, part -> Optional.of(part.number("size"))))
                .contains(3.0);
        view.partsMadeBy(part -> Optional.of(10 * part.number("size")));
        assertThat(view.part("of", Double.class, part -> Optional.empty())).contains(30.0);
        assertThat(view.part("absent", Double.class, part -> Optional.of(1.0))).isEmpty();
        assertThat(view.part("wrong", Double.class, part -> Optional.of(1.0))).isEmpty();
        assertThat(found.list().stream().map(Problem::path)).containsExactly("absent", "wrong");
        assertThat(view.effective().get("of")).isEqualTo(Map.of("size", 3L));
    }
}
