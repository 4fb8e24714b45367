package org.mixfield.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mixfield validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description =
                "Says all that is wrong with a configuration, with line and column, and whether its potentials obey"
                        + " the hypothesis of Theorem 2.3; runs nothing.",
        footer = {"", "Example:", "  mixfield validate coulomb-mixture.yaml --set grid.points='[64, 64, 64]'"})
final class ValidateCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private final ConfigurationArguments configuration = new ConfigurationArguments();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    ValidateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, json).at(this::validate);
    }

    private void validate() {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = configuration.load(mixfield);
            run.check();
            double needed = run.memory().stream().mapToDouble(MemoryNeed::bytes).sum();
            double available = Run.availableMemory();
            if (needed > available) {
                streams.warnings(List.of(new InsufficientMemoryException(run.memory(), available).getMessage()));
            }
            if (json) {
                streams.json(object(run, needed, available));
            } else {
                streams.out()
                        .println(configuration.file() + ": valid; "
                                + run.configuration().domain().grid() + ", needs about "
                                + InsufficientMemoryException.words(needed) + " of memory");
                run.formBounds()
                        .byName()
                        .forEach((name, finding) ->
                                streams.out().println("  interactions." + name + "  " + finding.describe()));
                streams.warnings(run.formBounds().notices());
            }
        }
    }

    private static Map<String, Object> object(Run run, double needed, double available) {
        Grid grid = run.configuration().domain().grid();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("status", "valid");
        object.put("name", run.configuration().name());
        object.put("dimension", grid.dimension());
        object.put("points", grid.shape());
        object.put("memory-bytes", Math.round(needed));
        object.put("available-bytes", Math.round(available));
        object.put("assumptions", run.configuration().assumptions().name().toLowerCase(Locale.ROOT));
        object.put("theorem-applies", run.formBounds().theoremApplies());
        object.put("form-bounds", run.formBounds().toMap());
        return object;
    }
}
