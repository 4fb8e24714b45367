package org.mixfield.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.mixfield.core.config.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code mixfield}. */
@API(status = API.Status.EXPERIMENTAL)
public final class Main {

    private Main() {}

    /** Runs a command and ends the virtual machine with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are drawn, never shown
        System.exit(execute(new Streams(System.out, System.err), arguments));
    }

    /** Runs a command and returns its exit code. */
    static int execute(Streams streams, String... arguments) {
        // Scripts ask for it often, and it needs none of the commands.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            streams.out().println(MixfieldCommand.Version.line());
            return ExitCode.DONE;
        }
        return commands(streams, arguments).execute(arguments);
    }

    /** Every command there is. */
    static CommandLine commands(Streams streams) {
        return commands(streams, makers(streams).values());
    }

    /** The one that is named, because to describe them all takes a tenth of a second; every one otherwise. */
    private static CommandLine commands(Streams streams, String... arguments) {
        Map<String, Supplier<Object>> makers = makers(streams);
        return arguments.length > 0 && makers.containsKey(arguments[0])
                ? commands(streams, List.of(makers.get(arguments[0])))
                : commands(streams, makers.values());
    }

    private static Map<String, Supplier<Object>> makers(Streams streams) {
        Map<String, Supplier<Object>> makers = new LinkedHashMap<>();
        makers.put("run", () -> new RunCommand(streams));
        makers.put("resume", () -> new ResumeCommand(streams));
        makers.put("report", () -> new ReportCommand(streams));
        makers.put("validate", () -> new ValidateCommand(streams));
        makers.put("plan", () -> new PlanCommand(streams));
        makers.put("verify", () -> new VerifyCommand(streams));
        makers.put(
                "study",
                () -> new CommandLine(new StudyCommand(streams)).addSubcommand(new StudyMergeCommand(streams)));
        makers.put(
                "potential",
                () -> new CommandLine(new PotentialCommand())
                        .addSubcommand(new PotentialCheckCommand(streams))
                        .addSubcommand(new PotentialListCommand(streams)));
        makers.put("plugins", () -> new PluginsCommand(streams));
        makers.put("schema", () -> new SchemaCommand(streams));
        makers.put(
                "new",
                () -> new CommandLine(new NewCommand())
                        .addSubcommand(new NewRunCommand(streams))
                        .addSubcommand(new NewPluginCommand(streams)));
        makers.put("completion", () -> new CompletionCommand(streams));
        return makers;
    }

    private static CommandLine commands(Streams streams, Collection<Supplier<Object>> makers) {
        CommandLine commands = new CommandLine(new MixfieldCommand());
        makers.forEach(maker -> commands.addSubcommand(maker.get()));
        Verbosity.addTo(commands);
        return commands.setUsageHelpWidth(100)
                .setColorScheme(manualPage())
                .setOut(writer(streams.out()))
                .setErr(writer(streams.err()))
                .setExecutionStrategy(parsed -> {
                    Verbosity.apply(parsed, streams);
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((failure, unused) -> misuse(failure, streams));
    }

    /** Bold and italic, which are readable on any background; plain where a terminal has neither. */
    private static ColorScheme manualPage() {
        return new ColorScheme.Builder("dumb".equals(System.getenv("TERM")) ? Ansi.OFF : Ansi.AUTO)
                .commands(Style.bold)
                .options(Style.bold)
                .parameters(Style.bold)
                .optionParams(Style.italic)
                .build();
    }

    private static int misuse(ParameterException failure, Streams streams) {
        streams.error(words(failure) + hint(failure));
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        streams.err().println("Try '" + command + " --help'.");
        return ExitCode.CONFIGURATION;
    }

    private static String words(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            CommandLine command = failure.getCommandLine();
            return word.startsWith("-")
                    ? "there is no option '" + word + "'"
                    : command.getSubcommands().isEmpty()
                            ? "one argument too many: '" + word + "'"
                            : "there is no command '" + word + "'; there are "
                                    + String.join(", ", command.getSubcommands().keySet());
        }
        if (failure instanceof MissingParameterException missing) {
            return "missing: " + missing.getMissing().stream().map(Main::needed).collect(Collectors.joining("; "));
        }
        return String.valueOf(failure.getMessage());
    }

    /** A parameter or option that must be given, with what it is. */
    private static String needed(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
        return name + " (" + String.join(" ", argument.description()).replaceFirst("\\.$", "") + ")";
    }

    /** The command or option that a wrong word was probably meant to be. */
    private static String hint(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        CommandLine command = failure.getCommandLine();
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().optionsMap().keySet().stream()
                .filter(option -> option.startsWith("--"))
                .forEach(known::add);
        return NearestName.hint(unmatched.getUnmatched().get(0), known);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }
}
