package org.mixfield.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

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

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        streams.text(AutoComplete.bash("mixfield", Main.commands(streams)));
    }
}
