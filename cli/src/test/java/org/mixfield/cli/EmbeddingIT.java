package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the guide that computes with Mixfield, built and run as an outsider does. */
class EmbeddingIT {

    @TempDir
    private static Path outside;

    @Test
    void aProgramOfItsOwnComputesATraceDistance() throws IOException, InterruptedException {
        Path project = new Outsider(outside)
                .builds("docs/embedding", List.of("core", "potentials", "solvers-hartree", "solvers-fock", "pipeline"));
        assertThat(project.resolve("target/surefire-reports/TEST-lab.TraceDistanceTest.xml"))
                .content()
                .contains("tests=\"2\"", "failures=\"0\"", "errors=\"0\"", "skipped=\"0\"");
    }
}
