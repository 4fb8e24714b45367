package org.mixfield.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.Description;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.PotentialListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mixfield potential list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = "Lists every pair potential with its formula, its settings, and where it comes from.",
        footer = {
            "",
            "Examples:",
            "  mixfield potential list",
            "  mixfield potential list --json | jq '.potentials[].name'"
        })
final class PotentialListCommand implements Callable<Integer> {

    private static final int WIDTH = 100;

    private final Streams streams;

    @Option(names = "--json", description = "Print the list as one JSON object.")
    private boolean json;

    PotentialListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, json).at(this::list);
    }

    private void list() {
        try (Mixfield mixfield = Mixfield.open()) {
            List<PotentialListing> potentials = mixfield.potentials();
            if (json) {
                streams.json(Map.of(
                        "potentials",
                        potentials.stream().map(PotentialListCommand::object).toList()));
            } else {
                StringJoiner text = new StringJoiner(System.lineSeparator());
                potentials.forEach(potential -> text.add(entry(potential)));
                streams.text(text.toString());
            }
        }
    }

    // ---- for people

    private static String entry(PotentialListing potential) {
        StringJoiner text = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
        String name = potential.provider().name();
        text.add(potential.formula().isEmpty() ? name : name + "  V = " + potential.formula());
        int column = 4 + Math.max(10, longest(potential.description().settings(), 0));
        settings(potential, potential.description().settings(), 4, column, text);
        potential.provider().failure().ifPresent(reason -> paragraph("UNUSABLE: " + reason, text));
        potential
                .description()
                .failure()
                .ifPresent(
                        reason -> paragraph("there may be other settings: asked for them, it failed: " + reason, text));
        text.add("    from " + potential.provider().origin().shortName()
                + potential
                        .provider()
                        .origin()
                        .version()
                        .map(version -> " " + version)
                        .orElse(""));
        return text.toString();
    }

    private static int longest(List<Description.Setting> settings, int indentation) {
        return settings.stream()
                .mapToInt(setting -> Math.max(
                        indentation + setting.name().length(),
                        longest(setting.inner().settings(), indentation + 2)))
                .max()
                .orElse(0);
    }

    private static void settings(
            PotentialListing potential,
            List<Description.Setting> settings,
            int indentation,
            int column,
            StringJoiner text) {
        for (Description.Setting setting : settings) {
            String name = " ".repeat(indentation) + setting.name();
            boolean first = true;
            for (String line : PotentialText.wrapped(words(potential, setting), WIDTH - column - 2)) {
                text.add(String.format(Locale.ROOT, "%-" + (column + 2) + "s%s", first ? name : "", line));
                first = false;
            }
            settings(potential, setting.inner().settings(), indentation + 2, column, text);
        }
    }

    private static String words(PotentialListing potential, Description.Setting setting) {
        String unit = potential.units().getOrDefault(setting.name(), "-");
        String presence = setting.presence()
                .otherwise()
                .map(otherwise -> "default " + otherwise)
                .orElse(setting.presence().required() ? "required" : "may be left out");
        String meaning = setting.accepted().meaning();
        return (meaning.isEmpty() ? "" : meaning + ": ") + setting.accepted().words() + "; " + presence
                + (unit.equals("-") ? "" : unit.equals("1") ? "; a pure number" : "; in " + unit);
    }

    private static void paragraph(String words, StringJoiner text) {
        PotentialText.wrapped(words, WIDTH - 4).forEach(line -> text.add("    " + line));
    }

    // ---- for programs

    private static Map<String, @Nullable Object> object(PotentialListing potential) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", potential.provider().name());
        object.put("formula", potential.formula().isEmpty() ? null : potential.formula());
        object.put("settings", settings(potential, potential.description().settings()));
        object.put("usable", potential.provider().failure().isEmpty());
        potential.provider().failure().ifPresent(failure -> object.put("failure", failure));
        potential.description().failure().ifPresent(failure -> object.put("settings-failure", failure));
        object.put("origin", potential.provider().origin().place());
        potential.provider().origin().version().ifPresent(version -> object.put("version", version));
        return object;
    }

    private static List<Map<String, @Nullable Object>> settings(
            PotentialListing potential, List<Description.Setting> settings) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Description.Setting setting : settings) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("name", setting.name());
            object.put("kind", setting.kind().name().toLowerCase(Locale.ROOT));
            object.put("meaning", setting.accepted().meaning());
            object.put("accepted", setting.accepted().words());
            if (!setting.accepted().choices().isEmpty()) {
                object.put("choices", setting.accepted().choices());
            }
            object.put("required", setting.presence().required());
            object.put("default", setting.presence().otherwise().orElse(null));
            object.put("unit", potential.units().get(setting.name()));
            if (!setting.inner().settings().isEmpty()) {
                object.put("settings", settings(potential, setting.inner().settings()));
            }
            objects.add(object);
        }
        return objects;
    }
}
