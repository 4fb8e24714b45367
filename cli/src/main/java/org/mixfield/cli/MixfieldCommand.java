package org.mixfield.cli;

import org.mixfield.pipeline.Mixfield;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
        name = "mixfield",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Computes the dynamics of two-component Bose mixtures two ways, the Hartree system on a grid and the"
                    + " many-body Schroedinger equation in truncated Fock space, and measures how far apart they are."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mixfield new run first.yaml",
            "  mixfield validate first.yaml",
            "  mixfield run first.yaml",
            "  mixfield run coulomb-mixture.yaml --set species.u.particles=40 --output runs/forty",
            "  mixfield run coulomb-mixture.yaml --json | jq .final",
            "  mixfield plan coulomb-mixture.yaml",
            "  mixfield resume runs/forty",
            "  mixfield verify fluctuations.yaml",
            "  mixfield report runs/forty",
            "  mixfield study theorem.yaml",
            "  mixfield potential check '{type: coulomb, strength: 2}' --dimension 3",
            "  mixfield potential list",
            "  mixfield plugins",
            "  mixfield new plugin acme/screened",
            "  mixfield schema > mixfield-1.json",
            "  source <(mixfield completion)",
            "",
            "Exit codes:",
            "    0  done",
            "    2  configuration or usage",
            "    3  a hypothesis of the theorem or a checked statement is violated",
            "    4  numerical failure: a tolerance was not reached, or a value is not finite",
            "    5  not enough memory or disk space, or a directory that cannot be written",
            "  130  interrupted; 'mixfield resume' goes on from the checkpoint"
        })
final class MixfieldCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(),
                "give a command: " + String.join(", ", spec.subcommands().keySet())
                        + "; for a first run: mixfield new run first.yaml");
    }

    /** The version of Mixfield and of Java. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {line()};
        }

        static String line() {
            return "mixfield " + Mixfield.version() + " (Java " + System.getProperty("java.version") + ")";
        }
    }
}
