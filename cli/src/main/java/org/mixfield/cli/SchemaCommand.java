package org.mixfield.cli;

import java.util.concurrent.Callable;
import org.mixfield.pipeline.Mixfield;
import picocli.CommandLine.Command;

/** {@code mixfield schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Prints the JSON Schema (2020-12) of the configuration, with everything that the plugins found here provide.",
            "An editor that knows YAML and JSON Schema completes keys and words with it and marks what is wrong as you"
                    + " write, in a file whose first line is",
            "  # yaml-language-server: $schema=mixfield-1.json"
        },
        footer = {"", "Example:", "  mixfield schema > mixfield-1.json"})
final class SchemaCommand implements Callable<Integer> {

    private final Streams streams;

    SchemaCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, false).at(() -> {
            try (Mixfield mixfield = Mixfield.open()) {
                streams.json(mixfield.schema());
            }
        });
    }
}
