package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Description.Accepted;
import org.mixfield.core.config.Description.Kind;
import org.mixfield.core.config.Description.Presence;
import org.mixfield.core.config.Description.Setting;

class DescriptionTest {

    private static final Presence REQUIRED = new Presence(true, Optional.empty());
    private static final Presence OPTIONAL = new Presence(false, Optional.empty());

    private static Presence otherwise(Object value) {
        return new Presence(false, Optional.of(value));
    }

    private static Setting setting(String name, Kind kind, String words, Presence presence, Setting... inner) {
        return new Setting(name, kind, new Accepted(words, List.of()), presence, List.of(inner));
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
        assertThat(description.settings())
                .containsExactly(
                        setting("number", Kind.NUMBER, "a finite number", REQUIRED),
                        setting("positive", Kind.NUMBER, "a finite number greater than 0", otherwise(2.5)),
                        setting("non-negative", Kind.NUMBER, "a finite number not below 0", otherwise(0L)),
                        setting("integer", Kind.INTEGER, "a whole number from 3 to 9", REQUIRED),
                        setting("count", Kind.INTEGER, "a whole number not below 1", otherwise(4L)),
                        setting("auto", Kind.ANY, "a number greater than 0 or auto", otherwise("auto")),
                        setting("text", Kind.TEXT, "a text", REQUIRED),
                        new Setting(
                                "choice",
                                Kind.CHOICE,
                                new Accepted("free, periodic", List.of("free", "periodic")),
                                otherwise("free"),
                                List.of()),
                        new Setting(
                                "choices",
                                Kind.LIST,
                                new Accepted("a list with any of csv, html", List.of("csv", "html")),
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
        Setting type = setting("type", Kind.TEXT, "a text", REQUIRED);
        assertThat(description.settings())
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
        assertThat(description.settings())
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
}
