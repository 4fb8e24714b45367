package org.mixfield.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.RunLock;

/**
 * One problem at many particle numbers: a run for each scale s of the configuration, with s N₁ and s N₂ particles and the same
 * weights, and what the trace distance tells of its law in N. Orbitals, modes, kernels and the Hartree orbit on the grid are found
 * once. Scales are computed one after another, each by all threads. Used by one thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Study {

    /** What it can measure, in the order in which it is preferred. */
    private static final List<String> QUANTITIES = List.of("gamma.trace-distance", "direct.trace-distance");

    private static final List<Column> OWN_COLUMNS = List.of(
            new Column("scale", "1", "what both particle numbers are multiplied by"),
            new Column("N1", "1", "particles of species u"),
            new Column("N2", "1", "particles of species v"));

    private final Run run;
    private final Extensions extensions;
    private final Observables observables;
    private final String quantity;

    Study(Run run, Extensions extensions, Observables observables) {
        RunConfiguration configuration = run.configuration();
        if (configuration.scales().isEmpty()) {
            throw new ConfigurationException(List.of(configuration
                    .provenance()
                    .problem(
                            "study.scale",
                            "is missing: a study multiplies both particle numbers by each of a list, for example"
                                    + " study: {scale: [1, 10, 100, 1000]}")));
        }
        List<String> names = run.columns().stream().map(Column::name).toList();
        this.run = run;
        this.extensions = extensions;
        this.observables = observables;
        this.quantity = QUANTITIES.stream()
                .filter(names::contains)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(List.of(configuration
                        .provenance()
                        .problem(
                                "solvers.fock.frames",
                                "nothing here depends on the particle numbers: a study needs a many-body state; give"
                                        + " solvers.fock with comoving, laboratory or fluctuation among its frames"))));
    }

    /** The run it is made of, at scale 1. */
    public Run run() {
        return run;
    }

    /** Its scales, ascending. */
    public List<Integer> scales() {
        return run.configuration().scales();
    }

    /** Where a shard's files go unless another directory is given. */
    public Path directory(Shard shard) {
        return shard.isWhole() ? run.directory() : run.directory().resolve(shard.directory());
    }

    /** The column whose law is sought. */
    String quantity() {
        return quantity;
    }

    /** The columns of {@code study.csv}. */
    public List<Column> columns() {
        return Stream.concat(OWN_COLUMNS.stream(), run.columns().stream()).toList();
    }

    /** The first line of {@code study.csv}. */
    String header() {
        return columns().stream().map(Column::name).collect(Collectors.joining(",")) + "\n";
    }

    int rowsOfAScale() {
        return run.configuration().times().count();
    }

    /**
     * Computes what is not there yet. A directory in which the same study was begun keeps its complete scales; a scale that fails
     * numerically is recorded with its reason, and the others are computed.
     *
     * @param directory where the files go
     * @param force whether to begin anew, whatever the directory holds
     * @throws HypothesisViolation as {@link Run#check}
     * @throws ConfigurationException as {@link Run#execute}, where the shard has no scale, and where the directory holds another
     *     study, or this one with other plugins
     * @throws org.mixfield.core.run.InsufficientMemoryException where a scale does not fit
     * @throws org.mixfield.pipeline.output.OutputFailure where its files cannot be written
     * @throws org.mixfield.core.run.NumericalException where a scale failed, after all others are complete
     * @throws RunInterrupted where the thread was interrupted
     */
    public RunResult execute(Path directory, Shard shard, boolean force, Progress progress) {
        return !force && StudyFiles.isIn(directory)
                ? goOn(directory, shard, false, progress)
                : begin(directory, shard, force, progress);
    }

    private RunResult begin(Path directory, Shard shard, boolean force, Progress progress) {
        List<Run> runs = runs(shard);
        OutputDirectory.refuseOccupied(directory, force);
        run.prepare(progress);
        OutputDirectory output = OutputDirectory.claim(directory, force);
        return new StudyExecution(this, output, runs, progress).run(shard);
    }

    /**
     * Goes on with a study that was begun.
     *
     * @param trusting whether plugins may be others than then
     */
    RunResult goOn(Path directory, Shard shard, boolean trusting, Progress progress) {
        StudyFiles files = StudyFiles.read(directory);
        if (!files.shard().equals(shard)) {
            throw new ConfigurationException(
                    directory.toString(),
                    "holds shard " + files.shard() + " of a study, not " + shard + "; give another directory with"
                            + " --output, or begin anew with --force");
        }
        if (!Files.isRegularFile(files.table()) || !Files.isRegularFile(directory.resolve("manifest.json"))) {
            return begin(directory, shard, true, progress);
        }
        refuseChanges(
                directory,
                trusting,
                "go on with the configuration as it was, give another directory with --output,"
                        + " or begin anew with --force");
        files.verify(header());
        List<Run> runs = runs(shard);
        try (RunLock lock = RunLock.take(directory)) {
            return new StudyExecution(this, OutputDirectory.reopen(directory), runs, progress).goOn(files);
        }
    }

    /**
     * Refuses a directory whose study is another one.
     *
     * @param trusting whether plugins may be others than then
     */
    void refuseChanges(Path directory, boolean trusting, String remedy) {
        Path file = directory.resolve("run.yaml");
        List<String> changes = ConfigurationChanges.between(text(file), document());
        if (!changes.isEmpty()) {
            throw new ConfigurationException(
                    file.toString(),
                    "is the configuration of another study: " + String.join("; ", changes) + "; " + remedy);
        }
        Path manifest = directory.resolve("manifest.json");
        List<String> others =
                trusting ? List.of() : ProviderChanges.between(json(manifest).get("providers"), run.providers());
        if (!others.isEmpty()) {
            throw new ConfigurationException(manifest.toString(), String.join("; ", others) + "; " + remedy);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException(file.toString(), "cannot be read: " + IoReason.of(e));
        }
    }

    private static Map<String, Object> json(Path file) {
        try {
            return Json.read(file);
        } catch (IOException e) {
            throw new ConfigurationException(file.toString(), "cannot be read: " + IoReason.of(e));
        }
    }

    /** The runs of a shard, checked: what can be refused is refused before the first of them is computed. */
    private List<Run> runs(Shard shard) {
        List<Integer> scales = shard.of(scales());
        if (scales.isEmpty()) {
            throw new ConfigurationException(
                    "--shard " + shard,
                    "has nothing to do: the study has " + scales().size() + " scales; give at most as many shards");
        }
        run.check();
        double most = 0;
        for (int scale : scales) {
            List<MemoryNeed> needs = at(scale, run).memory();
            Memory.check(needs);
            most = Math.max(most, needs.stream().mapToDouble(MemoryNeed::bytes).sum());
        }
        Run sharing = run.sharingOrbit(Memory.available() - most);
        return scales.stream().map(scale -> at(scale, sharing)).toList();
    }

    private Run at(int scale, Run one) {
        return one.withParticles(scale * particles()[0], scale * particles()[1]);
    }

    /** N₁ and N₂ at scale 1. */
    int[] particles() {
        return new int[] {
            run.configuration().mixture().u().particles(),
            run.configuration().mixture().v().particles()
        };
    }

    // ---- files

    /** {@code run.yaml}. */
    String document() {
        return run.configuration().provenance().document();
    }

    Map<String, Object> manifest(Shard shard, Instant start) {
        Map<String, Object> manifest = new LinkedHashMap<>(Manifest.of(run, extensions, observables, start));
        manifest.put("kind", "study");
        manifest.put("shard", shard.toString());
        manifest.put(
                "columns",
                Manifest.columns(columns(), run.configuration().provenance().units()));
        return manifest;
    }

    /** {@code summary.json} of what its files hold. */
    Map<String, Object> summary(StudyFiles files, Ending ending) {
        return new StudySummary(this, files).toMap(ending, shardWarnings(files));
    }

    private List<String> shardWarnings(StudyFiles files) {
        return Stream.of(
                        run.formBounds().notices().stream(),
                        files.scales().stream().flatMap(scale -> scale.warnings().stream()),
                        run.warnings().stream())
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    /** How it ended when all scales were tried. */
    Ending ending(StudyFiles files) {
        List<ScaleRecord> failed = files.failed();
        if (failed.isEmpty()) {
            return Ending.COMPLETE;
        }
        String words = failed.stream()
                .map(one -> one.words() + " failed: " + one.failure().orElse(""))
                .collect(Collectors.joining("; "));
        return new Ending("failed", Optional.of(words), Optional.of(Ending.Failure.NUMERICAL));
    }
}
