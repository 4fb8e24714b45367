package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.run.NumericalException;

/** Runs that start from ground states, and from orbitals of earlier runs. */
class GroundStateRunTest {

    private static final String BOTH = """
            mixfield: 1
            name: rest
            grid: {points: [64], length: [18]}
            species:
              u: {particles: 20, trap: {type: harmonic, stiffness: [1]}, initial: {type: ground-state}}
              v: {particles: 10, trap: {type: harmonic, stiffness: [0.7]}, initial: {type: ground-state}}
            interactions:
              uu: {type: soft-coulomb, strength: 1.0, softening: 1.0}
              vv: {type: none}
              uv: {type: gaussian, strength: 0.8, range: 1.0}
            time: {end: 0.4, outputs: 2}
            solvers:
              hartree: {type: spectral, method: rkn6b, step: 0.005}
            """;

    @TempDir
    Path folder;

    private Run load(Mixfield mixfield, String text, String... overrides) {
        return mixfield.load(Configurations.write(folder, text), List.of(overrides));
    }

    private RunResult execute(String text, String directory, String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            return load(mixfield, text, overrides).execute(folder.resolve(directory), true, Progress.SILENT);
        }
    }

    private static Map<?, ?> section(RunResult result) {
        return (Map<?, ?>) result.summary().get("ground-state");
    }

    @Test
    void aRunFromTheGroundStateOfBothSpeciesStandsStill() {
        RunResult result = execute(BOTH, "out");
        for (String species : List.of("u", "v")) {
            // Of second order in the errors of the step and of the orbital.
            assertThat(result.last("hartree.overlap." + species).orElseThrow()).isCloseTo(1, within(1e-12));
            assertThat(result.last("hartree.mean." + species + ".x").orElseThrow())
                    .isCloseTo(0, within(1e-9));
        }
        assertThat((double) section(result).get("energy"))
                .isCloseTo(result.last("hartree.energy").orElseThrow(), within(1e-9));
        assertThat(section(result).get("species")).isEqualTo(List.of("u", "v"));
    }

    @Test
    void aSearchThatIsInterruptedLeavesNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> execute(BOTH, "out"))
                .isInstanceOf(RunInterrupted.class)
                .hasMessageContaining("ground state");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withOneOrbitalGivenTheOtherStartsFromItsMinimiserInThatField() {
        RunResult result = execute(BOTH, "out", "species.u.initial={type: gaussian, width: 0.9, center: [0.5]}");
        assertThat(section(result).get("species")).isEqualTo(List.of("v"));
        assertThat((double) ((Map<?, ?>) section(result).get("residual")).get("v"))
                .isLessThanOrEqualTo(1e-10);
        assertThat(result.last("hartree.overlap.u").orElseThrow()).isLessThan(1 - 1e-4);
    }

    @Test
    void whereOnlyTheModesRunTheGroundStateIsSoughtInThem() {
        RunResult result = execute(
                BOTH,
                "out",
                "species.u.particles=3",
                "species.v.particles=2",
                "solvers={fock: {modes: {count: 4}, frames: [laboratory], state: factorised}}");
        assertThat(section(result).get("space")).isEqualTo("modes");
        assertThat(result.last("projected.energy").orElseThrow())
                .isCloseTo((double) section(result).get("energy"), within(1e-9));
        Map<?, ?> fock = (Map<?, ?>) ((Map<?, ?>) result.summary().get("solvers")).get("fock");
        Map<?, ?> lost = (Map<?, ?>) fock.get("initial-norm-lost");
        // Rounding, where it is told at all.
        assertThat(lost == null ? 0 : (double) lost.get("u")).isCloseTo(0, within(1e-12));
    }

    @Test
    void aGroundStateMayBeKickedAndDisplaced() {
        String kicked = "species.u.initial={type: kick, momentum: [0.3], of: {type: displaced, by: [0.4],"
                + " of: {type: ground-state}}}";
        RunResult result = execute(BOTH, "out", kicked, "time={at: [0]}");
        assertThat(section(result).get("species")).isEqualTo(List.of("u", "v"));
        assertThat(result.last("hartree.mean.u.x").orElseThrow()).isCloseTo(0.4, within(1e-9));
        assertThat(result.last("hartree.momentum.u.x").orElseThrow()).isCloseTo(0.3, within(1e-9));
        assertThat(result.last("hartree.mean.v.x").orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void validationFindsNoGroundStateButSamplesTheOtherOrbital() {
        // A residual that cannot be reached would be refused if it were sought.
        String[] hard = {"species.u.initial={type: ground-state, residual: 1e-18}"};
        try (Mixfield mixfield = Mixfield.open()) {
            load(mixfield, BOTH, hard).check();
        }
        assertThat(Configurations.problems(
                        folder, BOTH, hard[0], "species.v.initial={type: gaussian, width: 1, center: [40]}"))
                .singleElement()
                .asString()
                .contains("species.v.initial: ");
        assertThatThrownBy(() -> execute(BOTH, "refused", hard))
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("species.u.initial: ", "residual");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void aRunMayStartFromASnapshotOfAnother() throws IOException {
        RunResult first = execute(
                BOTH, "first", "species.u.initial={type: gaussian, width: 0.9, center: [0.5]}", "output.fields=1");
        String file = folder.resolve("first/fields/0000.h5").toString();
        assertThat(Files.exists(Path.of(file))).isTrue();
        String same = "{type: file, file: " + file + "}";
        RunResult second =
                execute(BOTH, "second", "species.u.initial=" + same, "species.v.initial=" + same, "time={at: [0]}");
        assertThat(second.summary()).doesNotContainKey("ground-state");
        for (String species : List.of("u", "v")) {
            assertThat(second.last("hartree.mean." + species + ".x").orElseThrow())
                    // The file holds every digit; normalising again is rounding.
                    .isCloseTo(first.last("hartree.mean." + species + ".x").orElseThrow(), within(1e-13));
        }
        RunResult swapped = execute(
                BOTH,
                "swapped",
                "species.u.initial={type: file, orbital: v, file: " + file + "}",
                "species.v.initial=" + same,
                "time={at: [0]}");
        assertThat(swapped.last("hartree.mean.u.x").orElseThrow())
                .isCloseTo(first.last("hartree.mean.v.x").orElseThrow(), within(1e-13));
    }

    @Test
    void aFileThatDoesNotFitIsAProblemOfTheConfiguration() throws IOException {
        execute(BOTH, "first", "output.fields=1", "time={at: [0]}");
        String file = folder.resolve("first/fields/0000.h5").toString();
        assertThat(Configurations.problems(
                        folder, BOTH, "species.u.initial={type: file, file: " + file + "}", "grid.length=[20]"))
                .singleElement()
                .asString()
                .contains("species.u.initial: ", "[64] points over [18.0]", "the two must be the same");
        assertThat(Configurations.problems(folder, BOTH, "species.u.initial={type: file, file: nowhere.h5}"))
                .singleElement()
                .asString()
                .contains("species.u.initial.file: there is no file ", "nowhere.h5");
        Files.writeString(folder.resolve("text.h5"), "no HDF5");
        assertThat(Configurations.problems(folder, BOTH, "species.u.initial={type: file, file: text.h5}"))
                .singleElement()
                .asString()
                .contains("text.h5 is no snapshot that Mixfield wrote");
    }

    @Test
    void whatIsWrongWithAComposedOrbitalIsSaidAtItsPlace() {
        assertThat(Configurations.problems(
                        folder,
                        BOTH,
                        "species.u.initial={type: kick, momentum: [1], of: {type: ground-state, residul: 1}}"))
                .singleElement()
                .asString()
                .contains("species.u.initial.of.residul: unknown key", "did you mean 'residual'?");
    }
}
