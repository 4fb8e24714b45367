package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is different between the providers that a manifest names and those of now: other jars, and others at all. */
final class ProviderChanges {

    private ProviderChanges() {}

    /**
     * The differences, in sentences; empty where there are none.
     *
     * @param before the entry {@code providers} of a manifest
     * @param now the same of now
     */
    static List<String> between(@Nullable Object before, List<Map<String, Object>> now) {
        Map<String, Map<?, ?>> earlier = byName(before);
        Map<String, Map<?, ?>> present = byName(now);
        Set<String> changes = new LinkedHashSet<>();
        earlier.forEach((name, entry) -> {
            Map<?, ?> other = present.get(name);
            if (other == null) {
                changes.add(name + " of " + entry.get("origin") + " is no longer there");
            } else if (!sum(entry).equals(sum(other))) {
                changes.add(other.get("origin") + " has changed since the run began: its SHA-256 was "
                        + sum(entry).orElse("unknown") + " and is " + sum(other).orElse("unknown"));
            } else if (!libraries(entry).equals(libraries(other))) {
                changes.add("libraries beside " + other.get("origin") + " have changed since the run began");
            }
        });
        present.forEach((name, entry) -> {
            if (!earlier.containsKey(name)) {
                changes.add(name + " of " + entry.get("origin") + " is new");
            }
        });
        return new ArrayList<>(changes);
    }

    private static Map<String, Map<?, ?>> byName(@Nullable Object providers) {
        Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
        if (providers instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> entry) {
                    entries.put(entry.get("kind") + " '" + entry.get("name") + "'", entry);
                }
            }
        }
        return entries;
    }

    private static Optional<String> sum(Map<?, ?> entry) {
        return Optional.ofNullable(entry.get("sha256")).map(String::valueOf);
    }

    /** Names and sums, whatever their order. */
    private static Set<String> libraries(Map<?, ?> entry) {
        Set<String> libraries = new LinkedHashSet<>();
        if (entry.get("libraries") instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> library) {
                    libraries.add(library.get("jar") + " " + library.get("sha256"));
                }
            }
        }
        return libraries;
    }
}
