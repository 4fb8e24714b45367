package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mixfield.pipeline.Configurations.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.plugin.ProviderListing;

/** Potentials that refer to something else: a file beside the configuration, other potentials. */
class PotentialsFromFileTest {

    private static final String RELAXED = Configurations.SMALL + "assumptions: relaxed\n";

    @TempDir
    private Path folder;

    private static String with(String potential) {
        return RELAXED.replace("{type: soft-coulomb, strength: 1.0, softening: 1.0}", potential);
    }

    @Test
    void aTableIsFoundBesideTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("v.csv"), "r,V\n0,1\n1,0.5\n12,0\n");
        assertThat(problems(folder, with("{type: table, file: v.csv}"))).isEmpty();
    }

    @Test
    void aTableThatEndsInsideTheBoxIsRefusedBeforeTheRun() throws IOException {
        Files.writeString(folder.resolve("v.csv"), "r,V\n0,1\n1,0.5\n11,0\n");
        assertThat(problems(folder, with("{type: table, file: v.csv}")))
                .singleElement()
                .asString()
                .contains("interactions.uu", "up to r = 12.0", "v.csv covers r = 0.0 to 11.0");
    }

    @Test
    void wrongLinesOfATableAndOfTheConfigurationAreReportedTogether() throws IOException {
        Files.writeString(folder.resolve("v.csv"), "0,1\n1,x\n12,0\n");
        assertThat(problems(folder, with("{type: table, file: v.csv}").replace("range: 1.0", "range: -1.0")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("v.csv:2:3: interactions.uu.file: found x"))
                .anySatisfy(line -> assertThat(line).startsWith("run.yaml:").contains("interactions.uv.range"));
    }

    @Test
    void aWrongFormulaIsReportedWhereItStands() {
        assertThat(problems(folder, with("{type: formula, expression: \"exp(-x)/r\"}")))
                .singleElement()
                .asString()
                .matches("run.yaml:\\d+:\\d+: interactions.uu.expression: .*'x'.*");
    }

    @Test
    void termsOfASumAreLocatedAndRemembered() {
        String sum =
                "{type: sum, of: [{type: gaussian, strength: 1, range: 1}, {type: formula, expression: \"1/(1+r)\"}]}";
        assertThat(problems(folder, with(sum.replace("range: 1", "range: 0"))))
                .singleElement()
                .asString()
                .contains("interactions.uu.of[0].range");
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = mixfield.load(Configurations.write(folder, with(sum)), List.of());
            assertThat(run.configuration().provenance().used())
                    .extracting(ProviderListing::name)
                    .contains("sum", "gaussian", "formula");
        }
    }
}
