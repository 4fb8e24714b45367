package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.plugin.ProviderRegistry;

/** What a configuration selects among the extensions, remembered for the manifest. */
final class Selection {

    private final Extensions extensions;
    private final List<ProviderListing> used = new ArrayList<>();

    Selection(Extensions extensions) {
        this.extensions = extensions;
    }

    Extensions from() {
        return extensions;
    }

    /** What the mapping's {@code type} names; empty where a problem was recorded. */
    <P extends Provider, T> Optional<T> make(
            ProviderRegistry<P> registry,
            Settings settings,
            @Nullable String defaultType,
            BiFunction<P, Settings, T> factory) {
        // The registry calls the factory for the parts of a composed thing too.
        return registry.create(settings, defaultType, (provider, view) -> {
            T made = factory.apply(provider, view);
            note(registry, provider.name());
            return made;
        });
    }

    /** Remembers a provider that was named otherwise. */
    void note(ProviderRegistry<?> registry, String name) {
        registry.listings().stream()
                .filter(listing ->
                        listing.name().equals(name) && listing.failure().isEmpty())
                .filter(listing -> !used.contains(listing))
                .forEach(used::add);
    }

    /** The providers selected so far. */
    List<ProviderListing> used() {
        return List.copyOf(used);
    }
}
