package org.mixfield.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mixfield.pipeline.Mixfield;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mixfield study merge}. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description =
                "Puts the shards of a study together: the same study.csv and fits as if it had been computed in one"
                        + " piece.",
        footer = {
            "",
            "Example:",
            "  mixfield study merge runs/theorem/shard-*-of-4 --output runs/theorem",
            "",
            "All shards have the same configuration, and every scale is in one of them."
        })
final class StudyMergeCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The output directories of all shards.")
    private List<Path> directories = List.of();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Where the study goes; the directory that the shards stand in will do.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--force",
            description = "Overwrite an earlier study there, and take shards that other plugins computed.")
    private boolean force;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    StudyMergeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, json).at(() -> {
            try (Mixfield mixfield = Mixfield.open()) {
                ResultText.tell(streams, mixfield.merge(directories, output, force), json);
            }
        });
    }
}
