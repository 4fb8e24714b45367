package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a view knows besides its own mapping: the folder of its file, the grid's axes, who makes its parts. */
class SettingsContextTest {

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Settings view(Map<String, ?> values) {
        Settings settings = Settings.of(values, problems);
        settings.base(folder);
        settings.axes(2);
        return settings;
    }

    @Test
    void relativePathsStartFromTheBase() {
        Settings settings = view(Map.of("file", "data/../v.csv"));
        assertThat(settings.path("file")).contains(folder.toAbsolutePath().resolve("v.csv"));
        // Where the effective configuration is written to does not matter then.
        assertThat(settings.effective())
                .containsEntry("file", folder.toAbsolutePath().resolve("v.csv").toString());
    }

    @Test
    void absolutePathsStayAsTheyAre() {
        Path file = folder.resolve("elsewhere").toAbsolutePath();
        assertThat(view(Map.of("file", file.toString())).path("file")).contains(file);
    }

    @Test
    void viewsMadeFromAViewKnowTheSame() {
        Settings settings = view(Map.of("a", Map.of("b", List.of(Map.of("file", "v.csv")))));
        Settings inner = settings.section("a").sections("b").get(0);
        assertThat(inner.path("file")).contains(folder.toAbsolutePath().resolve("v.csv"));
        assertThat(inner.axes()).isEqualTo(2);
        assertThat(Settings.of(Map.of(), problems).axes()).isZero();
    }

    @Test
    void aPathThatIsMissingOrNoPathIsAProblem() {
        assertThat(view(Map.of()).path("file")).isEmpty();
        assertThat(view(Map.of("file", "a\0b")).path("file")).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::message)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("is missing"),
                        text -> assertThat(text).contains("is no path"));
    }

    @Test
    void numbersMayHaveADefault() {
        Settings settings = view(Map.of("given", List.of(1, 2)));
        double[] otherwise = {0, 5};
        assertThat(settings.numbers("given", otherwise, Double::isFinite, "numbers"))
                .containsExactly(1, 2);
        assertThat(settings.numbers("absent", otherwise, Double::isFinite, "numbers"))
                .containsExactly(0, 5)
                .isNotSameAs(otherwise);
        assertThat(settings.effective()).containsEntry("absent", List.of(0L, 5L));
        settings.finish();
        assertThat(problems.isEmpty()).isTrue();
        view(Map.of("wrong", List.of(1))).numbers("wrong", otherwise, Double::isFinite, "numbers");
        assertThat(problems.list()).singleElement().asString().contains("a list of 2 numbers");
    }

    @Test
    void partsAreMadeByWhoeverMadeTheWhole() {
        Settings settings = view(Map.of("of", List.of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 3))));
        settings.partsMadeBy(part -> Optional.of(part.number("n")).filter(n -> n != 2));
        assertThat(settings.parts("of", Double.class, part -> Optional.empty())).containsExactly(1.0, 3.0);
    }

    @Test
    void withoutOneTheyAreMadeAsTheCallerSays() {
        Settings settings = view(Map.of("of", List.of(Map.of("n", 1))));
        assertThat(settings.parts("of", Double.class, part -> Optional.of(part.number("n"))))
                .containsExactly(1.0);
    }

    @Test
    void problemsOfAReferencedFileAreLocatedThere() {
        Settings settings = view(Map.of("file", "v.csv"));
        settings.problem(new Location("v.csv", 3, 7), "file", "found x");
        assertThat(problems.list()).singleElement().asString().isEqualTo("v.csv:3:7: file: found x");
    }
}
