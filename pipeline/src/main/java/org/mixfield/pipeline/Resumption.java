package org.mixfield.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;

/**
 * A run or a study that stopped, and what can be done with it: it is complete already, it goes on from its checkpoint or its
 * complete scales, or it begins again because it came to none. Used by one thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Resumption {

    private final String name;
    private final String description;
    private final int rows;
    private final boolean complete;
    private final Function<Progress, RunResult> way;

    private Resumption(String name, String description, int rows, boolean complete, Function<Progress, RunResult> way) {
        this.name = name;
        this.description = description;
        this.rows = rows;
        this.complete = complete;
        this.way = way;
    }

    /**
     * Looks at a directory without changing anything.
     *
     * @param load reads {@code run.yaml}
     * @param force whether to go on although plugins have changed or the failure was one that will come again
     */
    static Resumption of(Path directory, Supplier<Run> load, boolean force) {
        Path configuration = directory.resolve("run.yaml");
        if (!Files.isRegularFile(configuration)) {
            throw new ConfigurationException(
                    directory.toString(),
                    "holds no run: there is no run.yaml in it; give the output directory of a run");
        }
        Optional<Map<String, Object>> summary = json(directory.resolve("summary.json"));
        if (summary.filter(values -> "complete".equals(values.get("status"))).isPresent()) {
            return complete(new RunResult(directory, summary.get()));
        }
        summary.ifPresent(values -> refuseIncurable(directory, values, force));
        Run run = load.get();
        String name = run.configuration().name();
        if (StudyFiles.isIn(directory)) {
            return ofStudy(directory, run.study(), force);
        }
        Path file = Checkpoint.in(directory);
        if (!Files.exists(file)) {
            return new Resumption(
                    name,
                    directory + ": the run came to no checkpoint; it begins again",
                    0,
                    false,
                    progress -> run.execute(directory, true, progress));
        }
        Checkpoint.Head head = CheckpointFile.head(file);
        if (!head.configuration().equals(digest(configuration))) {
            throw new ConfigurationException(
                    configuration.toString(),
                    "was edited since the checkpoint was written; bring it back as it was, or begin anew with mixfield run");
        }
        if (!force) {
            refuseOtherProviders(directory, run);
        }
        return new Resumption(
                name,
                directory + ": going on after row " + head.rows() + " of "
                        + run.configuration().times().count(),
                head.rows(),
                false,
                progress -> run.resume(directory, progress));
    }

    private static Resumption complete(RunResult result) {
        int rows = result.summary().get("rows") instanceof Integer count ? count : 0;
        return new Resumption(
                String.valueOf(result.summary().get("name")),
                result.directory() + ": the run is complete, with " + rows + " rows; there is nothing to resume",
                rows,
                true,
                progress -> result);
    }

    private static Resumption ofStudy(Path directory, Study study, boolean force) {
        StudyFiles files = StudyFiles.read(directory);
        int done = files.scales().size();
        return new Resumption(
                study.run().configuration().name(),
                directory + ": going on after " + done + " of "
                        + files.shard().of(study.scales()).size() + " scales",
                files.complete().size() * study.rowsOfAScale(),
                false,
                progress -> study.goOn(directory, files.shard(), force, progress));
    }

    private static void refuseIncurable(Path directory, Map<String, Object> summary, boolean force) {
        if (!force && "failed".equals(summary.get("status")) && !Ending.Failure.isCurable(summary.get("failure"))) {
            throw new ConfigurationException(
                    directory.toString(),
                    "the run failed and would fail again: " + summary.get("reason")
                            + "; change its configuration and begin anew, or resume all the same with --force");
        }
    }

    private static void refuseOtherProviders(Path directory, Run run) {
        Path manifest = directory.resolve("manifest.json");
        Object before = json(manifest).map(values -> values.get("providers")).orElse(null);
        List<String> changes = ProviderChanges.between(before, run.providers());
        if (!changes.isEmpty()) {
            throw new ConfigurationException(
                    manifest.toString(),
                    String.join("; ", changes)
                            + "; the rows to come may not fit those before; bring back what there was, or resume all the"
                            + " same with --force");
        }
    }

    private static Optional<Map<String, Object>> json(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file));
        } catch (IOException e) {
            throw new ConfigurationException(file.toString(), "cannot be read: " + IoReason.of(e));
        }
    }

    private static String digest(Path configuration) {
        try {
            return Checkpoint.digest(Files.readAllBytes(configuration));
        } catch (IOException e) {
            throw new ConfigurationException(configuration.toString(), "cannot be read: " + IoReason.of(e));
        }
    }

    /** Whether there is nothing left to do. */
    public boolean isComplete() {
        return complete;
    }

    /** The rows that are kept; 0 where it begins again, all where it is complete. */
    public int rows() {
        return rows;
    }

    /** The name of the run. */
    public String name() {
        return name;
    }

    /** What will be done, in one line. */
    public String describe() {
        return description;
    }

    /**
     * Does it. The rows after the checkpoint are computed once more and come out the same.
     *
     * @return the result, also of a run that was complete
     * @throws ConfigurationException where the checkpoint is damaged or the rows before it are not as they were
     * @throws RuntimeException as {@link Run#execute} or {@link Study#execute}
     */
    public RunResult execute(Progress progress) {
        return way.apply(progress);
    }
}
