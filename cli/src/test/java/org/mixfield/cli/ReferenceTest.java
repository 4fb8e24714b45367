package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Description;
import org.mixfield.core.config.Description.Family;
import org.mixfield.core.config.Description.Keys;
import org.mixfield.core.config.Description.Setting;
import org.mixfield.core.config.Shape;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.pipeline.Mixfield;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The reference chapters of the guide are what the program says of itself: the commands what picocli knows of them, the
 * configuration what its reader reads. With {@code -Dreference.write} they are written anew.
 */
class ReferenceTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide");

    private static void compare(String file, String text) throws IOException {
        if (System.getProperty("reference.write") != null) {
            Files.writeString(GUIDE.resolve(file), text);
        }
        assertThat(Files.readString(GUIDE.resolve(file)))
                .as("docs/guide/" + file
                        + "; write it anew with: mvn test -pl cli -am -Dtest=ReferenceTest -Dreference.write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(text);
    }

    // ---- commands

    @Test
    void theCommandReferenceIsUpToDate() throws IOException {
        Streams nowhere =
                new Streams(new PrintStream(new ByteArrayOutputStream()), new PrintStream(new ByteArrayOutputStream()));
        StringBuilder text = new StringBuilder("== Commands\n\n");
        usage(Main.commands(nowhere), text);
        compare("commands.adoc", text.toString().stripTrailing() + "\n");
    }

    private static void usage(CommandLine command, StringBuilder text) {
        text.append("=== ").append(command.getCommandSpec().qualifiedName()).append("\n\n----\n");
        text.append(command.getUsageMessage(Ansi.OFF).replaceAll("(?m) +$", "").strip());
        text.append("\n----\n\n");
        command.getSubcommands().values().forEach(inner -> usage(inner, text));
    }

    // ---- the configuration

    @Test
    void theConfigurationReferenceIsUpToDate() throws IOException {
        try (Mixfield mixfield = Mixfield.open(ReferenceTest.class.getClassLoader())) {
            Description description = mixfield.describe();
            StringBuilder text = new StringBuilder("== Configuration\n\n");
            text.append(
                    "Every key there is, as the program reads it. A key marked * is required. Where a unit is named, a number may"
                            + " be written with\none, as in `50 Hz`, once `units` are given. An editor that knows"
                            + " https://json-schema.org[JSON Schema] completes and checks a\nfile whose first line is"
                            + " `# yaml-language-server: $schema=mixfield-1.json`; `mixfield schema` prints the schema.\n\n");
            section("The file", description.keys(), "", text);
            description.families().forEach((name, family) -> family(name, family, mixfield, text));
            compare(
                    "configuration.adoc",
                    text.toString().replaceAll("(?m) +$", "").stripTrailing() + "\n");
        }
    }

    private static void section(String title, Keys keys, String prefix, StringBuilder text) {
        text.append("=== ").append(title).append("\n\n");
        table(text, () -> rows(keys, prefix, text));
    }

    private static void table(StringBuilder text, Runnable rows) {
        text.append("[cols=\"3,6,6,3\",options=\"header\"]\n|===\n| key | what it is | accepted | default\n");
        rows.run();
        text.append("|===\n\n");
    }

    private static void rows(Keys keys, String prefix, StringBuilder text) {
        for (Setting setting : keys.settings()) {
            String path = prefix + setting.name();
            // What holds for one of two that are alike holds for the other.
            boolean chosen = keys.family().isPresent() && setting.name().equals("type");
            if (path.startsWith("species.v.") || chosen) {
                continue;
            }
            boolean family = setting.inner().family().isPresent();
            String accepted = setting.accepted().words();
            if (family) {
                String list = setting.kind() == Description.Kind.LIST ? "a list of " : "";
                accepted = accepted.replaceFirst(
                        "a (list of )?mappings?",
                        list + "<<" + anchor(setting.inner().family().get()) + ">>");
            } else if (path.equals("species.v")) {
                accepted = "the same keys as species.u";
            }
            text.append("| `")
                    .append(path)
                    .append("`")
                    .append(setting.presence().required() ? " *" : "");
            text.append(" | ").append(escaped(setting.accepted().meaning()));
            text.append(" | ")
                    .append(family ? accepted : escaped(accepted))
                    .append(unit(setting.accepted().shape()));
            text.append(" | ")
                    .append(setting.presence()
                            .otherwise()
                            .filter(otherwise -> !path.startsWith("weights.") && !path.equals("output.directory"))
                            .map(otherwise -> "`" + otherwise + "`")
                            .orElse(""));
            text.append("\n");
            rows(setting.inner(), path + ".", text);
        }
    }

    private static void family(String name, Family family, Mixfield mixfield, StringBuilder text) {
        text.append("[[").append(anchor(name)).append("]]\n=== ");
        text.append(name.replace(" part", ", within another one")).append("\n\n");
        text.append("`type` is ")
                .append(family.otherwise()
                        .map(otherwise -> "`" + otherwise + "` unless it is given")
                        .orElse("required"))
                .append(".");
        if (name.endsWith(" part")) {
            text.append(" As <<")
                    .append(anchor(name.replace(" part", "")))
                    .append(">>, a `factor` of a pair potential excepted.\n\n");
            return;
        }
        text.append("\n\n");
        for (Map.Entry<String, Description> member : family.members().entrySet()) {
            text.append(".`type: ").append(member.getKey()).append("`\n");
            String formula = name.equals("potential")
                    ? mixfield.extensions()
                            .potentials()
                            .find(member.getKey())
                            .map(PotentialProvider::formula)
                            .orElse("")
                    : "";
            if (!formula.isEmpty()) {
                text.append("V = ").append(escaped(formula)).append("\n\n");
            }
            if (member.getValue().settings().isEmpty()) {
                text.append("No settings.\n\n");
            } else {
                table(text, () -> rows(member.getValue().keys(), "", text));
            }
        }
    }

    @Test
    void everyKeySaysWhatItIsFor() {
        try (Mixfield mixfield = Mixfield.open(ReferenceTest.class.getClassLoader())) {
            Description description = mixfield.describe();
            assertThat(silent(description.keys())).isEmpty();
            description
                    .families()
                    .forEach((name, family) -> family.members()
                            .forEach((member, own) -> assertThat(silent(own.keys()))
                                    .as(name + " " + member)
                                    .isEmpty()));
        }
    }

    /** The keys of which nothing is said; {@code type} has a chapter of its own. */
    private static List<String> silent(Keys keys) {
        return keys.settings().stream()
                .filter(setting -> !setting.name().equals("type"))
                .flatMap(setting -> Stream.concat(
                        setting.accepted().meaning().isEmpty() ? Stream.of(setting.name()) : Stream.empty(),
                        silent(setting.inner()).stream()))
                .toList();
    }

    private static String anchor(String family) {
        return family.replace(' ', '-').toLowerCase(java.util.Locale.ROOT);
    }

    private static String unit(Shape shape) {
        return shape.measures().isEmpty() ? "" : "; unit: " + escaped(shape.measures());
    }

    private static String escaped(String words) {
        return words.isEmpty()
                ? ""
                : List.of("|", "*", "^", "{", "_").stream().anyMatch(words::contains)
                        ? "pass:c[" + words.replace("]", "\\]").replace("|", "\\|") + "]"
                        : words;
    }
}
