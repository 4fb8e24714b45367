package org.mixfield.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Resumption;
import org.mixfield.pipeline.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mixfield resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Goes on with a run that was interrupted or killed, from its last checkpoint, and leaves what it would have"
                    + " left without the stop. A run that came to no checkpoint begins again; of one that is complete the"
                    + " result is told. A study goes on from the scales that are complete."
        },
        footer = {"", "Example:", "  mixfield resume runs/coulomb-mixture"})
final class ResumeCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "The output directory of the run.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(
            names = "--force",
            description =
                    "Go on although plugins have changed since the run began, or after a failure that will come again.")
    private boolean force;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    ResumeCommand(Streams streams) {
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
            Resumption resumption = mixfield.resume(directory, force);
            if (!quiet) {
                streams.err().println("mixfield: " + resumption.describe());
            }
            RunResult result;
            try (ProgressDisplay display =
                    ProgressDisplay.choose(streams, quiet || resumption.isComplete(), resumption.name())) {
                result = resumption.execute(display);
            }
            ResultText.tell(streams, result, json);
        }
    }
}
