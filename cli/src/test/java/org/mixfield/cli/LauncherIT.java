package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, as a newcomer starts it. */
class LauncherIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    /** Starts {@code mixfield} in the temporary folder, with the Java that runs this test. */
    private Ended mixfield(String... arguments) throws IOException, InterruptedException {
        return mixfield(Map.of("JAVA_HOME", System.getProperty("java.home")), arguments);
    }

    /** @param environment what is different in it; {@code JAVA_HOME} is in it or not there */
    private Ended mixfield(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("mixfield").toString());
        command.addAll(List.of(arguments));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void quickstartRunsFromAnyFolder() throws IOException, InterruptedException {
        Ended ended =
                mixfield("run", ROOT.resolve("docs/examples/quickstart.yaml").toString(), "--output", "results");
        assertThat(ended.err()).doesNotContain("error").doesNotContain("Exception");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("trace distance");
        Path results = folder.resolve("results");
        assertThat(results.resolve("report.html")).isNotEmptyFile();
        assertThat(results.resolve("summary.json")).content().contains("\"status\" : \"complete\"");
        assertThat(Files.readAllLines(results.resolve("observables.csv"))).hasSize(22);
        assertThat(results.resolve("fields/0002.h5")).isNotEmptyFile();
    }

    @Test
    void classesThatARunHasKeptAreUsed() throws IOException, InterruptedException {
        String example = ROOT.resolve("docs/examples/quickstart.yaml").toString();
        assertThat(mixfield("run", example, "--output", "results", "--set", "time.end=0.05")
                        .code())
                .isZero();
        for (int seconds = 0; seconds < 240 && keptClasses().isEmpty(); seconds++) {
            Thread.sleep(1000); // they are made in the background
        }
        assertThat(keptClasses()).isPresent();
        Ended ended = mixfield(
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "MIXFIELD_OPTS",
                        "-Xlog:class+load:file=" + folder.resolve("loaded")),
                "validate",
                example);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("loaded")))
                .contains("org.mixfield.pipeline.Mixfield source: shared objects file (top)");
    }

    private static Optional<Path> keptClasses() throws IOException {
        String pattern = "mixfield-cli-*-java-" + System.getProperty("java.version");
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT.resolve("cli/target/lib"), pattern)) {
            for (Path kept : folders) {
                if (Files.exists(kept.resolve("classes"))) {
                    return Optional.of(kept);
                }
            }
            return Optional.empty();
        }
    }

    /** A Java that only says how it was started. */
    private Path java(String place, int version) throws IOException {
        Path home = folder.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho java " + version + " \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    @Test
    void theNewestJavaIsTakenUnlessAnotherIsNamed() throws IOException, InterruptedException {
        java(".jdks/newest", 999);
        java(".jdks/new", 998);
        Path named = java("elsewhere", 21);
        Map<String, String> environment = Map.of("HOME", folder.toString());
        Ended newest = mixfield(environment, "--version");
        assertThat(newest.out()).startsWith("java 999 ").contains(" --enable-native-access=ALL-UNNAMED ");
        Ended chosen = mixfield(Map.of("HOME", folder.toString(), "JAVA_HOME", named.toString()), "--version");
        assertThat(chosen.out()).startsWith("java 21 ").doesNotContain("native-access");
        assertThat(chosen.err()).isEmpty();
        Ended corrected = mixfield(
                Map.of("HOME", folder.toString(), "JAVA_HOME", java("old", 11).toString()), "--version");
        assertThat(corrected.out()).startsWith("java 999 ");
        assertThat(corrected.err()).contains("JAVA_HOME is Java 11");
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndLeavesNothing() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"),
                Files.readString(ROOT.resolve("docs/examples/quickstart.yaml")).replace("soft-coulomb", "soft-culomb"));
        Ended ended = mixfield("run", file.toString(), "--output", "results");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("wrong.yaml:18:", "interactions.uu.type", "did you mean 'soft-coulomb'?")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
