package org.mixfield.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.Description.Accepted;
import org.mixfield.core.config.Description.Kind;
import org.mixfield.core.config.Description.Presence;
import org.mixfield.core.config.Description.Setting;

/** What was read from a view that describes. */
final class Recording {

    private record Entry(
            Kind kind,
            Accepted accepted,
            boolean required,
            @Nullable Object otherwise,
            @Nullable Recording inner) {}

    private final boolean given;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> askedFor = new TreeSet<>();

    /** @param given whether what may be left out is given */
    Recording(boolean given) {
        this.given = given;
    }

    /** Whether a key that may be left out is given; it is then known that it may. */
    boolean has(String key) {
        askedFor.add(key);
        return given;
    }

    /** A key was read; {@code otherwise} is its default. What is known of a key stays: the most telling call is the first. */
    void value(String key, Kind kind, Accepted accepted, @Nullable Object otherwise) {
        entries.putIfAbsent(key, new Entry(kind, accepted, otherwise == null, otherwise, null));
    }

    /** A mapping, or a list of mappings, was read. */
    Recording inner(String key, Kind kind, String accepted, boolean required) {
        Recording inner = new Recording(given);
        entries.putIfAbsent(key, new Entry(kind, new Accepted(accepted, List.of()), required, null, inner));
        return Optional.ofNullable(entries.get(key)).map(Entry::inner).orElse(inner);
    }

    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        entries.forEach((name, entry) -> settings.add(new Setting(
                name,
                entry.kind(),
                entry.accepted(),
                new Presence(entry.required() && !askedFor.contains(name), Optional.ofNullable(entry.otherwise())),
                entry.inner() == null ? List.of() : entry.inner().settings())));
        return settings;
    }
}
