package org.mixfield.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mixfield run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = "Computes what a configuration describes and writes its output directory.",
        footer = {
            "",
            "Examples:",
            "  mixfield run coulomb-mixture.yaml",
            "  mixfield run coulomb-mixture.yaml --set grid.points='[64, 64, 64]' --output runs/fine",
            "",
            "An interrupt (Ctrl-C) ends the run after the step in work and leaves a checkpoint, from which",
            "  mixfield resume DIR",
            "goes on. A second one ends it at once. While it runs a checkpoint is written every output.checkpoint",
            "seconds, 60 by default, so that a crash costs no more than that."
        })
final class RunCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The configuration, YAML or JSON.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the results go, relative to the working directory. Default: output.directory.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Overwrite the results of an earlier run in the output directory.")
    private boolean force;

    @Option(
            names = "--set",
            paramLabel = "KEY.PATH=VALUE",
            description = "Replace a value of the configuration; may be repeated. The value is YAML.")
    private List<String> overrides = List.of();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (Interruption interruption = Interruption.ofThisThread(streams)) {
            return new Attempt(streams, json).at(this::compute);
        }
    }

    private void compute() {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = mixfield.load(file, overrides);
            Path directory = Optional.ofNullable(output).orElse(run.directory());
            RunResult result;
            try (ProgressDisplay display =
                    ProgressDisplay.choose(streams, quiet, run.configuration().name())) {
                result = run.execute(directory, force, display);
            }
            ResultText.tell(streams, result, json);
        }
    }
}
