package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mixfield.pipeline.Configurations.SMALL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputFailure;

class ResumeTest {

    private static final String BOTH =
            SMALL.replace("particles: 20", "particles: 3").replace("particles: 10", "particles: 2")
                    + "  fock: {modes: {count: 2}, frames: [laboratory], state: factorised}\noutput: {fields: 3}\n";

    private static final String COHERENT =
            BOTH.replace("factorised", "coherent, tail: 1.0e-3").replaceAll("(?m)^  hartree:.*\n", "");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Path whole = Path.of("");

    private Path whole() {
        return whole;
    }

    /** A run without a stop, made once for all tests. */
    private void executeWhole(String text) {
        whole = shared.resolve(Integer.toHexString(text.hashCode()));
        if (!Files.exists(whole)) {
            execute(text, whole, Progress.SILENT);
        }
    }

    private Path parts() {
        return folder.resolve("parts");
    }

    private void execute(String text, Path directory, Progress progress) {
        try (Mixfield mixfield = Mixfield.open()) {
            mixfield.load(Configurations.write(folder, text)).execute(directory, false, progress);
        }
    }

    /** A progress that interrupts its thread when so many rows are done. */
    private static Progress interruptAt(int row) {
        return (done, total, message) -> {
            if (done == row) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void stopAt(int row, String text) {
        assertThatThrownBy(() -> execute(text, parts(), interruptAt(row)))
                .isInstanceOf(RunInterrupted.class)
                .hasMessageContaining("mixfield resume " + parts());
        assertThat(Thread.interrupted()).isTrue();
    }

    private RunResult resume(boolean force) {
        try (Mixfield mixfield = Mixfield.open()) {
            return mixfield.resume(parts(), force).execute(Progress.SILENT);
        }
    }

    private static Map<String, Object> summary(Path directory) throws IOException {
        Map<String, Object> summary = new TreeMap<>(Json.read(directory.resolve("summary.json")));
        summary.remove("wall-seconds");
        return summary;
    }

    /** The rows and densities inside a report. */
    private static String shown(Path directory) throws IOException {
        Matcher shown = Pattern.compile("\"rows\":\\[\\[.*\"snapshots\":\\[.*?]}]", Pattern.DOTALL)
                .matcher(Files.readString(directory.resolve("report.html")));
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    private void assertThePartsAreTheWhole() throws IOException {
        assertThat(parts().resolve("observables.csv")).hasSameBinaryContentAs(whole().resolve("observables.csv"));
        assertThat(summary(parts())).isEqualTo(summary(whole()));
        assertThat(shown(parts()).equals(shown(whole())))
                .as("the report shows the same")
                .isTrue();
        assertThat(parts().toFile().list())
                .containsExactlyInAnyOrder(whole().toFile().list());
        assertThat(parts().resolve("fields").toFile().list())
                .containsExactlyInAnyOrder(whole().resolve("fields").toFile().list());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void whatAnInterruptedRunLeavesAfterAllIsThatOfOneThatWasNot(int row) throws IOException {
        executeWhole(BOTH);
        stopAt(row, BOTH);
        assertThat(summary(parts())).containsEntry("status", "interrupted").containsEntry("rows", row);

        resume(false);

        assertThePartsAreTheWhole();
    }

    @Test
    void aRunMayBeInterruptedMoreThanOnce() throws IOException {
        executeWhole(COHERENT);
        stopAt(1, COHERENT);
        try (Mixfield mixfield = Mixfield.open()) {
            Resumption resumption = mixfield.resume(parts());
            assertThat(resumption.rows()).isEqualTo(1);
            assertThat(resumption.describe()).contains("after row 1 of 5");
            assertThatThrownBy(() -> resumption.execute(interruptAt(3))).isInstanceOf(RunInterrupted.class);
            assertThat(Thread.interrupted()).isTrue();
        }

        resume(false);

        assertThePartsAreTheWhole();
        Map<String, Object> manifest = Json.read(parts().resolve("manifest.json"));
        assertThat((List<?>) manifest.get("resumed")).hasSize(2);
        assertThat(manifest).containsKeys("started", "providers", "columns");
    }

    /** As a process leaves it that was killed some rows after its last checkpoint, in the midst of a line. */
    @Test
    void rowsAfterTheCheckpointAreComputedOnceMore() throws IOException {
        executeWhole(BOTH);
        stopAt(2, BOTH);
        Files.delete(parts().resolve("summary.json"));
        List<String> rows = Files.readAllLines(whole().resolve("observables.csv"));
        Files.writeString(
                parts().resolve("observables.csv"),
                String.join("\n", rows.subList(0, 5)) + "\n" + rows.get(4).substring(0, 30));
        Files.writeString(parts().resolve("checkpoint.h5.part"), "half a checkpoint");

        resume(false);

        assertThePartsAreTheWhole();
    }

    @Test
    void aRunThatIsCompleteIsToldAndLeftAsItIs() throws IOException {
        execute(BOTH, parts(), Progress.SILENT);
        assertThat(parts().resolve("checkpoint.h5")).doesNotExist();
        Map<String, Object> before = summary(parts());
        try (Mixfield mixfield = Mixfield.open()) {
            Resumption resumption = mixfield.resume(parts());
            assertThat(resumption.isComplete()).isTrue();
            assertThat(resumption.describe()).contains("is complete, with 5 rows");
            assertThat(resumption.execute(Progress.SILENT).last("time")).hasValue(0.2);
        }
        assertThat(summary(parts())).isEqualTo(before);
    }

    @Test
    void aRunThatCameToNoCheckpointBeginsAgain() throws IOException {
        executeWhole(BOTH);
        stopAt(2, BOTH);
        Files.delete(parts().resolve("checkpoint.h5"));
        Files.delete(parts().resolve("summary.json"));
        try (Mixfield mixfield = Mixfield.open()) {
            Resumption resumption = mixfield.resume(parts());
            assertThat(resumption.rows()).isZero();
            assertThat(resumption.describe()).contains("no checkpoint", "begins again");
            resumption.execute(Progress.SILENT);
        }
        assertThePartsAreTheWhole();
    }

    // ---- refusals, which change nothing

    private void assertRefused(String... words) throws IOException {
        byte[] rows = Files.readAllBytes(parts().resolve("observables.csv"));
        byte[] checkpoint = Files.readAllBytes(parts().resolve("checkpoint.h5"));
        assertThatThrownBy(() -> resume(false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(words);
        assertThat(parts().resolve("observables.csv")).hasBinaryContent(rows);
        assertThat(parts().resolve("checkpoint.h5")).hasBinaryContent(checkpoint);
    }

    @Test
    void aDirectoryWithoutARunIsRefused() {
        assertThatThrownBy(() -> resume(false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(parts().toString(), "holds no run");
    }

    @Test
    void aConfigurationThatWasEditedIsRefused() throws IOException {
        stopAt(2, BOTH);
        Path file = parts().resolve("run.yaml");
        Files.writeString(file, Files.readString(file).replace("strength: -0.5", "strength: -0.6"));
        assertRefused(file.toString(), "was edited");
    }

    @Test
    void rowsThatWereChangedAreRefused() throws IOException {
        stopAt(2, BOTH);
        Path file = parts().resolve("observables.csv");
        Files.writeString(file, Files.readString(file).replace("\n0.0,", "\n0.1,"));
        assertRefused(file.toString(), "not what the checkpoint found");
        List<String> rows = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", rows.subList(0, 2)) + "\n");
        assertRefused(file.toString(), "not what the checkpoint found");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 0.99})
    void aDamagedCheckpointIsRefusedByName(double where) throws IOException {
        stopAt(2, BOTH);
        Path file = parts().resolve("checkpoint.h5");
        byte[] bytes = Files.readAllBytes(file);
        byte[] flipped = bytes.clone();
        // In the numbers, which fill most of the file, or at its very beginning.
        for (int i = 0; i < 64; i++) {
            flipped[(int) (where * (bytes.length - 64)) + i] ^= 0x10;
        }
        Files.write(file, flipped);
        assertRefused(file.toString());
        Files.write(file, java.util.Arrays.copyOf(bytes, (int) (where * bytes.length)));
        assertRefused(file.toString(), "is damaged");
    }

    @Test
    void aCheckpointOfAnotherFormatIsRefused() throws IOException {
        stopAt(2, BOTH);
        Path file = parts().resolve("checkpoint.h5");
        try (io.jhdf.WritableHdfFile other = io.jhdf.HdfFile.write(file)) {
            other.putAttribute("format", 99);
            other.putAttribute("mixfield", "9.9");
        }
        assertRefused(file.toString(), "format 99", "9.9");
    }

    @Test
    void aJarThatChangedIsRefusedUnlessForced() throws IOException {
        executeWhole(BOTH);
        stopAt(2, BOTH);
        Path file = parts().resolve("manifest.json");
        Map<String, Object> manifest = Json.read(file);
        @SuppressWarnings("unchecked")
        Map<String, Object> provider = (Map<String, Object>) ((List<?>) manifest.get("providers")).get(0);
        provider.put("sha256", "0123");
        Files.writeString(file, Json.write(manifest));
        assertRefused(file.toString(), "SHA-256 was 0123", "--force");

        resume(true);

        assertThePartsAreTheWhole();
    }

    @Test
    void aRunThatWouldFailAgainIsRefused() throws IOException {
        stopAt(2, BOTH);
        Path file = parts().resolve("summary.json");
        Map<String, Object> summary = Json.read(file);
        summary.put("status", "failed");
        summary.put("failure", "numerical");
        summary.put("reason", "a made-up reason");
        Files.writeString(file, Json.write(summary));
        assertRefused("a made-up reason", "--force");
        summary.put("failure", "output");
        Files.writeString(file, Json.write(summary));
        assertThat(resume(false).last("time")).hasValue(0.2);
    }

    @Test
    void aDirectoryThatSomebodyWritesToIsRefused() throws IOException {
        stopAt(2, BOTH);
        try (Mixfield mixfield = Mixfield.open();
                Mixfield other = Mixfield.open()) {
            Resumption second = other.resume(parts());
            List<Throwable> refusals = new java.util.ArrayList<>();
            mixfield.resume(parts()).execute((done, total, message) -> {
                if (done == 3) {
                    try {
                        second.execute(Progress.SILENT);
                    } catch (ConfigurationException e) {
                        refusals.add(e);
                    }
                }
            });
            assertThat(refusals)
                    .singleElement()
                    .satisfies(
                            refusal -> assertThat(refusal).hasMessageContaining("a run is writing to this directory"));
        }
    }

    // ---- while it runs

    @Test
    void checkpointsThatAreDueAreWrittenBetweenSteps() {
        java.util.Set<Boolean> there = new java.util.TreeSet<>();
        execute(
                SMALL + "output: {checkpoint: 1.0e-9}\n",
                parts(),
                (done, total, message) -> there.add(Files.exists(parts().resolve("checkpoint.h5"))));
        assertThat(there).contains(true);
        assertThat(parts().resolve("checkpoint.h5")).doesNotExist();
    }

    @Test
    void withAnIntervalOfNoneOnlyAnInterruptLeavesOne() {
        String never = SMALL + "output: {checkpoint: 0}\n";
        Path directory = folder.resolve("never");
        execute(
                never,
                directory,
                (done, total, message) ->
                        assertThat(directory.resolve("checkpoint.h5")).doesNotExist());
        stopAt(2, never);
        assertThat(parts().resolve("checkpoint.h5")).exists();
    }

    /** A directory in the place of the file that is written first stands for a disk that is full. */
    @Test
    void aCheckpointThatCannotBeWrittenEndsTheRunAndLeavesTheOneBefore() throws IOException {
        executeWhole(BOTH);
        stopAt(2, BOTH);
        byte[] before = Files.readAllBytes(parts().resolve("checkpoint.h5"));
        Path inTheWay = parts().resolve("checkpoint.h5.part");
        try (Mixfield mixfield = Mixfield.open()) {
            Resumption resumption = mixfield.resume(parts());
            assertThatThrownBy(() -> resumption.execute((done, total, message) -> {
                        if (done == 3) {
                            makeOccupied(inTheWay);
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .isInstanceOf(OutputFailure.class)
                    .hasMessageContainingAll("cannot write to " + parts(), "mixfield resume");
        }
        Thread.interrupted();
        assertThat(parts().resolve("checkpoint.h5")).hasBinaryContent(before);
        assertThat(summary(parts())).containsEntry("status", "failed").containsEntry("failure", "output");
        Files.delete(inTheWay.resolve("file"));
        Files.delete(inTheWay);

        resume(false);

        assertThePartsAreTheWhole();
    }

    private static void makeOccupied(Path directory) {
        try {
            Files.writeString(Files.createDirectory(directory).resolve("file"), "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
