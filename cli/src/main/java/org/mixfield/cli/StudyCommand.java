package org.mixfield.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.RunConfiguration;
import org.mixfield.pipeline.RunResult;
import org.mixfield.pipeline.Shard;
import org.mixfield.pipeline.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mixfield study}. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Computes a problem at many particle numbers, study.scale times those of the configuration, and fits how the"
                    + " trace distance falls with them: exponent, prefactor, growth in time, each with an interval.",
            "Goes on with the scales that are missing where the same study was begun before."
        },
        footer = {
            "",
            "Examples:",
            "  mixfield study theorem.yaml",
            "  mixfield study theorem.yaml --set study.scale='[1, 10, 100, 1000]' --output runs/four",
            "",
            "In parts, each a job of its own, on one machine or many:",
            "  mixfield study theorem.yaml --shard 1/2",
            "  mixfield study theorem.yaml --shard 2/2",
            "  mixfield study merge runs/theorem/shard-*-of-2 --output runs/theorem",
            "",
            "An interrupt (Ctrl-C) ends it after the step in work. The same command, or mixfield resume DIR,",
            "goes on from the scales that are complete. A scale that fails numerically is recorded, the",
            "others are computed, and the study ends with exit code 4."
        })
final class StudyCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The configuration, YAML or JSON.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY.PATH=VALUE",
            description = "Replace a value of the configuration; may be repeated. The value is YAML.")
    private List<String> overrides = List.of();

    @Option(
            names = "--shard",
            paramLabel = "i/N",
            description = "Compute every N-th scale, beginning with the i-th, in a directory of its own.")
    private @Nullable String shard;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description =
                    "Where the results go, relative to the working directory. Default: output.directory, and in it"
                            + " shard-i-of-N for a shard.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Begin anew and overwrite the results in the output directory.")
    private boolean force;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    StudyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Path configuration = Optional.ofNullable(file)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "give a configuration, or the command merge and directories of shards"));
        try (Interruption interruption = Interruption.ofThisThread(streams)) {
            return new Attempt(streams, json).at(() -> compute(configuration));
        }
    }

    private void compute(Path configuration) {
        try (Mixfield mixfield = Mixfield.open()) {
            Shard part = Optional.ofNullable(shard).map(Shard::of).orElse(Shard.WHOLE);
            Study study = mixfield.load(configuration, overrides).study();
            Path directory = Optional.ofNullable(output).orElseGet(() -> study.directory(part));
            RunConfiguration read = study.run().configuration();
            RunResult result;
            try (ProgressDisplay display = ProgressDisplay.choose(streams, quiet, read.name())) {
                result = study.execute(
                        directory, part, force, TransformText.telling(streams, read, quiet || json, display));
            }
            ResultText.tell(streams, result, json);
        }
    }
}
