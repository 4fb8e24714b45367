package org.mixfield.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mixfield potential}, without a command of its own. */
@Command(
        name = "potential",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = "Lists the pair potentials, and checks one against the hypothesis of Theorem 2.3.",
        footer = {
            "",
            "Examples:",
            "  mixfield potential list",
            "  mixfield potential check '{type: coulomb, strength: 2}' --dimension 3"
        })
final class PotentialCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "give a command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
