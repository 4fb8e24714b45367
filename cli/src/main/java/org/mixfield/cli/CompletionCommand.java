package org.mixfield.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mixfield completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = "Prints a script for bash and zsh that completes commands and options with the tab key.",
        footer = {
            "",
            "Examples:",
            "  source <(mixfield completion)                    in this shell; in ~/.bashrc or ~/.zshrc for all",
            "  mixfield completion > /etc/bash_completion.d/mixfield"
        })
final class CompletionCommand implements Runnable {

    private final Streams streams;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        streams.text(AutoComplete.bash("mixfield", spec.root().commandLine()));
    }
}
