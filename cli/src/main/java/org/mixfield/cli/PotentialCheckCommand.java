package org.mixfield.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.PotentialCheck;
import org.mixfield.pipeline.YamlWriter;
import org.mixfield.pipeline.output.FormBoundView;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.plot.PotentialPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mixfield potential check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Checks the hypothesis of Theorem 2.3, V^2 <= K(1 - Laplacian), for one pair potential: proven or computed"
                    + " with the least K, or violated with trial functions that show it."
        },
        footer = {
            "",
            "Examples:",
            "  mixfield potential check '{type: coulomb, strength: 2}' --dimension 3",
            "  mixfield potential check '{type: gaussian, strength: -1.5, range: 0.7}' --dimension 1 --json",
            "  mixfield potential check '{type: coulomb, strength: 1}' --dimension 2 --plot coulomb.png",
            "",
            "Exit codes: 0 proven or computed, 2 wrong settings, 3 violated, 4 a value is not finite."
        })
final class PotentialCheckCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FLOW-YAML",
            description = "The potential as under interactions, for example '{type: coulomb, strength: 2}'.")
    @SuppressWarnings("NullAway.Init")
    private String potential;

    @Option(names = "--dimension", required = true, paramLabel = "d", description = "Dimension of space: 1, 2 or 3.")
    private int dimension;

    @Option(
            names = "--plot",
            paramLabel = "FILE.png",
            description = "Draw V(r), its transform and the ratio <V^2>/<1 - Laplacian> of trial functions.")
    private @Nullable Path plot;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    private boolean violated;

    PotentialCheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (dimension < 1 || dimension > 3) {
            throw new ParameterException(
                    spec.commandLine(), "found --dimension " + dimension + "; accepted: 1, 2 or 3");
        }
        int code = new Attempt(streams, json).at(this::check);
        return code == ExitCode.DONE && violated ? ExitCode.HYPOTHESIS : code;
    }

    private void check() {
        try (Mixfield mixfield = Mixfield.open()) {
            PotentialCheck check = mixfield.check(potential, dimension);
            if (plot != null) {
                draw(check, plot);
            }
            if (json) {
                streams.json(FormBoundView.toMap(check.bound()));
            } else {
                streams.text(PotentialText.of(check, plot));
            }
            violated = check.isViolated();
        }
    }

    private static void draw(PotentialCheck check, Path file) {
        try {
            PotentialPlot.write(
                    file, YamlWriter.line(check.settings()), check.potential(), check.dimension(), check.bound());
        } catch (IOException e) {
            throw new OutputFailure("cannot write the picture " + file + ": " + IoReason.of(e), e);
        }
    }
}
