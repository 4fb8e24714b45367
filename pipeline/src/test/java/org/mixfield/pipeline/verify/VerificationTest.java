package org.mixfield.pipeline.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Verdict;
import org.mixfield.pipeline.HypothesisViolation;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.OutputTimes;
import org.mixfield.pipeline.Progress;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunInterrupted;
import org.mixfield.pipeline.output.Json;

/** Small mixtures, verified from configuration to file. */
class VerificationTest {

    private static final String SMALL = """
            mixfield: 1
            name: small
            grid: {points: [32], length: [12]}
            species:
              u: {particles: 40, initial: {type: gaussian, center: [0.4], width: 1.0}}
              v: {particles: 20, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: gaussian, strength: 1.0, range: 1.0}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.7, range: 1.0}
            time: {end: 0.4, outputs: 4}
            solvers:
              fock: {modes: {type: harmonic, count: 2}, frames: [comoving, bogoliubov], accuracy: 1.0e-5}
            output: {formats: [csv]}
            """;

    @TempDir
    private Path folder;

    private VerificationResult verify(Progress progress, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), SMALL);
        try (Mixfield mixfield = Mixfield.open()) {
            return Verification.of(mixfield.load(file, List.of(overrides)))
                    .execute(folder.resolve("out"), false, progress);
        }
    }

    private static Finding finding(VerificationResult result, String id) {
        return result.evidence().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCoherentMixtureObeysTheTheoryAndTheFileSaysSo() throws IOException {
        List<Integer> heard = new ArrayList<>();
        VerificationResult result = verify(
                (done, total, words) -> heard.add(done),
                "solvers.hartree={type: spectral, method: strang, step: 0.01}");
        assertThat(result.evidence().findings())
                .filteredOn(finding ->
                        finding.verdict() != Verdict.HOLDS && !finding.id().equals("expansion-3.1"))
                .isEmpty();
        assertThat(heard).isSorted();
        // The measured rate is that of the theory for mixtures, and the prefactor that of the Gaussian limit.
        assertThat(finding(result, "theorem-2.3").constants().get("rate")).isCloseTo(1, within(1e-3));
        Map<String, Double> limit = finding(result, "bogoliubov-limit").constants();
        assertThat(limit.get("N-times-distance"))
                .isCloseTo(limit.get("coefficient"), within(1e-4 * limit.get("coefficient")));

        Map<String, Object> file = Json.read(folder.resolve("out/verification.json"));
        assertThat(file)
                .containsEntry("name", "small")
                .containsEntry("holds", true)
                .containsEntry("theorem-applies", true);
        List<Map<String, Object>> tables = (List<Map<String, Object>>) file.get("tables");
        assertThat(tables).extracting(table -> table.get("name")).startsWith("particle-numbers", "growth");
        List<List<Double>> rows = (List<List<Double>>) tables.get(0).get("rows");
        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row).hasSize(8).doesNotContainNull());
        assertThat(folder.resolve("out/observables.csv")).exists();
    }

    @Test
    void aStartWithFixedNumbersTestsWhatIsNotAboutFluctuations() throws IOException {
        VerificationResult result = verify(
                Progress.SILENT,
                "species.u.particles=3",
                "species.v.particles=2",
                "solvers.fock={modes: {count: 2}, state: factorised, frames: [laboratory]}");
        assertThat(result.holds()).isTrue();
        assertThat(finding(result, "reduced-density.fidelity").verdict()).isEqualTo(Verdict.HOLDS);
        for (String id : List.of("proposition-3.1", "lemma-5.3.both", "theorem-2.3", "bogoliubov-limit")) {
            assertThat(finding(result, id).verdict()).as(id).isEqualTo(Verdict.NOT_TESTED);
            assertThat(finding(result, id).where()).as(id).contains("state: coherent");
        }
    }

    @Test
    void theLaboratoryFrameIsSweptAsFarAsItCanBeAfforded() throws IOException {
        VerificationResult result = verify(
                Progress.SILENT,
                "species.u.particles=8",
                "species.v.particles=8",
                "time.outputs=2",
                "solvers.fock={modes: {count: 2}, frames: [laboratory], tail: 1.0e-7, tolerance: 1.0e-8}");
        assertThat(result.holds()).isTrue();
        assertThat(result.warnings()).singleElement().asString().contains("left out of the sweep", "N1 = 20, N2 = 20");
    }

    @Test
    void aPotentialOutsideTheHypothesisIsRefusedOrFoundToViolateIt() throws IOException {
        String power = "interactions.vv={type: power, strength: 1.0, exponent: 0.75}";
        assertThatThrownBy(() -> verify(Progress.SILENT, power)).isInstanceOf(HypothesisViolation.class);
        assertThat(folder.resolve("out")).doesNotExist();
        VerificationResult result = verify(
                Progress.SILENT,
                power,
                "assumptions=relaxed",
                "solvers.fock={frames: [bogoliubov], bogoliubov: grid, tolerance: 1.0e-5}",
                "time.end=0.02",
                "time.outputs=1");
        assertThat(result.holds()).isFalse();
        assertThat(finding(result, "hypothesis.vv").verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding(result, "hypothesis.uu").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void anInterruptedSweepKeepsTheRunAndWritesNothingElse() throws IOException {
        Progress interrupting = (done, total, words) -> {
            if (words.contains("N1 = ") && done > 5) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> verify(interrupting))
                .isInstanceOf(RunInterrupted.class)
                .hasMessageContaining("the run itself is complete");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("out/summary.json")).exists();
        assertThat(folder.resolve("out/verification.json")).doesNotExist();
    }

    /** Weights that are not those of the particle numbers: the orbitals then solve another Hartree system. */
    @Test
    void aWrongMeanFieldViolatesTheTheoremAndTheGrowthOfFluctuations() throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), SMALL);
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = mixfield.load(
                    file,
                    List.of("weights={c1: 0.6, c2: 0.4}", "solvers.fock.frames=[comoving]", "solvers.fock.cutoff=6"));
            Run sweep = run.forSweep(new OutputTimes(List.of(0.2, 0.4)));
            List<Rung> ladder = new ArrayList<>();
            for (int n : new int[] {16, 64, 256}) {
                Run at = sweep.withParticles(n, n);
                ladder.add(Rung.of(new ParticleNumbers(n, n), at.columns(), at.rows(Progress.SILENT)));
            }
            assertThat(UniformStatements.of(ladder, ""))
                    .allSatisfy(finding ->
                            assertThat(finding.verdict()).as(finding.id()).isEqualTo(Verdict.VIOLATED));
            assertThat(FluctuationStatements.of(ladder, ""))
                    .allSatisfy(finding ->
                            assertThat(finding.verdict()).as(finding.id()).isNotEqualTo(Verdict.VIOLATED));
        }
    }
}
