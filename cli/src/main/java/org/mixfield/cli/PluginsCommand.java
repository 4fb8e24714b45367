package org.mixfield.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mixfield.core.plugin.Origin;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.pipeline.Mixfield;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mixfield plugins}. */
@Command(
        name = "plugins",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description =
                "Lists everything a configuration can name, where it comes from, and what cannot be used and why.",
        footer = {
            "",
            "Plugins are jars in a folder of their own: plugins/NAME/*.jar beside the program, or NAME/*.jar in a folder"
                    + " that the environment variable MIXFIELD_PLUGINS lists.",
            "",
            "Examples:",
            "  mixfield plugins",
            "  mixfield plugins --json | jq '.providers[] | select(.usable | not)'"
        })
final class PluginsCommand implements Callable<Integer> {

    private static final List<String> HEADER = List.of("KIND", "NAME", "VERSION", "SHA-256", "JAR");

    /** Digits of a checksum that a person compares. */
    private static final int SHORT = 12;

    private final Streams streams;

    @Option(names = "--json", description = "Print the list as one JSON object.")
    private boolean json;

    PluginsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, json).at(this::list);
    }

    private void list() {
        try (Mixfield mixfield = Mixfield.open()) {
            List<ProviderListing> listings = mixfield.extensions().listings();
            Map<Origin, String> sums = new HashMap<>();
            listings.forEach(listing -> sums.computeIfAbsent(
                    listing.origin(), origin -> origin.sha256().orElse("")));
            if (json) {
                streams.json(Map.of(
                        "providers",
                        listings.stream()
                                .map(listing -> object(listing, sums.getOrDefault(listing.origin(), "")))
                                .toList()));
            } else {
                print(listings, sums);
            }
        }
    }

    private void print(List<ProviderListing> listings, Map<Origin, String> sums) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        listings.forEach(listing -> rows.add(row(listing, sums.getOrDefault(listing.origin(), ""))));
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(1))
                .toArray();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String word = rows.get(i).get(column);
                line.append(word).append(" ".repeat(widths[column] - word.length() + 2));
            }
            streams.out().println(line.toString().stripTrailing());
            if (i > 0) {
                listings.get(i - 1).failure().ifPresent(failure -> streams.out().println("    UNUSABLE: " + failure));
            }
        }
        streams.out().flush();
    }

    private static List<String> row(ProviderListing listing, String sum) {
        return List.of(
                listing.kind(),
                listing.name(),
                listing.origin().version().orElse("-"),
                sum.isEmpty() ? "-" : sum.substring(0, SHORT),
                listing.origin().shortName());
    }

    private static Map<String, Object> object(ProviderListing listing, String sum) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", listing.kind());
        object.put("name", listing.name());
        object.put("usable", listing.failure().isEmpty());
        listing.failure().ifPresent(failure -> object.put("failure", failure));
        object.put("origin", listing.origin().place());
        listing.origin().version().ifPresent(version -> object.put("version", version));
        if (!sum.isEmpty()) {
            object.put("sha256", sum);
        }
        return object;
    }
}
