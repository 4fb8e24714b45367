package org.mixfield.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private final ConfigurationArguments configuration = new ConfigurationArguments();

    @Mixin
    private final ResultArguments results = new ResultArguments();

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (Interruption interruption = Interruption.ofThisThread(streams)) {
            return new Attempt(streams, results.json()).at(this::compute);
        }
    }

    private void compute() {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = configuration.load(mixfield);
            Path directory = results.directoryOr(run.directory());
            RunResult result;
            try (ProgressDisplay display = ProgressDisplay.choose(
                    streams, results.quiet(), run.configuration().name())) {
                result = run.execute(
                        directory,
                        results.force(),
                        TransformText.telling(
                                streams, run.configuration(), results.quiet() || results.json(), display));
            }
            ResultText.tell(streams, result, results.json());
        }
    }
}
