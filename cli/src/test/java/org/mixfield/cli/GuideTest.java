package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixfield.pipeline.Mixfield;
import org.yaml.snakeyaml.Yaml;

/** Every command and every piece of a configuration in the guide and in the README is one that works. */
class GuideTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path EXAMPLES = DOCS.resolve("examples");

    /** {@code [source,LANGUAGE]} and what stands between the two lines behind it, in AsciiDoc, or the fences of Markdown. */
    private static final Pattern ASCIIDOC = Pattern.compile("\\[source,(\\w+)]\\R----\\R(.*?)\\R----", Pattern.DOTALL);

    private static final Pattern MARKDOWN = Pattern.compile("```(\\w+)\\R(.*?)\\R```", Pattern.DOTALL);

    /** A word as the shell splits them; what stands between apostrophes is one. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** A piece of the guide, and where it stands. */
    private record Piece(String page, String text) {
        @Override
        public String toString() {
            return page + ": " + text.lines().findFirst().orElse("").strip();
        }
    }

    static Stream<Piece> commands() {
        return pieces("sh")
                .flatMap(piece -> piece.text()
                        .lines()
                        .map(line -> line.replaceFirst("\\s+#.*$", "").strip())
                        .filter(line -> line.startsWith("mixfield ") || line.startsWith("./mixfield "))
                        .map(line -> new Piece(piece.page(), line)));
    }

    /** What a run would compute is left to {@link #aCommandDoesWhatItSays}; here its configuration is validated. */
    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsUnderstood(Piece command, @TempDir Path folder) {
        List<String> words = words(command.text(), folder);
        if (needsEarlierResults(words)) {
            words = List.of(words.get(0), "--help");
        } else if (List.of("run", "plan", "study", "verify").contains(words.get(0))) {
            words = validation(words);
        }
        assertThat(mixfield(words)).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("commands")
    void aCommandDoesWhatItSays(Piece command, @TempDir Path folder) {
        List<String> words = words(command.text(), folder);
        if (!needsEarlierResults(words)) {
            assertThat(mixfield(words)).isEmpty();
        }
    }

    /** Whether a command is about what an earlier one has left. */
    private static boolean needsEarlierResults(List<String> words) {
        return List.of("resume", "report").contains(words.get(0))
                || words.contains("merge")
                || words.contains("example.yaml");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsValid(Path file) {
        assertThat(mixfield(List.of("validate", file.toString()))).matches(expected(file));
    }

    @Test
    void whatBenchmarksRunIsValid() {
        Path race = DOCS.resolveSibling("benchmarks").resolve("race/mixture.yaml");
        assertThat(mixfield(List.of("validate", race.toString()))).matches(expected(race));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("examples")
    void anExampleRuns(Path file, @TempDir Path folder) {
        String results = folder.resolve("results").toString();
        assertThat(mixfield(List.of("run", file.toString(), "--quiet", "--output", results)))
                .matches(expected(file));
    }

    /** Nothing to complain of, but for the example that shows what is refused. */
    private static Pattern expected(Path file) {
        return Pattern.compile(
                file.endsWith("form-bound-violation.yaml") ? "exit code 3: .*violate V\\^2 <= K.*" : "",
                Pattern.DOTALL);
    }

    static Stream<Piece> configurations() {
        return pieces("yaml")
                .flatMap(GuideTest::documents)
                // What is read from a file of the user's is not here; an include stands for a file with tests of its
                // own.
                .filter(piece ->
                        !piece.text().contains("file:") && !piece.text().contains("include::"));
    }

    /** Put into a complete configuration, a piece of one has no problems. */
    @ParameterizedTest
    @MethodSource("configurations")
    void aPieceOfAConfigurationIsUnderstood(Piece piece) throws IOException {
        Map<String, Object> given = new Yaml().load(piece.text());
        boolean physical =
                Pattern.compile("\\d (um|u|a0|Hz|ms)\\b").matcher(piece.text()).find();
        Map<String, Object> whole = new Yaml()
                .load(Files.readString(EXAMPLES.resolve(physical ? "k41-rb87.yaml" : "coulomb-mixture.yaml")));
        String key = given.keySet().iterator().next();
        Map<String, Object> placed = switch (key) {
            case "initial", "trap" -> Map.of("species", Map.of("u", given));
            case "uu" -> Map.of("interactions", given);
            default -> given;
        };
        try (Mixfield mixfield = Mixfield.open()) {
            assertThat(mixfield.load(merged(whole, placed))).isNotNull();
        }
    }

    // ---- the guide

    private static Stream<Piece> pieces(String language) {
        try (Stream<Path> pages = Files.list(DOCS.resolve("guide"))) {
            List<Piece> pieces = new ArrayList<>();
            for (Path page : Stream.concat(pages.sorted(), Stream.of(Path.of("..", "README.md")))
                    .toList()) {
                Pattern blocks = page.toString().endsWith(".md") ? MARKDOWN : ASCIIDOC;
                Matcher block = blocks.matcher(Files.readString(page));
                while (block.find()) {
                    if (block.group(1).equals(language)) {
                        pieces.add(new Piece(page.getFileName().toString(), block.group(2)));
                    }
                }
            }
            return pieces.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Alternatives stand below each other: a new one begins where a key comes again. */
    private static Stream<Piece> documents(Piece piece) {
        List<Piece> documents = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        StringBuilder text = new StringBuilder();
        for (String line : piece.text().lines().toList()) {
            boolean key = line.matches("[a-z].*:.*");
            if (key && !keys.add(line.substring(0, line.indexOf(':')))) {
                documents.add(new Piece(piece.page(), text.toString()));
                text.setLength(0);
            }
            text.append(line).append('\n');
        }
        documents.add(new Piece(piece.page(), text.toString()));
        return documents.stream();
    }

    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> merged.merge(key, value, GuideTest::merged));
        return merged;
    }

    /** What has a type is replaced as a whole. */
    @SuppressWarnings("unchecked")
    private static Object merged(Object below, Object above) {
        return below instanceof Map<?, ?> one && above instanceof Map<?, ?> other && !other.containsKey("type")
                ? merged((Map<String, Object>) one, (Map<String, Object>) other)
                : above;
    }

    // ---- the program

    /** The words behind the program's name, with examples where they are and results in a folder. */
    private static List<String> words(String command, Path folder) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            Path example = EXAMPLES.resolve(Path.of(word).getFileName());
            words.add(word.endsWith(".yaml") && Files.exists(example) ? example.toString() : word);
        }
        words.remove(0);
        if (List.of("run", "study", "verify").contains(words.get(0))) {
            int output = words.indexOf("--output");
            if (output >= 0) {
                words.subList(output, output + 2).clear();
            }
            words.addAll(List.of("--output", folder.resolve("results").toString(), "--quiet"));
        } else if (words.get(0).equals("new")) {
            words.addAll(List.of("--output", folder.resolve("made").toString()));
        }
        int plot = words.indexOf("--plot");
        if (plot >= 0) {
            words.set(plot + 1, folder.resolve("plot.png").toString());
        }
        return words;
    }

    /** The file of a command and what replaces parts of it. */
    private static List<String> validation(List<String> words) {
        List<String> validation = new ArrayList<>(List.of("validate", words.get(1)));
        for (int i = 2; i < words.size() - 1; i++) {
            if (words.get(i).equals("--set")) {
                validation.addAll(words.subList(i, i + 2));
            }
        }
        return validation;
    }

    /** Runs the program and returns what it complains of. */
    private static String mixfield(List<String> words) {
        Outcome outcome = Outcome.of(words.toArray());
        return outcome.code() == ExitCode.DONE ? "" : "exit code " + outcome.code() + ": " + outcome.err();
    }
}
