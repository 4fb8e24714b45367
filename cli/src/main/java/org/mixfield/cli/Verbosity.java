package org.mixfield.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How much is said beside results, warnings and errors: the options {@code --quiet} and {@code --verbose} of every command. */
enum Verbosity {
    QUIET(Level.ERROR),
    USUAL(Level.WARN),
    VERBOSE(Level.DEBUG);

    private static final String QUIET_OPTION = "--quiet";
    private static final String VERBOSE_OPTION = "--verbose";

    @SuppressWarnings("ImmutableEnumChecker")
    private final Level level;

    Verbosity(Level level) {
        this.level = level;
    }

    /** Gives both options to every command below that does something and does not have them. */
    static void addTo(CommandLine commands) {
        for (CommandLine command : commands.getSubcommands().values()) {
            if (command.getSubcommands().isEmpty()) {
                add(command.getCommandSpec(), QUIET_OPTION, "Show no progress and no remarks.");
                add(
                        command.getCommandSpec(),
                        VERBOSE_OPTION,
                        "Log what is done, and tell where in the program a failure came from.");
            } else {
                addTo(command);
            }
        }
    }

    private static void add(CommandSpec command, String name, String description) {
        if (!command.optionsMap().containsKey(name)) {
            command.addOption(OptionSpec.builder(name)
                    .type(boolean.class)
                    .description(description)
                    .build());
        }
    }

    /** What the options of a command say. */
    static Verbosity of(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption(VERBOSE_OPTION) ? VERBOSE : last.hasMatchedOption(QUIET_OPTION) ? QUIET : USUAL;
    }

    void applyTo(Streams streams) {
        streams.verbose().set(this == VERBOSE);
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        if (loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(level);
        }
    }
}
