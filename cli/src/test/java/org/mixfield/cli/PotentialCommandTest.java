package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PotentialCommandTest {

    private static final String COULOMB = "{type: coulomb, strength: 2}";

    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    private static Outcome potential(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Main.execute(
                streams,
                Stream.concat(Stream.of("potential"), Stream.of(arguments).map(String::valueOf))
                        .toArray(String[]::new));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void checkTellsVerdictConstantAndSource() {
        Outcome proven = potential("check", COULOMB, "--dimension", 3);
        assertThat(proven.code()).isEqualTo(ExitCode.DONE);
        assertThat(proven.err()).isEmpty();
        assertThat(proven.out()).contains("{type: coulomb, strength: 2}", "proven", "K = 16", "Hardy's inequality");
        Outcome computed = potential("check", "{type: gaussian, strength: 1, range: 1}", "--dimension", 3);
        assertThat(computed.code()).isEqualTo(ExitCode.DONE);
        assertThat(computed.out()).contains("computed", "K = 0.1497", "between 0.1497", "method");
        assertThat(computed.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void jsonHasTheKeysOfTheDesign() throws IOException {
        JsonNode proven =
                potential("check", COULOMB, "--dimension", 3, "--json").json();
        assertThat(proven.fieldNames()).toIterable().containsExactly("verdict", "K", "source", "witness");
        assertThat(proven.get("K").get("lower").asDouble()).isEqualTo(16);
        assertThat(proven.get("K").get("upper").asDouble()).isEqualTo(16);
        assertThat(proven.get("witness").isNull()).isTrue();
    }

    @Test
    void aViolationIsToldInFullAndEndsWithItsOwnExitCode() throws IOException {
        Outcome text = potential("check", COULOMB, "--dimension", 2);
        assertThat(text.code()).isEqualTo(ExitCode.HYPOTHESIS);
        assertThat(text.out()).contains("violated", "witness", "<V^2>/<1 - Laplacian>", "Theorem 2.3 does not apply");
        Outcome json = potential("check", COULOMB, "--dimension", 2, "--json");
        assertThat(json.code()).isEqualTo(ExitCode.HYPOTHESIS);
        assertThat(json.json().get("K").isNull()).isTrue();
        JsonNode witness = json.json().get("witness");
        assertThat(witness.get("family").asText()).isNotBlank();
        assertThat(witness.get("trials")).hasSizeGreaterThan(2);
        double before = 0;
        for (JsonNode trial : witness.get("trials")) {
            assertThat(trial.get("parameter").asDouble()).isPositive();
            assertThat(trial.get("ratio").asDouble()).isGreaterThan(before);
            before = trial.get("ratio").asDouble();
        }
    }

    @Test
    void sumsWithAContactAreDecided() throws IOException {
        String gaussian = "{type: gaussian, strength: 1, range: 1}";
        Outcome violated = potential(
                "check", "{type: sum, of: [" + COULOMB + ", {type: contact, strength: 1}]}", "--dimension", 3);
        assertThat(violated.code()).isEqualTo(ExitCode.HYPOTHESIS);
        assertThat(violated.out()).contains("violated", "witness", "ball of radius s");
        String cancelling =
                "{type: sum, of: [{type: contact, strength: 1}, " + gaussian + ", {type: contact, strength: -1}]}";
        Outcome bounded = potential("check", cancelling, "--dimension", 3, "--json");
        assertThat(bounded.code()).isEqualTo(ExitCode.DONE);
        assertThat(bounded.json())
                .isEqualTo(
                        potential("check", gaussian, "--dimension", 3, "--json").json());
    }

    @Test
    void wrongSettingsAreToldWithTheirPlace() throws IOException {
        Outcome text = potential("check", "{type: coulomb, strenght: 2}", "--dimension", 3);
        assertThat(text.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(text.err())
                .contains("mixfield: error: potential:1:17: strenght: unknown key", "did you mean 'strength'?");
        assertThat(text.out()).isEmpty();
        Outcome json = potential("check", "{type: coulomb}", "--dimension", 3, "--json");
        assertThat(json.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(json.json().get("problems").get(0).get("source").asText()).isEqualTo("potential");
        for (String dimension : List.of("0", "4", "three")) {
            assertThat(potential("check", COULOMB, "--dimension", dimension).code())
                    .isEqualTo(ExitCode.CONFIGURATION);
        }
        assertThat(potential("check", COULOMB).code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(potential("check", COULOMB).err()).contains("--dimension");
    }

    @Test
    void aValueThatIsNotFiniteIsANumericalFailure() {
        Outcome outcome = potential("check", "{type: coulomb, strength: 1.0e308}", "--dimension", 1);
        assertThat(outcome.code()).isIn(ExitCode.NUMERICAL, ExitCode.HYPOTHESIS);
        Outcome formula = potential("check", "{type: formula, expression: sqrt(r - 1)}", "--dimension", 1);
        assertThat(formula.code()).isEqualTo(ExitCode.NUMERICAL);
        assertThat(formula.err()).contains("mixfield: error: ").doesNotContain("\tat ");
    }

    @Test
    void plotDrawsAPictureOrSaysWhyNot() throws IOException {
        Path file = folder.resolve("coulomb.png");
        Outcome drawn = potential("check", COULOMB, "--dimension", 3, "--plot", file);
        assertThat(drawn.code()).isEqualTo(ExitCode.DONE);
        assertThat(drawn.out()).contains(file.toString());
        assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1000);
        assertThat(folder.toFile().list()).containsExactly("coulomb.png");

        Outcome refused = potential("check", COULOMB, "--dimension", 3, "--plot", folder.resolve("no/such.png"));
        assertThat(refused.code()).isEqualTo(ExitCode.RESOURCES);
        assertThat(refused.err()).contains("cannot write the picture", "no such file or directory");
    }

    @Test
    void listShowsEveryPotentialWithFormulaSettingsUnitsAndOrigin() throws IOException {
        Outcome text = potential("list");
        assertThat(text.code()).isEqualTo(ExitCode.DONE);
        assertThat(text.out())
                .contains("coulomb  V = strength / r")
                .containsPattern("strength +V times r: a finite number; required; in energy·length")
                .containsPattern("range +r at which V has fallen to \\S+ a finite number greater than 0;\\s+required;")
                .contains("from ");
        JsonNode potentials = potential("list", "--json").json().get("potentials");
        assertThat(potentials.findValuesAsText("name")).contains("coulomb", "gaussian", "none");
        JsonNode gaussian = Stream.iterate(0, i -> i + 1)
                .limit(potentials.size())
                .map(potentials::get)
                .filter(each -> each.get("name").asText().equals("gaussian"))
                .findFirst()
                .orElseThrow();
        assertThat(gaussian.get("usable").asBoolean()).isTrue();
        JsonNode range = gaussian.get("settings").get(1);
        assertThat(range.get("name").asText()).isEqualTo("range");
        assertThat(range.get("meaning").asText()).startsWith("r at which");
        assertThat(range.get("kind").asText()).isEqualTo("number");
        assertThat(range.get("required").asBoolean()).isTrue();
        assertThat(range.get("default").isNull()).isTrue();
        assertThat(range.get("unit").asText()).isEqualTo("length");
    }

    @Test
    void helpShowsExamples() {
        assertThat(potential("--help").out()).contains("check", "list", "Examples:");
        assertThat(potential("check", "--help").out()).contains("--dimension", "--plot", "--json", "Examples:");
        assertThat(potential().code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(potential("chekc").err()).contains("did you mean 'check'?");
    }
}
