package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the Gaussian limit on the grid, which need neither modes nor the Hartree solver. */
class BogoliubovRunTest {

    /** Without V₁₁, whose form bound takes a while. */
    private static final String ON_GRID = Configurations.SMALL
            .replace("{type: soft-coulomb, strength: 1.0, softening: 1.0}", "{type: none}")
            .replace("{type: gaussian, width: 1.0}", "{type: ground-state}")
            .replace(
                    "hartree: {type: spectral, method: strang, step: 0.01}",
                    "fock: {frames: [bogoliubov], bogoliubov: grid, tolerance: 1.0e-6}");

    @TempDir
    private Path folder;

    private RunResult execute(String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = mixfield.load(Configurations.write(folder, ON_GRID), List.of(overrides));
            return run.execute(folder.resolve("out"), false, Progress.SILENT);
        }
    }

    @Test
    void gridRunNeedsNoModesAndLeavesItsColumnsAndOrbitals() {
        RunResult result = execute("output.fields=2");
        assertThat(result.last("bogoliubov.coefficient").orElseThrow()).isGreaterThan(1e-4);
        assertThat(result.last("bogoliubov.coefficient.error").orElseThrow()).isBetween(0.0, 1e-5);
        assertThat(result.last("gamma.trace-distance")).isEmpty();
        assertThat(folder.resolve("out/fields/0001.h5")).isNotEmptyFile();
    }

    @Test
    void framesInModesStillNeedTheirs() {
        assertThat(Configurations.problems(folder, ON_GRID, "solvers.fock.bogoliubov=modes"))
                .singleElement()
                .asString()
                .contains("solvers.fock.modes: is missing");
    }
}
