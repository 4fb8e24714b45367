package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.output.Json;

class StudyTest {

    /** Two trapped clouds that attract each other, in two modes each: a fraction of a second for each scale. */
    private static final String TEXT = """
            mixfield: 1
            name: small
            grid: {points: [32], length: [12]}
            species:
              u: {particles: 20, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, center: [0.5], width: 1.0}}
              v: {particles: 40, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: none}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.5, range: 1.0}
            time: {end: 0.2, outputs: 4}
            solvers:
              hartree: {type: spectral, method: strang, step: 0.02}
              fock: {modes: {count: 2}, frames: [comoving, bogoliubov], cutoff: 4, accuracy: 1.0e-3}
            study: {scale: [1, 2500, 5, 50, 500]}
            """;

    private static final int ROWS = 5;

    @TempDir
    static Path shared;

    @TempDir
    private Path folder;

    private static Path whole() {
        return shared.resolve("whole");
    }

    @BeforeAll
    static void executeWhole() {
        execute(shared, whole(), Shard.WHOLE, false, Progress.SILENT);
    }

    private static RunResult execute(
            Path folder, Path directory, Shard shard, boolean force, Progress progress, String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            return mixfield.load(Configurations.write(folder, TEXT), List.of(overrides))
                    .study()
                    .execute(directory, shard, force, progress);
        }
    }

    private Path parts() {
        return folder.resolve("parts");
    }

    private static Map<String, Object> summary(Path directory) throws IOException {
        Map<String, Object> summary = new TreeMap<>(Json.read(directory.resolve("summary.json")));
        summary.remove("wall-seconds");
        return summary;
    }

    private void assertThePartsAreTheWhole() throws IOException {
        assertThat(parts().resolve("study.csv")).hasSameBinaryContentAs(whole().resolve("study.csv"));
        assertThat(summary(parts())).isEqualTo(summary(whole()));
        assertThat(parts().toFile().list())
                .containsExactlyInAnyOrder(whole().toFile().list());
    }

    private static Map<?, ?> law(Path directory) throws IOException {
        return (Map<?, ?>) summary(directory).get("study");
    }

    private static double number(Map<?, ?> map, String section, String key) {
        return ((Number) ((Map<?, ?>) map.get(section)).get(key)).doubleValue();
    }

    // ---- what it finds

    @Test
    void trappedMixtureFallsLikeOneOverNToTheLimitOfBogoliubov() throws IOException {
        Map<?, ?> law = law(whole());
        assertThat(number(law, "exponent", "lower")).isBetween(0.999, 1.0);
        assertThat(number(law, "exponent", "upper")).isBetween(1.0, 1.001);
        assertThat(((Map<?, ?>) law.get("exponent")).get("form")).isEqualTo("1/N");
        // Another program text altogether, the Gaussian limit, with errors of its own below 1e-5.
        double bogoliubov = number(law, "prefactor", "bogoliubov");
        assertThat(number(law, "prefactor", "lower")).isBetween(0.999 * bogoliubov, bogoliubov);
        assertThat(number(law, "prefactor", "upper")).isBetween(bogoliubov, 1.001 * bogoliubov);
    }

    @Test
    void boundHoldsOnEveryRowAndIsMetByOne() throws IOException {
        Map<?, ?> bound = (Map<?, ?>) law(whole()).get("bound");
        double constant = ((Number) bound.get("C")).doubleValue();
        double envelope = number(bound, "envelope", "C");
        double gamma = number(bound, "envelope", "gamma");
        List<String> lines = Files.readAllLines(whole().resolve("study.csv"));
        int column = List.of(lines.get(0).split(",")).indexOf("gamma.trace-distance");
        double most = 0;
        double mostOfEnvelope = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",");
            double rate = 1 / Math.sqrt(Double.parseDouble(values[1])) + 1 / Math.sqrt(Double.parseDouble(values[2]));
            double scaled = Double.parseDouble(values[column]) / rate;
            most = Math.max(most, scaled / constant);
            mostOfEnvelope =
                    Math.max(mostOfEnvelope, scaled / (envelope * Math.exp(gamma * Double.parseDouble(values[3]))));
        }
        assertThat(most).isCloseTo(1, within(1e-12));
        assertThat(mostOfEnvelope).isCloseTo(1, within(1e-12));
        assertThat(bound.get("gamma")).isEqualTo(0.0);
        assertThat(gamma).isPositive();
    }

    /** Each scale is the run that it would be by itself: sharing changes no bit. */
    @Test
    void rowsOfAScaleAreThoseOfARunWithSoManyParticles() throws IOException {
        List<String> lines = Files.readAllLines(whole().resolve("study.csv"));
        assertThat(lines).hasSize(1 + 5 * ROWS);
        try (Mixfield mixfield = Mixfield.open()) {
            List<double[]> rows = mixfield.load(
                            Configurations.write(folder, TEXT),
                            List.of("species.u.particles=1000", "species.v.particles=2000"))
                    .rows(Progress.SILENT);
            for (int row = 0; row < ROWS; row++) {
                String alone = java.util.Arrays.stream(rows.get(row))
                        .mapToObj(Double::toString)
                        .collect(java.util.stream.Collectors.joining(","));
                assertThat(lines.get(1 + 2 * ROWS + row)).isEqualTo("50,1000,2000," + alone);
            }
        }
    }

    @Test
    void budgetHasThePartsOfTheError() throws IOException {
        List<?> budget = (List<?>) law(whole()).get("budget");
        assertThat(budget).hasSize(5);
        for (Object entry : budget) {
            Map<?, ?> parts = (Map<?, ?>) entry;
            double sum = 0;
            for (String part : List.of("cutoff", "sectors", "krylov", "time-step")) {
                sum += ((Number) parts.get(part)).doubleValue();
            }
            assertThat(((Number) parts.get("total-error")).doubleValue()).isCloseTo(sum, within(1e-15 + 1e-9 * sum));
            assertThat(((Number) parts.get("mode-truncation")).doubleValue()).isPositive();
            assertThat(parts.get("flagged")).isEqualTo(false);
        }
    }

    // ---- stops

    /** A progress that interrupts its thread when so many rows are done. */
    private static Progress interruptAt(int row) {
        return (done, total, message) -> {
            if (done == row) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 15})
    void studyThatWasInterruptedGoesOnByTheSameCommandOrByResume(int row) throws IOException {
        assertThatThrownBy(() -> execute(folder, parts(), Shard.WHOLE, false, interruptAt(row)))
                .isInstanceOf(RunInterrupted.class)
                .hasMessageContaining("mixfield resume " + parts());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(summary(parts())).containsEntry("status", "interrupted").containsEntry("rows", row / ROWS * ROWS);

        if (row == 7) {
            try (Mixfield mixfield = Mixfield.open()) {
                Resumption resumption = mixfield.resume(parts());
                assertThat(resumption.describe()).endsWith("going on after 1 of 5 scales");
                resumption.execute(Progress.SILENT);
            }
        } else {
            execute(folder, parts(), Shard.WHOLE, false, Progress.SILENT);
        }

        assertThePartsAreTheWhole();
    }

    private void copyWhole() throws IOException {
        Files.createDirectories(parts());
        for (String name : whole().toFile().list()) {
            Files.copy(whole().resolve(name), parts().resolve(name));
        }
    }

    /** As a process leaves it that was killed while it wrote the rows of the second scale. */
    @Test
    void rowsOfAScaleInWorkDoNotCount() throws IOException {
        copyWhole();
        StudyFiles files = StudyFiles.read(parts());
        new StudyFiles(parts(), Shard.WHOLE, files.scales().subList(0, 1)).write();
        Files.delete(parts().resolve("summary.json"));
        Files.writeString(parts().resolve("study.csv"), "\n5,100,200,0.0,1", StandardOpenOption.APPEND);

        execute(folder, parts(), Shard.WHOLE, false, Progress.SILENT);

        assertThePartsAreTheWhole();
    }

    @Test
    void whatIsCompleteIsToldAndNotComputedAgain() throws IOException {
        copyWhole();
        execute(
                folder,
                parts(),
                Shard.WHOLE,
                false,
                (done, total, message) -> assertThat(done).isEqualTo(total));
        assertThePartsAreTheWhole();
    }

    @Test
    void rowsThatWereChangedAreRefused() throws IOException {
        copyWhole();
        Path table = parts().resolve("study.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("\n500,", "\n501,"));
        assertThatThrownBy(() -> execute(folder, parts(), Shard.WHOLE, false, Progress.SILENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rows of scale 500 (N1 = 10000, N2 = 20000) are missing or were changed");
    }

    @Test
    void anotherConfigurationIsRefusedUnlessItBeginsAnew() throws IOException {
        copyWhole();
        assertThatThrownBy(() -> execute(
                        folder,
                        parts(),
                        Shard.WHOLE,
                        false,
                        Progress.SILENT,
                        "study.scale=[1, 2]",
                        "output.checkpoint=5"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("study.scale was [1, 2500, 5, 50, 500] and is [1, 2]")
                .hasMessageNotContaining("checkpoint");
        RunResult anew =
                execute(folder, parts(), Shard.WHOLE, true, Progress.SILENT, "study.scale=[1, 2]", "time.outputs=1");
        assertThat(anew.summary()).containsEntry("rows", 4);
        assertThat(number(law(parts()), "exponent", "value")).isCloseTo(1, within(0.05));
        assertThat(law(parts()).get("exponent")).asString().contains("undecided");
    }

    // ---- failures

    /** The second scale has a value that is not finite in its last row. */
    @Test
    void scaleThatFailsIsRecordedAndTheOthersAreComputed() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        MadeUp.Value value =
                new MadeUp.Value("acme.value", time -> calls.getAndIncrement() == 2 * ROWS - 1 ? Double.NaN : time);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> {
                        try (Mixfield mixfield = Mixfield.open(MadeUp.with(value))) {
                            mixfield.load(Configurations.write(folder, TEXT))
                                    .study()
                                    .execute(parts(), Shard.WHOLE, false, Progress.SILENT);
                        }
                    })
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContaining("scale 5 (N1 = 100, N2 = 200) failed: ")
                    .hasMessageContaining("the 4 complete scales are in " + parts());
            assertThat(summary(parts())).containsEntry("status", "failed").containsEntry("rows", 4 * ROWS);
            assertThat((List<?>) law(parts()).get("failed"))
                    .singleElement()
                    .asString()
                    .contains("scale=5");
            assertThat(number(law(parts()), "exponent", "value")).isCloseTo(1, within(1e-3));
        }
        assertThat(calls).hasValue(5 * ROWS);
    }

    /** With no excitation kept there is nothing to compare with, and the stated error is the largest distance there is. */
    @Test
    void valuesWhoseErrorIsTooLargeAreFlaggedAndLeftOut() throws IOException {
        execute(
                folder,
                parts(),
                Shard.WHOLE,
                false,
                Progress.SILENT,
                "study.scale=[1, 2]",
                "time.outputs=1",
                "solvers.fock.cutoff=0");
        Map<?, ?> law = law(parts());
        assertThat(((Map<?, ?>) law.get("exponent")).get("rows")).isEqualTo(0);
        assertThat(((Map<?, ?>) law.get("exponent")).get("value")).isNull();
        assertThat((List<?>) law.get("budget"))
                .allSatisfy(
                        entry -> assertThat(((Map<?, ?>) entry).get("flagged")).isEqualTo(true));
    }

    @Test
    void nothingThatDependsOnTheNumbersIsRefused() {
        assertThatThrownBy(() -> execute(
                        folder, parts(), Shard.WHOLE, false, Progress.SILENT, "solvers.fock.frames=[bogoliubov]"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a study needs a many-body state");
        assertThat(parts()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 5, 1] | names the scale 1 twice",
                "[1, 1.5] | whole numbers not below 1",
                "[100000000] | makes 4000000000 particles of 40",
            })
    void scalesThatAreNoneAreRefused(String scales, String words) {
        assertThat(Configurations.problems(folder, TEXT, "study.scale=" + scales))
                .singleElement()
                .asString()
                .contains("study.scale", words);
    }

    // ---- shards

    private void executeShards(int count) {
        for (int i = 1; i <= count; i++) {
            Shard shard = new Shard(i, count);
            execute(folder, parts().resolve(shard.directory()), shard, false, Progress.SILENT);
        }
    }

    private Path shard(int number, int of) {
        return parts().resolve(new Shard(number, of).directory());
    }

    @Test
    void shardsPutTogetherAreTheStudyInOnePiece() throws IOException {
        executeShards(2);
        assertThat(StudyFiles.read(shard(2, 2)).scales())
                .extracting(ScaleRecord::scale)
                .containsExactly(5, 500);
        try (Mixfield mixfield = Mixfield.open()) {
            assertThatThrownBy(() -> mixfield.merge(List.of(shard(2, 2)), folder.resolve("one"), false))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("lack the scales [1, 50, 2500]");
            assertThatThrownBy(() -> mixfield.merge(
                            List.of(shard(1, 2), shard(2, 2), shard(2, 2)), folder.resolve("one"), false))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("give every shard once");
            assertThatThrownBy(() -> mixfield.merge(List.of(folder), folder.resolve("one"), false))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("holds no study");
            assertThat(folder.resolve("one")).doesNotExist();
            // The directory that they stand in.
            mixfield.merge(List.of(shard(1, 2), shard(2, 2)), parts(), false);
        }
        assertThat(parts().resolve("study.csv")).hasSameBinaryContentAs(whole().resolve("study.csv"));
        assertThat(summary(parts())).isEqualTo(summary(whole()));
        try (Mixfield mixfield = Mixfield.open()) {
            assertThat(mixfield.resume(parts()).isComplete()).isTrue();
        }
    }

    @Test
    void shardOfAnotherConfigurationIsRefused() {
        executeShards(2);
        execute(folder, shard(2, 2), new Shard(2, 2), true, Progress.SILENT, "time.end=0.1");
        try (Mixfield mixfield = Mixfield.open()) {
            assertThatThrownBy(() -> mixfield.merge(List.of(shard(1, 2), shard(2, 2)), folder.resolve("one"), false))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("is the configuration of another study: time.end was 0.1 and is 0.2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "2", "a/b", "-1/2"})
    void shardsThatAreNoneAreRefused(String words) {
        assertThatThrownBy(() -> Shard.of(words))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("give i/N with i from 1 to N");
    }
}
