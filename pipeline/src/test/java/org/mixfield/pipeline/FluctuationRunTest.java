package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.run.NumericalException;

/** Whole runs in the fluctuation frame. */
class FluctuationRunTest {

    @TempDir
    private Path folder;

    private static final String CONFIGURATION = """
            mixfield: 1
            name: fluctuations
            grid: {points: [64], length: [16]}
            species:
              u: {particles: 3, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, center: [0.4], width: 1.0}}
              v: {particles: 2, initial: {type: gaussian, width: 0.9, momentum: [0.5]}}
            interactions:
              uu: {type: soft-coulomb, strength: 1.0, softening: 0.5}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.7, range: 0.8}
            weights: {c1: 0.5, c2: 0.5}
            time: {end: 0.2, outputs: 2}
            solvers:
              fock:
                modes: {count: {u: 2, v: 1}}
                frames: [comoving, fluctuation]
                sectors: all
                cutoff: 6
                tail: 1.0e-7
                direct-cutoff: {u: 10, v: 8}
                cubic-cutoff: 2
                tolerance: 1.0e-7
            """;

    private RunResult run(String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            return mixfield.load(Configurations.write(folder, CONFIGURATION), List.of(overrides))
                    .execute(folder.resolve("results"), true, Progress.SILENT);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void itsColumnsAreThoseOfTheCoMovingFrameWithinTheirErrors() {
        RunResult result = run();
        Map<String, Double> row =
                new TreeMap<>((Map<String, Double>) result.summary().get("final"));
        double other = row.get("gamma.trace-distance.error");
        assertAgree(row, "direct.trace-distance", "gamma.trace-distance", other);
        // γ has trace 1, and there are five particles.
        assertAgree(row, "direct.number.u", "fluctuation.number.u", 5 * other);
        assertAgree(row, "direct.number.v", "fluctuation.number.v", 5 * other);
        assertThat(row.get("truncated.distance")).isPositive();
        assertThat(row.get("truncated.distance.error")).isLessThan(row.get("truncated.distance"));
    }

    private static void assertAgree(Map<String, Double> row, String direct, String other, double otherError) {
        double error = row.get(direct + ".error") + otherError;
        assertThat(row.get(direct)).as(direct).isCloseTo(row.get(other), within(error));
        assertThat(error).as("errors of " + direct).isLessThan(0.05 * row.get(other));
    }

    @Test
    void aCutoffThatIsTooSmallEndsTheRunAndKeepsTheRowsBefore() throws IOException {
        assertThatThrownBy(() -> run(
                        "solvers.fock.frames=[fluctuation]",
                        "solvers.fock.direct-cutoff=2",
                        "interactions.uu.strength=3",
                        "time.end=0.6"))
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("direct-cutoff: {u: 2, v: 2} is too small", "would do");
        List<String> rows = Files.readAllLines(folder.resolve("results/observables.csv"));
        assertThat(rows).hasSizeBetween(2, 3);
        assertThat(rows.get(0))
                .contains("direct.number.u,direct.number.u.error")
                .doesNotContain("fock.", "gamma.");
    }
}
