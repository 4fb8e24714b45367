package org.mixfield.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.verify.Verification;
import org.mixfield.pipeline.verify.VerificationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mixfield verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Tests every statement of the theory that a configuration can test: computes the run, the same problem at other"
                    + " particle numbers, and what the solvers find within themselves, and tells left side, right side,"
                    + " slack and verdict of each. Leaves verification.json in the output directory of the run."
        },
        footer = {
            "",
            "Examples:",
            "  mixfield verify verify-coulomb.yaml",
            "  mixfield verify fluctuations.yaml --set time.end=0.2 --output runs/short",
            "  mixfield verify bogoliubov.yaml --json | jq '.findings[] | select(.verdict == \"violated\")'",
            "",
            "A coherent start in the frame comoving tests most; beside it the frame fluctuation tests the",
            "truncated dynamics, and bogoliubov the limit of many particles.",
            "",
            "Exit codes: 0 all that was tested holds, 3 a statement or a hypothesis is violated, others as",
            "of 'run'. An interrupt keeps a run that is complete and writes no verification.json."
        })
final class VerifyCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private final ConfigurationArguments configuration = new ConfigurationArguments();

    @Mixin
    private final ResultArguments results = new ResultArguments();

    private boolean holds;

    VerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (Interruption interruption = Interruption.ofThisThread(streams)) {
            int code = new Attempt(streams, results.json()).at(this::verify);
            return code == ExitCode.DONE && !holds ? ExitCode.HYPOTHESIS : code;
        }
    }

    private void verify() {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = configuration.load(mixfield);
            Path directory = results.directoryOr(run.directory());
            VerificationResult result;
            try (ProgressDisplay display = ProgressDisplay.choose(
                    streams, results.quiet(), run.configuration().name())) {
                result = Verification.of(run)
                        .execute(
                                directory,
                                results.force(),
                                TransformText.telling(
                                        streams, run.configuration(), results.quiet() || results.json(), display));
            }
            streams.warnings(result.warnings());
            if (results.json()) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                object.put("directory", result.directory().toString());
                object.putAll(result.toMap());
                streams.json(object);
            } else {
                streams.text(VerificationText.of(result));
            }
            holds = result.holds();
        }
    }
}
