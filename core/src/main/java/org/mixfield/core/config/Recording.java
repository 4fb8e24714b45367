package org.mixfield.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.Description.Accepted;
import org.mixfield.core.config.Description.Family;
import org.mixfield.core.config.Description.Keys;
import org.mixfield.core.config.Description.Kind;
import org.mixfield.core.config.Description.Presence;
import org.mixfield.core.config.Description.Setting;

/** What was read from a view that describes. */
final class Recording {

    /**
     * One reading of a mapping and all that is in it.
     *
     * @param given whether what may be left out is given
     * @param sole the one key, by its path, that is given although nothing else is; empty for none
     * @param answers what is answered where the reader goes one of several ways, by key path
     * @param forks where it does, with all the answers there are
     * @param families what was found out of families so far, shared with other readings; those being asked hold nothing yet
     */
    record Reading(
            boolean given,
            String sole,
            Map<String, String> answers,
            Map<String, List<String>> forks,
            Map<String, Family> families) {}

    private record Entry(
            Kind kind,
            Accepted accepted,
            boolean required,
            @Nullable Object otherwise,
            @Nullable Recording inner) {}

    private final Reading reading;
    private final String path;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> askedFor = new TreeSet<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private @Nullable String family;

    Recording(Reading reading) {
        this(reading, "");
    }

    private Recording(Reading reading, String path) {
        this.reading = reading;
        this.path = path;
    }

    Reading reading() {
        return reading;
    }

    /** Whether a key that may be left out is given; it is then known that it may. */
    boolean has(String key) {
        askedFor.add(key);
        return reading.given() || reading.sole().equals(path + key);
    }

    /** Which way the reader goes at a key that is given. */
    String answer(String key, String otherwise, List<String> all) {
        reading.forks().putIfAbsent(path + key, List.copyOf(all));
        return reading.answers().getOrDefault(path + key, otherwise);
    }

    /** A key was read; {@code otherwise} is its default. What is known of a key stays: the most telling call is the first. */
    void value(String key, Kind kind, Accepted accepted, @Nullable Object otherwise) {
        entries.putIfAbsent(key, new Entry(kind, accepted, otherwise == null, otherwise, null));
    }

    /** A mapping, or a list of mappings, was read. */
    Recording inner(String key, Kind kind, String accepted, boolean required) {
        Recording inner = new Recording(reading, path + key + ".");
        Accepted keyed = new Accepted(accepted, List.of(), new Shape.Keyed());
        entries.putIfAbsent(key, new Entry(kind, keyed, required, null, inner));
        return Optional.ofNullable(entries.get(key)).map(Entry::inner).orElse(inner);
    }

    /** What keys are for. */
    void means(Map<String, String> words) {
        meanings.putAll(words);
    }

    /** The key {@code type} chooses among a family. */
    void family(String name) {
        family = name;
    }

    Optional<String> family() {
        return Optional.ofNullable(family);
    }

    /** The names of the keys that were read. */
    Set<String> names() {
        return entries.keySet();
    }

    /** The names of the keys that may not be left out, as far as this reading tells. */
    Set<String> required() {
        Set<String> required = new TreeSet<>();
        entries.forEach((name, entry) -> {
            if (isRequired(name, entry)) {
                required.add(name);
            }
        });
        return required;
    }

    /** The names of the keys that it was asked for whether they are given. */
    Set<String> askedFor() {
        return askedFor;
    }

    private boolean isRequired(String name, Entry entry) {
        return entry.required() && !askedFor.contains(name);
    }

    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        entries.forEach((name, entry) -> settings.add(new Setting(
                name,
                entry.kind(),
                entry.accepted().meaning(meanings.getOrDefault(name, "")),
                new Presence(isRequired(name, entry), Optional.ofNullable(entry.otherwise())),
                Keys.NONE)));
        return settings;
    }

    /** What was read from a mapping in this one, where it was. */
    Optional<Recording> inner(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::inner);
    }

    /** Whether what may be left out was given. */
    boolean isGiven() {
        return reading.given();
    }

    /** Whether every choice was its default, and all or nothing given. */
    boolean isPlain() {
        return reading.answers().isEmpty() && !isOfOneKey();
    }

    /** Whether one key alone was given. */
    boolean isOfOneKey() {
        return !reading.sole().isEmpty();
    }

    /** Whether this key of this very mapping was the only one that was given. */
    boolean isSole(String key) {
        return reading.sole().equals(path + key);
    }

    /** The paths of all keys, in this mapping and in inner ones, that it was asked for whether they are given. */
    Stream<String> askedForPaths() {
        return Stream.concat(
                askedFor.stream().map(key -> path + key),
                entries.values().stream()
                        .map(Entry::inner)
                        .filter(Objects::nonNull)
                        .flatMap(Recording::askedForPaths));
    }

    /** The choice of a key of this very mapping that the reading was about, and the word that was chosen. */
    Optional<Map.Entry<String, String>> ownAnswer() {
        return reading.answers().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith(path))
                .map(answer -> Map.entry(answer.getKey().substring(path.length()), answer.getValue()))
                .filter(answer -> entries.containsKey(answer.getKey())
                        && entries.get(answer.getKey()).kind() == Kind.CHOICE)
                .findFirst();
    }
}
