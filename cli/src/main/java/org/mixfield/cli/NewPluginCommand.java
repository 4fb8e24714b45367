package org.mixfield.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.OutputFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mixfield new plugin}. */
@Command(
        name = "plugin",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = "Writes the project of a plugin that provides a pair potential, with its test and an example.",
        footer = {"", "Example:", "  mixfield new plugin acme/screened"})
final class NewPluginCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "VENDOR/NAME",
            description = "The name of the potential as configurations will use it; letters, digits, '-' and '.'.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--output", paramLabel = "DIR", description = "Where the project goes. Default: ./NAME.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    NewPluginCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        PluginProject project = PluginProject.named(name)
                .orElseThrow(() -> refused("'" + name
                        + "' is no name for a plugin; give vendor/name in letters, digits, '-' and '.', for example"
                        + " acme/screened"));
        Path folder = Optional.ofNullable(output).orElse(Path.of(project.simpleName()));
        refuseOccupied(folder);
        return new Attempt(streams, json).at(() -> write(project, folder));
    }

    private void refuseOccupied(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw refused(folder + " is a file; give another place with --output");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw refused("the folder " + folder + " is not empty; give another one with --output");
            }
        } catch (IOException ignored) {
            // It does not exist, or writing to it will tell more.
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void write(PluginProject project, Path folder) {
        List<Path> files;
        try {
            files = project.write(folder);
        } catch (IOException e) {
            throw new OutputFailure("cannot write to " + folder + ": " + IoReason.of(e), e);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("name", name);
            object.put("directory", folder.toString());
            object.put("files", files.stream().map(Path::toString).toList());
            streams.json(object);
        } else {
            streams.out().println(project.welcome(folder));
            streams.out().flush();
        }
    }
}
