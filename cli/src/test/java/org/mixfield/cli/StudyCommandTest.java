package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {

    private static final String SMALL = """
            mixfield: 1
            name: small
            grid: {points: [32], length: [12]}
            species:
              u: {particles: 1, initial: {type: gaussian, center: [0.5], width: 1.0}}
              v: {particles: 1, initial: {type: gaussian, width: 1.0}}
            interactions: {uu: {type: none}, vv: {type: none}, uv: {type: gaussian, strength: -0.5, range: 1.0}}
            time: {at: [0.2]}
            solvers: {fock: {modes: {count: 2}, frames: [laboratory], state: factorised}}
            study: {scale: [2, 4, 8]}
            """;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeConfiguration() throws IOException {
        file = Files.writeString(folder.resolve("small.yaml"), SMALL);
    }

    private static Outcome mixfield(Object... arguments) {
        return Outcome.of(arguments);
    }

    @Test
    void aStudyTellsItsLawAndTheSameCommandTellsItAgain() throws IOException {
        Outcome first = mixfield("study", file);
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out())
                .contains(folder.resolve("runs/small").toString(), "exponent in N", "bound (2.4)", "time taken")
                .contains("3 of 3 particle numbers fitted");
        assertThat(first.err()).contains("3 of 3 rows, scale 8");
        Outcome again = mixfield("study", file, "--json");
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(again.out());
        assertThat(result.at("/study/exponent/value").asDouble()).isBetween(0.5, 1.5);
        assertThat(result.get("kind").asText()).isEqualTo("study");
        Outcome resumed = mixfield("resume", folder.resolve("runs/small"));
        assertThat(resumed.code()).isEqualTo(ExitCode.DONE);
        assertThat(resumed.err()).contains("there is nothing to resume");
        assertThat(resumed.out()).contains("exponent in N");
        Outcome other = mixfield("study", file, "--set", "time.at=[0.3]");
        assertThat(other.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(other.err()).contains("time.at was [0.2] and is [0.3]", "--force");
    }

    @Test
    void shardsAreMergedWhereTheyStand() throws IOException {
        for (String shard : new String[] {"1/2", "2/2"}) {
            assertThat(mixfield("study", file, "--shard", shard, "--quiet").code())
                    .isEqualTo(ExitCode.DONE);
        }
        Path study = folder.resolve("runs/small");
        Outcome merged = mixfield(
                "study", "merge", study.resolve("shard-1-of-2"), study.resolve("shard-2-of-2"), "--output", study);
        assertThat(merged.code()).as(merged.err()).isEqualTo(ExitCode.DONE);
        assertThat(merged.out()).contains("3 of 3 particle numbers fitted");
        assertThat(Files.readAllLines(study.resolve("study.csv"))).hasSize(4);
    }

    @Test
    void misuseIsTold() {
        assertThat(mixfield("study").err()).contains("give a configuration, or the command merge");
        assertThat(mixfield("study").code()).isEqualTo(ExitCode.CONFIGURATION);
        Outcome shard = mixfield("study", file, "--shard", "3/2");
        assertThat(shard.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(shard.err()).contains("--shard 3/2", "give i/N with i from 1 to N");
        Outcome empty = mixfield("study", file, "--shard", "4/4");
        assertThat(empty.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(empty.err()).contains("has nothing to do: the study has 3 scales");
        assertThat(folder.resolve("runs")).doesNotExist();
    }
}
