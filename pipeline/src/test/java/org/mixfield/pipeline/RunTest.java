package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.mixfield.pipeline.Configurations.SMALL;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputFailure;

class RunTest {

    @TempDir
    Path folder;

    private RunResult execute(String text, boolean force, Progress progress, String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            return execute(mixfield, text, force, progress, overrides);
        }
    }

    private RunResult execute(Mixfield mixfield, String text, boolean force, Progress progress, String... overrides) {
        Run run = mixfield.load(Configurations.write(folder, text), List.of(overrides));
        return run.execute(output(), force, progress);
    }

    private Path output() {
        return folder.resolve("deep/out");
    }

    private Map<String, Object> summary() throws IOException {
        return Json.read(output().resolve("summary.json"));
    }

    private List<double[]> rows() throws IOException {
        return Files.readAllLines(output().resolve("observables.csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private void assertNothingWasLeft() {
        assertThat(folder.resolve("deep")).doesNotExist();
    }

    @Test
    void aRunLeavesEveryFileOfTheDesign() throws IOException {
        RunResult result = execute(SMALL, false, Progress.SILENT, "output.fields=2");

        assertThat(output()).isDirectoryRecursivelyContaining("glob:**/fields/0001.h5");
        assertThat(output().toFile().list())
                .containsExactlyInAnyOrder(
                        "run.yaml", "manifest.json", "observables.csv", "summary.json", "fields", "report.html");
        assertThat(rows()).hasSize(5).allSatisfy(row -> assertThat(row[1]).isCloseTo(1, within(1e-12)));
        assertThat(result.last("time")).hasValue(0.2);
        assertThat(result.drift("hartree.norm").orElseThrow()).isLessThan(1e-12);
    }

    @Test
    void summaryHoldsTheLastRowDriftsBoundsAndReports() throws IOException {
        execute(SMALL, false, Progress.SILENT);

        assertThat(summary())
                .containsEntry("status", "complete")
                .containsEntry("rows", 5)
                .containsEntry("theorem-applies", true)
                .containsEntry("condition-constant", 0.0)
                .containsKeys("form-bounds", "weights", "warnings", "wall-seconds", "errors");
        assertThat(summary().get("final"))
                .asInstanceOf(MAP)
                .containsEntry("time", 0.2)
                .containsKey("hartree.energy");
        assertThat(summary().get("drifts")).asInstanceOf(MAP).containsOnlyKeys("hartree.norm", "hartree.energy");
        assertThat(summary().get("solvers")).asInstanceOf(MAP).containsOnlyKeys("hartree");
    }

    @Test
    void summaryHoldsAnEnclosureOfTheLeastConstantOfEachPotential() throws IOException {
        execute(SMALL, false, Progress.SILENT);

        Map<?, ?> bounds = (Map<?, ?>) summary().get("form-bounds");
        assertThat(bounds.get("vv").toString())
                .isEqualTo("{verdict=proven, K={lower=0.0, upper=0.0}, source=V = 0, witness=null}");
        for (String pair : List.of("uu", "uv")) {
            Map<?, ?> bound = (Map<?, ?>) bounds.get(pair);
            assertThat(bound.get("verdict")).isEqualTo("computed");
            Map<?, ?> constant = (Map<?, ?>) bound.get("K");
            double lower = (double) constant.get("lower");
            double upper = (double) constant.get("upper");
            // 1e-6 is what the check promises; sup V^2 is 1 and 0.25
            assertThat(upper - lower).isBetween(0.0, 1e-6 * upper);
            assertThat(upper).isLessThan(pair.equals("uu") ? 1.0 : 0.25);
        }
        assertThat((List<?>) summary().get("warnings")).isEmpty();
    }

    @Test
    void aRelaxedRunSaysEverywhereThatTheTheoremDoesNotApply() throws IOException {
        // In one dimension |x|^-s violates the bound from s = 1/2 on, and is integrable up to 1.
        String steep = "interactions.uv={type: power, strength: 0.1, exponent: 0.6}";
        assertThatThrownBy(() -> execute(SMALL, false, Progress.SILENT, steep))
                .isInstanceOf(HypothesisViolation.class)
                .hasMessageContaining("interactions.uv");
        assertNothingWasLeft();

        RunResult result = execute(SMALL, false, Progress.SILENT, steep, "assumptions=relaxed");

        String notice = "Theorem 2.3 does not apply: interactions.uv violates ";
        assertThat(result.summary()).containsEntry("theorem-applies", false);
        assertThat(summary().get("warnings").toString()).contains(notice);
        assertThat(summary().get("form-bounds").toString()).contains("verdict=violated", "trials=[{parameter=");
        Map<String, Object> manifest = Json.read(output().resolve("manifest.json"));
        assertThat(manifest).containsEntry("assumptions", "relaxed").containsEntry("theorem-applies", false);
        assertThat(manifest.get("notices").toString()).contains(notice);
        assertThat(Files.readString(output().resolve("report.html"))).contains("\"theoremApplies\":false", notice);
    }

    @Test
    void manifestNamesTheColumnsInTheOrderOfTheFileAndTheProviders() throws IOException {
        execute(SMALL, false, Progress.SILENT);

        Map<String, Object> manifest = Json.read(output().resolve("manifest.json"));
        List<?> columns = (List<?>) manifest.get("columns");
        String header = Files.readAllLines(output().resolve("observables.csv")).get(0);
        assertThat(columns.stream()
                        .map(column -> ((Map<?, ?>) column).get("name"))
                        .toList()
                        .toString())
                .isEqualTo("[" + header.replace(",", ", ") + "]");
        assertThat(header).startsWith("time,hartree.norm.u,hartree.norm.u.error,hartree.norm.v,");
        assertThat(manifest.get("providers").toString()).contains("soft-coulomb", "observable", "sink");
        assertThat(manifest).containsKeys("mixfield", "started", "java", "transform");
    }

    @Test
    void runYamlRepeatsTheRun() throws IOException {
        execute(SMALL, false, Progress.SILENT);
        List<String> first = Files.readAllLines(output().resolve("observables.csv"));

        execute(Files.readString(output().resolve("run.yaml")), true, Progress.SILENT);

        assertThat(Files.readAllLines(output().resolve("observables.csv"))).isEqualTo(first);
    }

    @Test
    void fieldFilesHoldTheOrbitalsWithRealAndImaginaryPartLast() throws IOException {
        execute(SMALL, false, Progress.SILENT, "output.fields=3");

        assertThat(output().resolve("fields").toFile().list())
                .containsExactlyInAnyOrder("0000.h5", "0001.h5", "0002.h5");
        try (HdfFile file = new HdfFile(output().resolve("fields/0001.h5"))) {
            assertThat((double) file.getAttribute("time").getData()).isEqualTo(0.1);
            assertThat((int[]) file.getAttribute("points").getData()).containsExactly(32);
            assertThat((double[]) file.getAttribute("length").getData()).containsExactly(12);
            double[][] u = (double[][]) file.getDatasetByPath("u").getData();
            assertThat(u).hasDimensions(32, 2);
            double norm =
                    Arrays.stream(u).mapToDouble(z -> z[0] * z[0] + z[1] * z[1]).sum() * 12 / 32;
            assertThat(norm).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void progressCountsTheRows() {
        List<String> heard = new java.util.ArrayList<>();
        execute(SMALL, false, (done, total, message) -> heard.add(done + "/" + total));
        assertThat(heard).containsExactly("0/5", "1/5", "2/5", "3/5", "4/5", "5/5");
    }

    @Test
    void columnsOfOthersFollowOurs() throws IOException {
        try (Mixfield mixfield = Mixfield.open(MadeUp.with(new MadeUp.Value("acme.value", time -> 0.1 + time / 3)))) {
            execute(mixfield, SMALL, false, Progress.SILENT);
        }
        assertThat(Files.readAllLines(output().resolve("observables.csv")).get(0))
                .endsWith(",acme.value");
        // Exactly, since all digits are written.
        assertThat(rows().get(1)[rows().get(1).length - 1]).isEqualTo(0.1 + 0.05 / 3);
    }

    @Test
    void anObservableThatTakesAColumnOfAnotherIsLeftOutWithAWarning() {
        try (Mixfield mixfield = Mixfield.open(MadeUp.with(new MadeUp.Value("time", time -> 7)))) {
            RunResult result = execute(mixfield, SMALL, false, Progress.SILENT);
            assertThat(result.summary().get("warnings").toString()).contains("acme/made-up", "column time");
            assertThat(result.last("time")).hasValue(0.2);
        }
    }

    @Test
    void aValueThatIsNotFiniteEndsTheRunAndKeepsTheRowsBefore() throws IOException {
        try (Mixfield mixfield =
                Mixfield.open(MadeUp.with(new MadeUp.Value("acme.value", time -> time > 0.12 ? Double.NaN : 1)))) {
            assertThatThrownBy(() -> execute(mixfield, SMALL, false, Progress.SILENT))
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContainingAll("acme.value", "0.15", "the 3 rows so far are in " + output());
        }
        assertThat(rows()).hasSize(3);
        assertThat(summary()).containsEntry("status", "failed").containsEntry("rows", 3);
        assertThat(summary().get("reason").toString()).contains("acme.value");
        assertThat(output().resolve("report.html")).exists();
    }

    @Test
    void aFullDiskEndsTheRunAndKeepsTheRowsBefore() throws IOException {
        try (Mixfield mixfield = Mixfield.open(MadeUp.with(new MadeUp.FullDisk(2)))) {
            assertThatThrownBy(() ->
                            execute(mixfield, SMALL, false, Progress.SILENT, "output.formats=[csv, acme/full-disk]"))
                    .isInstanceOf(OutputFailure.class)
                    .hasMessageContaining("No space left on device");
        }
        assertThat(rows()).hasSizeBetween(2, 3);
        assertThat(summary()).containsEntry("status", "failed");
    }

    @Test
    void anInterruptEndsTheRunAfterTheRowInWorkWhichIsWritten() throws IOException {
        assertThatThrownBy(() -> execute(SMALL, false, (done, total, message) -> {
                    if (done == 2) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(RunInterrupted.class)
                .hasMessageContaining("after row 2 of 5");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rows()).hasSize(2);
        assertThat(summary()).containsEntry("status", "interrupted");
    }

    @Test
    void aDirectoryWithContentIsRefusedUnlessForced() throws IOException {
        execute(SMALL, false, Progress.SILENT, "output.fields=4");
        Path foreign = Files.writeString(output().resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> execute(SMALL, false, Progress.SILENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(output().toString(), "--force", "--output");
        execute(SMALL, true, Progress.SILENT, "output.formats=[csv]");

        assertThat(foreign).hasContent("mine");
        assertThat(output().resolve("fields")).doesNotExist();
        assertThat(output().resolve("report.html")).doesNotExist();
        assertThat(summary()).containsEntry("status", "complete");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefused() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file");
        assertThatThrownBy(() -> execute(SMALL, false, Progress.SILENT))
                .isInstanceOf(OutputFailure.class)
                .hasMessageContainingAll("cannot write to the output directory " + output(), "--output");
        assertThat(folder.resolve("deep")).hasContent("a file");
    }

    @Test
    void aRunThatDoesNotFitTheMemoryIsRefusedAndLeavesNothing() {
        assertThatThrownBy(() -> execute(SMALL, false, Progress.SILENT, "grid.points=[1000000000]"))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageMatching("the run needs .* of memory and .* are available: .*; give it more .*");
        assertNothingWasLeft();
    }

    @Test
    void aRefusedConfigurationLeavesNothing() {
        assertThatThrownBy(() -> execute(SMALL, false, Progress.SILENT, "species.u.initial.center=[40]"))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> execute(SMALL, false, Progress.SILENT, "interactions.uu={type: coulomb, strength: 1}"))
                .isInstanceOf(HypothesisViolation.class);
        assertNothingWasLeft();
    }

    @Test
    void bothSolversTogetherGiveTheirColumnsInTheOrderOfTheDesign() throws IOException {
        execute(
                SMALL,
                false,
                Progress.SILENT,
                "species.u.particles=3",
                "species.v.particles=2",
                "solvers.fock={modes: {count: 2}, frames: [laboratory], state: factorised}");

        String header = Files.readAllLines(output().resolve("observables.csv")).get(0);
        assertThat(header).matches("time,hartree\\..*,projected\\.energy,.*fock\\.norm,.*gamma\\.trace-distance,.*");
        assertThat(summary().get("drifts"))
                .asInstanceOf(MAP)
                .containsOnlyKeys("hartree.norm", "hartree.energy", "projected.energy", "fock.norm", "fock.energy");
    }

    @Test
    void withoutTheGridsHartreeSystemTheFieldsAreThoseOfTheModes() {
        execute(
                SMALL,
                false,
                Progress.SILENT,
                "species.u.particles=3",
                "species.v.particles=2",
                "solvers={fock: {modes: {count: 2}, frames: [laboratory], state: factorised}}",
                "output.fields=1");
        assertThat(output().resolve("fields/0000.h5")).exists();
    }

    @Test
    void aConfigurationMayBeGivenAsPlainValues() {
        Map<String, Object> orbital = Map.of("type", "gaussian", "width", 1.0);
        Map<String, Object> none = Map.of("type", "none");
        try (Mixfield mixfield = Mixfield.open()) {
            RunResult result = mixfield.load(Map.of(
                            "mixfield", 1,
                            "name", "embedded",
                            "grid", Map.of("points", List.of(32), "length", List.of(12)),
                            "species",
                                    Map.of(
                                            "u", Map.of("particles", 5, "initial", orbital),
                                            "v", Map.of("particles", 5, "initial", orbital)),
                            "interactions", Map.of("uu", none, "vv", none, "uv", none),
                            "time", Map.of("at", List.of(0.0, 0.1)),
                            "solvers", Map.of("hartree", Map.of("method", "strang", "step", 0.05))))
                    .execute(output(), false, Progress.SILENT);
            assertThat(result.last("time")).hasValue(0.1);
        }
    }
}
