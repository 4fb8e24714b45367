package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped in every way, as processes of their own, and resumed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class ResumeIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final String HEAD = """
            mixfield: 1
            name: stopped
            species:
              u: {particles: 2, initial: {type: gaussian, center: [0.5], width: 1.0}}
              v: {particles: 2, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: soft-coulomb, strength: 1.0, softening: 1.0}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.5, range: 1.0}
            """;

    /** Some seconds of small steps. */
    private static final String BOTH = HEAD + """
            grid: {points: [64], length: [16]}
            time: {end: 0.1, outputs: 100}
            solvers:
              hartree: {type: spectral, method: strang, step: 1.0e-5}
              fock: {modes: {count: 4}, frames: [laboratory], state: factorised}
            output: {checkpoint: 0.2, fields: 3}
            """;

    /** Some seconds of many sectors. */
    private static final String FOCK = HEAD + """
            grid: {points: [64], length: [16]}
            time: {end: 0.25, outputs: 150}
            solvers:
              fock: {modes: {count: 2}, frames: [laboratory], state: coherent, tail: 1.0e-3}
            output: {checkpoint: 0.1}
            """;

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private Process mixfield(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("mixfield").toString()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return start(command.toArray(new String[0]));
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("stdout")),
                Files.readString(folder.resolve("stderr")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("stopped.yaml"), text);
    }

    private Path whole() {
        return folder.resolve("whole");
    }

    private Path parts() {
        return folder.resolve("parts");
    }

    private Path checkpoint() {
        return parts().resolve("checkpoint.h5");
    }

    private long rows() {
        try {
            Path file = parts().resolve("observables.csv");
            return Files.exists(file) ? Files.readAllLines(file).size() - 1 : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(Process process, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("it still runs").isTrue();
            Thread.sleep(10);
        }
    }

    /** Starts a run and waits for some rows, a checkpoint after them, and some rows after that. */
    private Process underWay(String text) throws IOException, InterruptedException {
        Process process = mixfield("run", file(text), "--output", parts());
        await(process, () -> rows() > 2);
        long before = checkpoint().toFile().lastModified();
        await(process, () -> checkpoint().toFile().lastModified() > before);
        long then = rows();
        await(process, () -> rows() > then + 2);
        return process;
    }

    private void assertResumedItIsTheWhole(String text, String expected) throws IOException, InterruptedException {
        Ended resumed = ended(mixfield("resume", parts()));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).containsPattern(expected).doesNotContain("error", "Exception");
        assertThat(checkpoint()).doesNotExist();
        assertThat(ended(mixfield("run", file(text), "--output", whole(), "--set", "output.checkpoint=0"))
                        .code())
                .isZero();
        assertThat(parts().resolve("observables.csv")).hasSameBinaryContentAs(whole().resolve("observables.csv"));
        assertThat(summary(parts())).isEqualTo(summary(whole()));
        assertThat(parts().toFile().list())
                .containsExactlyInAnyOrder(whole().toFile().list());
    }

    private static JsonNode summary(Path directory) throws IOException {
        ObjectNode summary =
                (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(directory.resolve("summary.json")));
        summary.remove("wall-seconds");
        return summary;
    }

    @Test
    void aRunThatWasKilledGoesOnFromItsLastCheckpoint() throws IOException, InterruptedException {
        killAndGoOn(BOTH);
    }

    @Test
    @Tag("slow")
    void aRunThatWasKilledGoesOnFromItsLastCheckpointOfTheManyBodyStateAlone()
            throws IOException, InterruptedException {
        killAndGoOn(FOCK);
    }

    private void killAndGoOn(String text) throws IOException, InterruptedException {
        Process process = underWay(text);
        process.destroyForcibly();
        ended(process);
        assertThat(parts().resolve("summary.json")).doesNotExist();
        assertResumedItIsTheWhole(text, "going on after row [1-9]");
    }

    @Test
    @Tag("slow")
    void aRunThatWasKilledBeforeItsFirstCheckpointBeginsAgain() throws IOException, InterruptedException {
        Process process = mixfield("run", file(BOTH), "--output", parts(), "--set", "output.checkpoint=0");
        await(process, () -> rows() > 2);
        process.destroyForcibly();
        ended(process);
        assertResumedItIsTheWhole(BOTH, "came to no checkpoint; it begins again");
    }

    @Test
    void aSignalEndsTheRunAfterTheStepInWorkWithACheckpoint() throws IOException, InterruptedException {
        signalAndGoOn("INT");
    }

    @Test
    @Tag("slow")
    void aSignalEndsTheRunAfterTheStepInWorkWithACheckpointWhicheverItIs() throws IOException, InterruptedException {
        signalAndGoOn("TERM");
    }

    private void signalAndGoOn(String signal) throws IOException, InterruptedException {
        String text = signal.equals("INT") ? BOTH : FOCK;
        Process process = underWay(text);
        assumeNotIgnored(process, signal);
        Files.delete(checkpoint());
        send(signal, process);
        Ended ended = ended(process);
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(checkpoint()).exists();
        assertThat(summary(parts()).get("status").asText()).isEqualTo("interrupted");
        assertResumedItIsTheWhole(text, "going on after row [1-9]");
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Whoever started this test may have told its processes to ignore a signal, as a shell does in the background. */
    private static void assumeNotIgnored(Process process, String signal) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (Files.exists(status)) {
            String ignored = Files.readString(status).replaceAll("(?s).*\nSigIgn:\\s*(\\w+).*", "$1");
            int number = signal.equals("INT") ? 2 : 15;
            assumeThat(Long.parseUnsignedLong(ignored, 16) & 1L << (number - 1)).isZero();
        }
    }

    @Test
    void aSecondSignalEndsItAtOnce() throws IOException, InterruptedException {
        // Steps of some seconds, so that the first one is in work when both signals come.
        String slow =
                HEAD.replace("[0.5]", "[0.5, 0]").replace("[1]", "[1, 1]").replaceFirst("type: soft.*}", "type: none}")
                        + """
                grid: {points: [1024, 1024], length: [30, 30]}
                boundary: periodic
                time: {at: [1.0]}
                solvers: {hartree: {type: spectral, method: blanes-moan4, step: 0.5}}
                """;
        Process process = mixfield("run", file(slow), "--output", parts());
        await(process, () -> Files.exists(parts().resolve("observables.csv")));
        assumeNotIgnored(process, "TERM");
        Thread.sleep(500);
        for (int i = 0; i < 2; i++) {
            send("TERM", process);
            Thread.sleep(100);
        }
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(parts().resolve("summary.json")).doesNotExist();
    }

    /** A limit of the size of files does to a process what a full disk does: writes fail, in the midst of a line. */
    @Tag("slow")
    @Test
    void aRunWhoseDiskIsFullGoesOnWhenThereIsSpaceAgain() throws IOException, InterruptedException {
        Ended full = ended(start(
                "bash",
                "-c",
                "ulimit -f 100 && exec \"$@\"",
                "bash",
                ROOT.resolve("mixfield").toString(),
                "run",
                file(BOTH).toString(),
                "--output",
                parts().toString()));
        assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.RESOURCES);
        assertThat(full.err()).contains("mixfield: error: cannot write to " + parts(), "mixfield resume " + parts());
        assertThat(rows()).isGreaterThan(10);
        List<String> lines = Files.readAllLines(parts().resolve("observables.csv"));
        long columns = lines.get(0).chars().filter(c -> c == ',').count();
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == ',').count()).isEqualTo(columns));
        assertResumedItIsTheWhole(BOTH, "going on after row [1-9]");
    }
}
