package org.mixfield.cli;

import java.nio.file.Path;
import java.util.List;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Run;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What names a configuration on the command line: a file, and what replaces parts of it. */
final class ConfigurationArguments {

    @Parameters(paramLabel = "FILE", description = "The configuration, YAML or JSON.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY.PATH=VALUE",
            description = "Replace a value of the configuration; may be repeated. The value is YAML.")
    private List<String> overrides = List.of();

    Path file() {
        return file;
    }

    Run load(Mixfield mixfield) {
        return mixfield.load(file, overrides);
    }
}
