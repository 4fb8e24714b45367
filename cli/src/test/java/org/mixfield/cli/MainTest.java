package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {

    private static final String SMALL = """
            mixfield: 1
            name: small
            grid: {points: [32], length: [12]}
            species:
              u: {particles: 3, initial: {type: gaussian, center: [0.5], width: 1.0}}
              v: {particles: 2, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: soft-coulomb, strength: 1.0, softening: 1.0}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.5, range: 1.0}
            time: {end: 0.2, outputs: 4}
            solvers:
              hartree: {type: spectral, method: strang, step: 0.01}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeConfiguration() throws IOException {
        file = Files.writeString(folder.resolve("small.yaml"), SMALL);
    }

    private static Outcome mixfield(Object... arguments) {
        return Outcome.of(arguments);
    }

    @Test
    void aRunTellsWhereItsResultsAreAndHowFarItDrifted() {
        Outcome outcome = mixfield("run", file);
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains(folder.resolve("runs/small").toString(), "Hartree drift", "time taken");
        assertThat(outcome.err()).contains("5 of 5 rows");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("mixfield: info: transforms by jtransforms")))
                .hasSize(fftwIsThere() ? 0 : 1);
        assertThat(folder.resolve("runs/small/summary.json")).exists();
    }

    private static boolean fftwIsThere() {
        try (org.mixfield.pipeline.Mixfield mixfield = org.mixfield.pipeline.Mixfield.open()) {
            return mixfield.extensions().transforms().find("fftw").isPresent();
        }
    }

    @Test
    void aTransformThatIsNotThereIsRefusedWithTheReason() {
        Outcome outcome = mixfield("validate", file, "--set", "transform=fftw");
        if (fftwIsThere()) {
            assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        } else {
            assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(outcome.err())
                    .contains("transform: transform 'fftw' is not available: ", "; available: jtransforms");
        }
    }

    @Test
    void aRunWithTheFockSolverTellsTheTraceDistanceAndItsError() {
        Outcome outcome = mixfield(
                "run",
                file,
                "--quiet",
                "--set",
                "solvers={fock: {modes: {count: 2}, frames: [laboratory], state: factorised}}");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).containsPattern("trace distance  \\S+ \\(error below \\S+\\), at t = 0.2");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void jsonIsOneObjectOnTheStandardOutputAndNothingElse() throws IOException {
        Outcome outcome = mixfield("run", file, "--json", "--output", folder.resolve("out"));
        assertThat(outcome.json().get("status").asText()).isEqualTo("complete");
        assertThat(outcome.err()).doesNotContain("info:");
        assertThat(outcome.json().get("directory").asText())
                .isEqualTo(folder.resolve("out").toString());
        assertThat(outcome.json().get("final").get("time").asDouble()).isEqualTo(0.2);
    }

    @Test
    void aDirectoryWithResultsIsOverwrittenOnlyWhenForced() {
        assertThat(mixfield("run", file).code()).isEqualTo(ExitCode.DONE);
        Outcome refused = mixfield("run", file);
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err()).startsWith("mixfield: error: ").contains("--force", "--output");
        assertThat(mixfield("run", file, "--force").code()).isEqualTo(ExitCode.DONE);
    }

    private static final String COMOVING =
            "solvers={fock: {modes: {count: 2}, frames: [comoving], cutoff: 4, tail: 1.0e-8}}";

    @Test
    void verifyTellsBothSidesOfEveryStatementAndWhatHolds() throws IOException {
        Path directory = folder.resolve("out");
        Outcome outcome = mixfield("verify", file, "--set", COMOVING, "--set", "time.outputs=2", "--output", directory);
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .containsPattern("(?m)^statement +source +left +right +slack +error +verdict$")
                .containsPattern("(?m)^theorem-2.3 +Theorem 2.3, \\(2.4\\) +\\S+ +\\S+ +\\S+ +\\S+ +holds$")
                .containsPattern("(?m)^ +gamma = \\S+, C = \\S+, rate = \\S+$")
                .contains("not tested, needs the frame bogoliubov")
                .containsPattern("(?m)^\\d+ hold, 0 violated, \\d+ not tested; ");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100 || line.contains("not tested; "));
        assertThat(outcome.err()).contains("verified");
        JsonNode written = new ObjectMapper()
                .readTree(directory.resolve("verification.json").toFile());
        assertThat(written.get("holds").asBoolean()).isTrue();
    }

    @Test
    void verifyEndsWithThreeWhereAStatementIsViolated() throws IOException {
        String singular = "interactions.vv={type: power, strength: 1, exponent: 0.75}";
        Outcome refused = mixfield("verify", file, "--quiet", "--set", singular);
        assertThat(refused.code()).isEqualTo(ExitCode.HYPOTHESIS);
        assertThat(refused.out()).isEmpty();
        Outcome outcome = mixfield(
                "verify",
                file,
                "--quiet",
                "--json",
                "--set",
                "assumptions=relaxed",
                "--set",
                singular,
                "--set",
                "solvers={fock: {frames: [bogoliubov], bogoliubov: grid, tolerance: 1.0e-4}}",
                "--set",
                "time={end: 0.02, outputs: 1}");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.HYPOTHESIS);
        JsonNode json = outcome.json();
        assertThat(json.get("holds").asBoolean()).isFalse();
        assertThat(json.get("theorem-applies").asBoolean()).isFalse();
        assertThat(json.get("findings").findValuesAsText("verdict")).contains("holds", "violated", "not-tested");
        // A side that was not found is null: JSON has no NaN.
        assertThat(json.get("findings").findValues("left")).anyMatch(JsonNode::isNull);
    }

    @Test
    void validateAllocatesNothingAndTellsTheMemory() throws IOException {
        Outcome outcome = mixfield("validate", file);
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("valid", "of memory");
        JsonNode json = mixfield("validate", file, "--json").json();
        assertThat(json.get("status").asText()).isEqualTo("valid");
        assertThat(json.get("theorem-applies").asBoolean()).isTrue();
    }

    @Test
    void aPlanTellsStepsMemoryFilesAndTimeAndLeavesNothing() throws IOException {
        String one = "solvers.hartree.error-estimate=false";
        Outcome outcome = mixfield("plan", file, "--set", one);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .containsPattern("(?m)^hartree +strang, step 0.01, 20 steps of 8 transforms, about ")
                .containsPattern("(?m)^memory .* available$")
                .containsPattern("(?m)^ +[0-9.]+ KiB  Hartree orbitals$")
                .containsPattern("(?m)^ +[0-9.]+ KiB  observables.csv$")
                .containsPattern("(?m)^time +about [0-9.]+ s$");
        JsonNode json = mixfield("plan", file, "--json", "--set", "time.outputs=3", "--set", one)
                .json();
        JsonNode solver = json.get("solvers").get(0);
        // Thirds of 0.2 are cut into 7 steps each: none is above 0.01.
        assertThat(solver.get("steps").asInt()).isEqualTo(21);
        // One kinetic flow of two orbitals and one potential of two densities, there and back.
        assertThat(solver.get("transforms-per-step").asInt()).isEqualTo(8);
        // With the error estimated each third is cut into four pairs, and goes along with one step of twice the size.
        JsonNode pairs = mixfield("plan", file, "--json", "--set", "time.outputs=3")
                .json()
                .get("solvers")
                .get(0);
        assertThat(pairs.get("steps").asInt()).isEqualTo(12);
        assertThat(pairs.get("transforms-per-step").asInt()).isEqualTo(24);
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.get("memory-bytes").asLong()).isPositive();
        assertThat(folder.toFile().list()).containsExactly("small.yaml");
    }

    @Test
    void aPlanOfWhatIsTooLargeListsTheMemoryAndHasTheExitCodeOfTheRun() {
        Outcome outcome = mixfield("plan", file, "--set", "grid.points=[300000000]");
        assertThat(outcome.code()).isEqualTo(ExitCode.RESOURCES);
        assertThat(outcome.out()).contains("too much", "Hartree orbitals", "not measured");
        assertThat(outcome.err()).contains("mixfield: error: the run needs ", "; give it more");
    }

    @Test
    void aCompleteRunIsNotResumedButTold() throws IOException {
        Path results = folder.resolve("out");
        mixfield("run", file, "--output", results);
        Outcome outcome = mixfield("resume", results);
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.err()).contains("the run is complete, with 5 rows; there is nothing to resume");
        assertThat(outcome.out()).contains("results", "Hartree drift");
        assertThat(mixfield("resume", results, "--json").json().get("status").asText())
                .isEqualTo("complete");
    }

    @Test
    void whatIsNoRunIsNotResumed() {
        Outcome outcome = mixfield("resume", folder);
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).startsWith("mixfield: error: " + folder).contains("no run.yaml");
    }

    @Test
    void aReportIsMadeOnceMoreOfWhatARunHasLeft() throws IOException {
        assertThat(mixfield("run", file, "--set", "output.formats=[csv]").code())
                .isEqualTo(ExitCode.DONE);
        Path directory = folder.resolve("runs/small");

        Outcome outcome = mixfield("report", directory, "--json");

        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.json().get("report").asText())
                .isEqualTo(directory.resolve("report.html").toString());
        assertThat(outcome.json().get("figures"))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(Path.of(figure.asText())).isNotEmptyFile());
        assertThat(mixfield("run", file, "--force", "--set", "output.formats=[csv]")
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(directory.resolve("figures")).doesNotExist();
    }

    @Test
    void whereThereIsNoRunThereIsNoReport() throws IOException {
        Outcome outcome = mixfield("report", folder);

        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .startsWith("mixfield: error: " + folder + ": holds no run")
                .contains("observables.csv");
        assertThat(mixfield("report", folder.resolve("none"), "--json")
                        .json()
                        .get("exit-code")
                        .asInt())
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(folder.resolve("report.html")).doesNotExist();
    }

    @Test
    void pluginsListsEveryKindWithItsOrigin() throws IOException {
        Outcome outcome = mixfield("plugins");
        assertThat(outcome.code()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .containsPattern("potential +coulomb ")
                .containsPattern("trap +harmonic ")
                .containsPattern("initial orbital +gaussian ")
                .containsPattern("modes +harmonic ")
                .containsPattern("solver +spectral ")
                .containsPattern("observable +hartree ")
                .containsPattern("transform +jtransforms ")
                .containsPattern("sink +csv ");
        assertThat(mixfield("plugins", "--json").json().get("providers").size()).isEqualTo((int) outcome.out()
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith(" "))
                .count());
    }

    static java.util.Set<String> uses() {
        return StartingConfiguration.USES.keySet();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void everyStartingConfigurationIsValid(String use) throws IOException {
        Path started = folder.resolve("new/my.first.yaml");
        Outcome written = mixfield("new", "run", started, "--use", use);
        assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.DONE);
        assertThat(written.out())
                .contains(
                        "mixfield validate " + started,
                        "mixfield " + StartingConfiguration.command(use) + " " + started);
        assertThat(started)
                .content()
                .startsWith("# yaml-language-server: $schema=mixfield-1.json")
                .contains("name: my.first");
        assertThat(folder.resolve("new/mixfield-1.json")).isNotEmptyFile();
        // The whole check computes form bounds, which takes some seconds for some; reading is what is asked here.
        try (org.mixfield.pipeline.Mixfield mixfield = org.mixfield.pipeline.Mixfield.open()) {
            assertThat(mixfield.load(started).configuration().name()).isEqualTo("my.first");
        }
        Outcome again = mixfield("new", "run", started, "--use", use);
        assertThat(again.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(again.err()).contains("exists; give another name");
    }

    @Test
    void theUsesAreTheExamplesButForTwo() throws IOException {
        List<String> further = List.of("coulomb-attraction", "form-bound-violation");
        try (Stream<Path> examples = Files.list(Path.of("../docs/examples"))) {
            assertThat(examples.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.replace(".yaml", ""))
                            .filter(name -> !further.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(uses());
        }
        String help = mixfield("new", "run", "--help").out();
        StartingConfiguration.USES.forEach((use, words) ->
                assertThat(help).containsPattern("(?m)^ +" + Pattern.quote(use) + " +" + Pattern.quote(words)));
    }

    @Test
    void aWrongUseIsAnsweredWithTheNearest() {
        Outcome outcome = mixfield("new", "run", folder.resolve("x.yaml"), "--use", "hartre-1d");
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains("did you mean 'hartree-1d'?");
        assertThat(folder.resolve("x.yaml")).doesNotExist();
    }

    /** Those that do something by themselves. */
    private static Stream<CommandLine> doers(CommandLine command) {
        Stream<CommandLine> below = command.getSubcommands().values().stream().flatMap(MainTest::doers);
        Object own = command.getCommand();
        return own instanceof Callable || own instanceof CompletionCommand
                ? Stream.concat(Stream.of(command), below)
                : below;
    }

    @Test
    void everyCommandHasTheOptionsThatMeanSomethingThereAndAnExample() {
        Streams nowhere =
                new Streams(new PrintStream(new ByteArrayOutputStream()), new PrintStream(new ByteArrayOutputStream()));
        List<String> showProgress = List.of("mixfield run", "mixfield resume", "mixfield study", "mixfield verify");
        assertThat(doers(Main.commands(nowhere))).hasSize(15).allSatisfy(command -> {
            String name = command.getCommandSpec().qualifiedName();
            var options =
                    assertThat(command.getCommandSpec().optionsMap().keySet()).as(name);
            options.contains("--help", "--version");
            if (!name.equals("mixfield completion")) {
                options.contains("--verbose");
            }
            if (!List.of("mixfield schema", "mixfield completion").contains(name)) {
                options.contains("--json");
            }
            if (showProgress.contains(name)) {
                options.contains("--quiet");
            } else {
                options.doesNotContain("--quiet");
            }
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help).as(name).containsPattern("Examples?:").contains("  " + name);
        });
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(mixfield("completion").out()).contains("complete -F", "validate", "--set");
    }

    @Test
    void whereAFailureCameFromIsToldToWhoeverAsks() {
        Outcome outcome = mixfield("validate", file, "--set", "boundary=fre", "--verbose");
        assertThat(outcome.err()).contains("did you mean 'free'?", "ConfigurationException", "\tat ");
        assertThat(mixfield("validate", file, "--set", "boundary=fre").err()).doesNotContain("\tat ");
    }

    @Test
    void schemaPrintsWhatEditorsNeed() throws IOException {
        JsonNode schema = mixfield("schema").json();
        assertThat(schema.get("$schema").asText()).contains("2020-12");
        assertThat(schema.get("properties").has("species")).isTrue();
    }

    static List<Arguments> wrongConfigurations() {
        List<Arguments> wrong = new ArrayList<>();
        wrong.add(
                Arguments.of("an unknown key", SMALL.replace("length:", "lenght:"), "3:22: grid.lenght: unknown key"));
        wrong.add(Arguments.of("a wrong type", SMALL.replace("particles: 3", "particles: many"), "5:18: species.u."));
        wrong.add(Arguments.of("no grid", SMALL.replaceAll("grid.*\n", ""), "1:1: grid: is missing"));
        wrong.add(Arguments.of(
                "a negative width",
                SMALL.replaceFirst("width: 1.0", "width: -1.0"),
                "5:69: species.u.initial.width: "));
        wrong.add(Arguments.of(
                "another number of points than of lengths", SMALL.replace("[32]", "[8, 8]"), "3:32: grid.length: "));
        wrong.add(Arguments.of(
                "an unknown potential", SMALL.replace("soft-coulomb", "soft-colomb"), "8:14: interactions.uu.type: "));
        wrong.add(Arguments.of("a key given twice", SMALL + "name: again\n", "14:1: name: the key is given twice"));
        wrong.add(Arguments.of(
                "a tag that would construct an object",
                SMALL.replace("name: small", "name: !!javax.script.ScriptEngineManager []"),
                "2:7: name: found the tag !!javax.script.ScriptEngineManager"));
        wrong.add(Arguments.of("an alias bomb", bomb(), ": the file expands to more than"));
        wrong.add(Arguments.of("no YAML", "%PDF-1.4 {[(<<", "1:"));
        wrong.add(Arguments.of("nothing", "", ": is empty"));
        return wrong;
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder(SMALL).append("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int level = 1; level < 9; level++) {
            String ten = String.join(", ", java.util.Collections.nCopies(10, "*a" + (level - 1)));
            bomb.append("a%d: &a%d [%s]%n".formatted(level, level, ten));
        }
        return bomb.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongConfigurations")
    @Timeout(20)
    void aWrongConfigurationIsExplainedAndLeavesNothing(String what, String text, String expected) throws IOException {
        Files.writeString(file, text);
        for (String command : List.of("run", "validate")) {
            Outcome outcome = mixfield(command, file);
            assertThat(outcome.code()).as(what).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(outcome.err()).as(what).contains(expected).doesNotContain("Exception", "\tat ");
            assertThat(outcome.err().lines())
                    .allSatisfy(line -> assertThat(line).startsWith("mixfield: error: " + file + ":"));
            assertThat(outcome.out()).isEmpty();
        }
        assertThat(folder.toFile().list()).containsExactly("small.yaml");
    }

    @Test
    void problemsAreToldInJsonToo() throws IOException {
        Files.writeString(file, SMALL.replace("mixfield: 1", "mixfield: 2"));
        JsonNode json = mixfield("validate", file, "--json").json();
        assertThat(json.get("exit-code").asInt()).isEqualTo(2);
        JsonNode problem = json.get("problems").get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(1);
        assertThat(problem.get("column").asInt()).isEqualTo(11);
        assertThat(problem.get("path").asText()).isEqualTo("mixfield");
    }

    @Test
    void anUnwritableDirectoryIsExplainedAndLeavesNothing() {
        Outcome below = mixfield("run", file, "--output", file.resolve("below/a/file"));
        assertThat(below.code()).isEqualTo(ExitCode.RESOURCES);
        assertThat(below.err()).contains("mixfield: error: cannot write to the output directory", "--output");
        assertThat(folder.toFile().list()).containsExactly("small.yaml");
    }

    @Test
    void aRunTooLargeForTheMemoryIsExplainedAndLeavesNothing() {
        for (String points : List.of("[1000000000]", "[2000000000]", "[1e15]")) {
            Outcome outcome = mixfield("run", file, "--set", "grid.points=" + points);
            assertThat(outcome.code()).isEqualTo(ExitCode.RESOURCES);
            assertThat(outcome.err()).contains("mixfield: error: the run needs ", " are available: ", "; give it more");
        }
        assertThat(folder.toFile().list()).containsExactly("small.yaml");
    }

    @Test
    void aViolatedHypothesisHasItsOwnExitCodeUnlessRelaxed() throws IOException {
        Files.writeString(
                file,
                SMALL.replace("[32]", "[32, 32]")
                        .replace("[12]", "[12, 12]")
                        .replace("[0.5]", "[0.5, 0]")
                        .replace("type: none", "type: coulomb, strength: 1"));
        Outcome refused = mixfield("run", file);
        assertThat(refused.code()).isEqualTo(ExitCode.HYPOTHESIS);
        assertThat(refused.err()).contains("interactions.vv", "assumptions: relaxed");
        assertThat(mixfield("validate", file).code()).isEqualTo(ExitCode.HYPOTHESIS);
        assertThat(folder.toFile().list()).containsExactly("small.yaml");

        Outcome relaxed = mixfield("run", file, "--set", "assumptions=relaxed", "--json");
        assertThat(relaxed.code()).isEqualTo(ExitCode.DONE);
        assertThat(relaxed.json().get("theorem-applies").asBoolean(true)).isFalse();
    }

    @Test
    void misuseIsAnsweredWithASuggestion() {
        Outcome command = mixfield("valdate", file);
        assertThat(command.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(command.err()).startsWith("mixfield: error: ").contains("validate");
        Outcome option = mixfield("run", file, "--forse");
        assertThat(option.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(option.err()).contains("--force");
        assertThat(mixfield("run").code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(mixfield().code()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void helpShowsExamplesAndExitCodes() {
        Outcome help = mixfield("--help");
        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).contains("run", "validate", "plugins", "Examples:", "Exit codes:", "130");
        assertThat(mixfield("run", "--help").out()).contains("--set", "--output", "--force", "--json", "--quiet");
        assertThat(mixfield("--version").out()).startsWith("mixfield ");
        assertThat(mixfield("run", "--version").out())
                .isEqualTo(mixfield("--version").out());
    }

    @Test
    void everyFailureHasItsExitCode() {
        assertThat(ExitCode.of(new org.mixfield.core.run.NumericalException("x")))
                .isEqualTo(4);
        assertThat(ExitCode.of(new OutOfMemoryError())).isEqualTo(5);
        assertThat(ExitCode.of(new org.mixfield.pipeline.RunInterrupted("x"))).isEqualTo(130);
        assertThat(ExitCode.of(new IllegalStateException("x"))).isEqualTo(1);
    }
}
