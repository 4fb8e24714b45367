package org.mixfield.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --verbose} of every command that may fail. */
final class Verbosity {

    private static final String OPTION = "--verbose";

    private Verbosity() {}

    /** Gives the option to every command below that does something. */
    static void addTo(CommandLine commands) {
        for (CommandLine command : commands.getSubcommands().values()) {
            if (command.getCommand() instanceof Callable) {
                command.getCommandSpec()
                        .addOption(OptionSpec.builder(OPTION)
                                .type(boolean.class)
                                .description("Tell where in the program a failure came from, and show all that plugins"
                                        + " and libraries log.")
                                .build());
            }
            addTo(command);
        }
    }

    /** Does what the option of a command says. */
    static void apply(ParseResult parsed, Streams streams) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        boolean verbose = last.hasMatchedOption(OPTION);
        streams.verbose().set(verbose);
        // Otherwise logging waits for the first who logs, because most runs do without.
        if (verbose && LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.DEBUG);
        }
    }
}
