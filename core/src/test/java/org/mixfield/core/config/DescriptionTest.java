package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Description.Branch;
import org.mixfield.core.config.Description.Kind;
import org.mixfield.core.config.Description.Presence;
import org.mixfield.core.config.Description.Setting;

class DescriptionTest {

    private static final Presence REQUIRED = new Presence(true, Optional.empty());
    private static final Presence OPTIONAL = new Presence(false, Optional.empty());

    private static Presence otherwise(Object value) {
        return new Presence(false, Optional.of(value));
    }

    /** A setting in words, without what only programs read. */
    private record Said(
            String name, Kind kind, String words, List<String> choices, Presence presence, List<Said> inner) {

        static List<Said> of(List<Setting> settings) {
            return settings.stream()
                    .map(setting -> new Said(
                            setting.name(),
                            setting.kind(),
                            setting.accepted().words(),
                            setting.accepted().choices(),
                            setting.presence(),
                            of(setting.inner().settings())))
                    .toList();
        }
    }

    private static Said setting(String name, Kind kind, String words, Presence presence, Said... inner) {
        return new Said(name, kind, words, List.of(), presence, List.of(inner));
    }

    @Test
    void everyKindOfValueIsDescribedInTheWordsOfItsErrorMessage() {
        Description description = Description.of(settings -> {
            settings.number("number");
            settings.positive("positive", 2.5);
            settings.nonNegative("non-negative", 0);
            settings.integer("integer", 3, 9);
            settings.integer("count", 1, Integer.MAX_VALUE, 4);
            settings.numberOrAuto("auto", x -> x > 0, "a number greater than 0");
            settings.text("text");
            settings.choice("choice", "free", List.of("free", "periodic"));
            settings.choices("choices", List.of("csv"), List.of("csv", "html"));
            settings.perAxis("vector", 0.0);
            settings.numbers("numbers", 2, 4, x -> x > 0, "numbers greater than 0");
            settings.complexNumbers("complex");
            settings.perSpecies("each", null, x -> x > 0, "a number");
        });
        assertThat(description.failure()).isEmpty();
        assertThat(Said.of(description.settings()))
                .containsExactly(
                        setting("number", Kind.NUMBER, "a finite number", REQUIRED),
                        setting("positive", Kind.NUMBER, "a finite number greater than 0", otherwise(2.5)),
                        setting("non-negative", Kind.NUMBER, "a finite number not below 0", otherwise(0L)),
                        setting("integer", Kind.INTEGER, "a whole number from 3 to 9", REQUIRED),
                        setting("count", Kind.INTEGER, "a whole number not below 1", otherwise(4L)),
                        setting("auto", Kind.ANY, "a number greater than 0 or auto", otherwise("auto")),
                        setting("text", Kind.TEXT, "a text", REQUIRED),
                        new Said(
                                "choice",
                                Kind.CHOICE,
                                "free, periodic",
                                List.of("free", "periodic"),
                                otherwise("free"),
                                List.of()),
                        new Said(
                                "choices",
                                Kind.LIST,
                                "a list with any of csv, html",
                                List.of("csv", "html"),
                                otherwise(List.of("csv")),
                                List.of()),
                        setting(
                                "vector",
                                Kind.VECTOR,
                                "a list of finite numbers, one for each axis of the grid",
                                otherwise(0L)),
                        setting("numbers", Kind.LIST, "a list of 2 to 4 numbers greater than 0", REQUIRED),
                        setting("complex", Kind.LIST, "a list of complex numbers, each written [re, im]", REQUIRED),
                        setting("each", Kind.ANY, "a number, or {u: ..., v: ...}", REQUIRED));
    }

    @Test
    void mappingsAndListsOfThemHoldTheirKeys() {
        Description description = Description.of(settings -> {
            settings.section("u").positive("mass");
            settings.sectionOrEmpty("weights").number("c1", 0.5);
            settings.optionalSection("trap").ifPresent(trap -> trap.text("type"));
            settings.sections("of").forEach(part -> part.text("type"));
            settings.finish();
        });
        Said type = setting("type", Kind.TEXT, "a text", REQUIRED);
        assertThat(Said.of(description.settings()))
                .containsExactly(
                        setting(
                                "u",
                                Kind.MAPPING,
                                "a mapping",
                                REQUIRED,
                                setting("mass", Kind.NUMBER, "a finite number greater than 0", REQUIRED)),
                        setting(
                                "weights",
                                Kind.MAPPING,
                                "a mapping",
                                OPTIONAL,
                                setting("c1", Kind.NUMBER, "a finite number", otherwise(0.5))),
                        setting("of", Kind.LIST, "a list of mappings", REQUIRED, type),
                        setting("trap", Kind.MAPPING, "a mapping", OPTIONAL, type));
    }

    @Test
    void keysReadWhereGivenAndWhereNotAreBothDescribedAndMayBeLeftOut() {
        Description description = Description.of(settings -> {
            if (settings.has("at")) {
                settings.number("at");
            } else {
                settings.positive("end");
            }
        });
        assertThat(Said.of(description.settings()))
                .containsExactly(
                        setting("end", Kind.NUMBER, "a finite number greater than 0", REQUIRED),
                        setting("at", Kind.NUMBER, "a finite number", OPTIONAL));
    }

    @Test
    void standInsAreAcceptedValuesAndNothingIsAProblem() {
        List<Object> seen = new ArrayList<>();
        Description.of(settings -> {
            seen.add(settings.positive("positive"));
            seen.add(settings.integer("integer", 3, 9));
            seen.add(settings.integer("few", -5, -2));
            seen.add(settings.text("text"));
            settings.problem("text", "is no formula");
            settings.section("inner").number("number");
            seen.add(settings.problemCount());
        });
        assertThat(seen).startsWith(1.0, 3, -2, "", 0);
    }

    @Test
    void codeThatThrowsIsDescribedAsFarAsItCameWithTheReason() {
        Description description = Description.of(settings -> {
            settings.number("strength");
            throw new IllegalStateException("no table");
        });
        assertThat(description.settings()).extracting(Setting::name).containsExactly("strength");
        assertThat(description.failure())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no table"));
    }

    @Test
    void rangesAreThoseThatTheReaderAccepts() {
        assertThat(Range.of(x -> x > 0 && Double.isFinite(x)))
                .isEqualTo(new Range(false, 0, false, Double.POSITIVE_INFINITY, false));
        assertThat(Range.of(x -> x >= 0 && Double.isFinite(x)))
                .isEqualTo(new Range(false, 0, true, Double.POSITIVE_INFINITY, false));
        assertThat(Range.of(x -> x > 0 && x < 1)).isEqualTo(new Range(false, 0, false, 1, false));
        assertThat(Range.of(x -> x >= -2.5 && x <= 0.7)).isEqualTo(new Range(false, -2.5, true, 0.7, true));
        assertThat(Range.of(x -> x >= 3 && x <= 9 && x == Math.rint(x))).isEqualTo(new Range(true, 3, true, 9, true));
        assertThat(Range.of(x -> x >= -5 && x <= -2 && x == Math.rint(x)))
                .as("holds none of the numbers that are tried")
                .isEqualTo(new Range(false, Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false));
        assertThat(Range.of(Double::isFinite))
                .isEqualTo(new Range(false, Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false));
    }

    @Test
    void whatAChoiceBringsWithItIsDescribed() {
        Description description = Description.of(settings -> {
            if (settings.choice("method", "adaptive", List.of("adaptive", "strang", "yoshida4"))
                    .equals("adaptive")) {
                settings.positive("tolerance", 1e-8);
            } else {
                settings.positive("step");
            }
        });
        assertThat(description.keys().always()).isEmpty();
        assertThat(description.keys().branches())
                .containsExactly(
                        new Branch("method", List.of("adaptive"), Set.of("method", "tolerance"), Set.of()),
                        new Branch("method", List.of("strang", "yoshida4"), Set.of("method", "step"), Set.of("step")));
    }

    @Test
    void whatMakesUpForAKeyIsDescribed() {
        Description description = Description.of(settings -> {
            settings.text("name");
            if (settings.has("at")) {
                settings.number("at");
            } else {
                settings.positive("end");
                settings.integer("outputs", 1, 9);
            }
        });
        assertThat(description.keys().always()).containsExactly("name");
        assertThat(description.keys().unless()).containsExactly(Set.of("at"), Set.of("end", "outputs"));
    }
}
