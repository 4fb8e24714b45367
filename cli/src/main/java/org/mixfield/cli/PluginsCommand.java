package org.mixfield.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
                "Lists everything a configuration can name, where it comes from, and what cannot be used and why.")
final class PluginsCommand implements Callable<Integer> {

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
            if (json) {
                streams.json(Map.of(
                        "providers",
                        listings.stream().map(PluginsCommand::object).toList()));
            } else {
                int kinds = width(listings.stream().map(ProviderListing::kind).toList());
                int names = width(listings.stream().map(ProviderListing::name).toList());
                String format = "%-" + kinds + "s  %-" + names + "s  %s%n";
                for (ProviderListing listing : listings) {
                    streams.out().printf(format, listing.kind(), listing.name(), source(listing));
                }
                streams.out().flush();
            }
        }
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(1);
    }

    private static String source(ProviderListing listing) {
        String version = listing.origin().version().map(v -> " " + v).orElse("");
        String failure = listing.failure().map(f -> "  UNUSABLE: " + f).orElse("");
        return listing.origin().shortName() + version + failure;
    }

    private static Map<String, Object> object(ProviderListing listing) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", listing.kind());
        object.put("name", listing.name());
        object.put("usable", listing.failure().isEmpty());
        listing.failure().ifPresent(failure -> object.put("failure", failure));
        object.put("origin", listing.origin().place());
        listing.origin().version().ifPresent(version -> object.put("version", version));
        return object;
    }
}
