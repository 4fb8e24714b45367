package org.mixfield.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says on the command line where the results of a run go, and what is told of them. */
final class ResultArguments {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the results go, relative to the working directory. Default: output.directory.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Overwrite the results of an earlier run in the output directory.")
    private boolean force;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    /** The directory given, or else this one. */
    Path directoryOr(Path configured) {
        return Optional.ofNullable(output).orElse(configured);
    }

    boolean force() {
        return force;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }
}
