package org.mixfield.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * What a piece of code reads from one mapping of a configuration: what a reference page, a list of potentials and a
 * schema are made of. Immutable.
 *
 * @param keys the keys of the mapping
 * @param families what the keys {@code type} in it choose among, by the name of the family
 * @param failure why there may be more keys than these: the code threw while it read; empty where it did not
 */
@API(status = API.Status.EXPERIMENTAL)
public record Description(Keys keys, Map<String, Family> families, Optional<String> failure) {

    /** That of code that reads nothing. */
    public static final Description NONE = new Description(Keys.NONE, Map.of(), Optional.empty());

    /** The same of code that threw. */
    public Description failedWith(Throwable cause) {
        return new Description(keys, families, Optional.of(cause.toString()));
    }

    /** What a value is. */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** A whole number. */
        INTEGER,
        /** A text. */
        TEXT,
        /** One of a few words. */
        CHOICE,
        /** A list of numbers, one for each axis of the run's grid. */
        VECTOR,
        /** A list: of mappings where the key has inner ones, else of numbers or words. */
        LIST,
        /** A mapping. */
        MAPPING,
        /** Either of several of these, as the words say. */
        ANY
    }

    /**
     * The keys of a mapping.
     *
     * @param settings the keys, in the order of reading
     * @param always those that are needed whatever else is given
     * @param unless sets of keys of which one is needed in full; none where nothing is needed beside {@code always}
     * @param branches keys that are read, or needed, for some choices of another key only
     * @param family the family that {@code type} chooses from, which adds the keys of what was chosen; empty for none
     */
    public record Keys(
            List<Setting> settings,
            Set<String> always,
            List<Set<String>> unless,
            List<Branch> branches,
            Optional<String> family) {

        /** No keys. */
        static final Keys NONE = new Keys(List.of(), Set.of(), List.of(), List.of(), Optional.empty());

        public Keys {
            settings = List.copyOf(settings);
            always = Set.copyOf(always);
            unless = List.copyOf(unless);
            branches = List.copyOf(branches);
        }

        /** The keys of a mapping that has nothing but those of a family. */
        public static Keys of(String family) {
            return new Keys(List.of(), Set.of(), List.of(), List.of(), Optional.of(family));
        }

        /** These, and those of a member of their family. */
        public Keys with(Keys member) {
            Map<String, Setting> all = new LinkedHashMap<>();
            settings.forEach(setting -> all.put(setting.name(), setting));
            member.settings.forEach(setting -> all.putIfAbsent(setting.name(), setting));
            Set<String> needed = new TreeSet<>(always);
            needed.addAll(member.always);
            List<Branch> both = new ArrayList<>(branches);
            both.addAll(member.branches);
            return new Keys(List.copyOf(all.values()), needed, unless.isEmpty() ? member.unless : unless, both, family);
        }

        /** True where no key was read. */
        public boolean isEmpty() {
            return settings.isEmpty() && family.isEmpty();
        }
    }

    /**
     * What some choices of a key bring with them.
     *
     * @param key the key
     * @param words the choices
     * @param read every key that is read then
     * @param needed those of them that may not be left out then
     */
    public record Branch(String key, List<String> words, Set<String> read, Set<String> needed) {
        public Branch {
            words = List.copyOf(words);
            read = Set.copyOf(read);
            needed = Set.copyOf(needed);
        }
    }

    /**
     * What a key {@code type} chooses among.
     *
     * @param otherwise what is chosen where it is left out; empty where it may not be
     * @param members the keys that each brings, by its name
     */
    public record Family(Optional<String> otherwise, Map<String, Description> members) {}

    /**
     * One key of a mapping.
     *
     * @param name its name
     * @param kind what its value is
     * @param accepted what is accepted
     * @param presence whether it may be left out
     * @param inner the keys of a mapping, or of each mapping in a list
     */
    public record Setting(String name, Kind kind, Accepted accepted, Presence presence, Keys inner) {}

    /**
     * What a key accepts.
     *
     * @param words in the words of an error message, for example {@code a finite number greater than 0}
     * @param choices all the words there are to choose from; empty where the value is no such word
     * @param shape the same for programs
     * @param meaning what the value is for; empty where the code does not say
     */
    public record Accepted(String words, List<String> choices, Shape shape, String meaning) {
        public Accepted {
            choices = List.copyOf(choices);
        }

        /** Without a meaning. */
        Accepted(String words, List<String> choices, Shape shape) {
            this(words, choices, shape, "");
        }

        Accepted meaning(String text) {
            return new Accepted(words, choices, shape, text);
        }
    }

    /**
     * Whether a key may be left out.
     *
     * @param required it may not, as far as no other key decides it
     * @param otherwise what it then is, a plain value; empty where there is no such value
     */
    public record Presence(boolean required, Optional<Object> otherwise) {}

    /** The keys, in the order of reading. */
    public List<Setting> settings() {
        return keys.settings();
    }

    /**
     * Runs the code with views in which everything is a stand-in: required numbers are 1 or the nearest one accepted, texts
     * are empty, and whatever may be left out is, first left out and then given; then one key alone is given after the
     * other. Then once more for each word of each choice. Nothing is a problem. Code that reads other keys depending on other values is described as far as it goes
     * with these.
     *
     * @param reader reads from a view, for example {@code provider::create}
     */
    public static Description of(Consumer<Settings> reader) {
        Map<String, Family> families = new LinkedHashMap<>();
        Description own = of(Settings::describing, reader, families);
        return new Description(own.keys(), families, own.failure());
    }

    /**
     * The same, with views of the caller's choice.
     *
     * @param families what is known of families, to which those met are added
     */
    static Description of(Function<Recording, Settings> view, Consumer<Settings> reader, Map<String, Family> families) {
        List<String> failures = new ArrayList<>();
        List<Recording> readings = new ArrayList<>();
        Map<String, List<String>> forks = new LinkedHashMap<>();
        for (boolean given : new boolean[] {false, true}) {
            readings.add(read(new Recording.Reading(given, "", Map.of(), forks, families), view, reader, failures));
        }
        readings.get(0)
                .askedForPaths()
                .distinct()
                .toList()
                .forEach(path -> readings.add(read(
                        new Recording.Reading(false, path, Map.of(), new LinkedHashMap<>(), families),
                        view,
                        reader,
                        failures)));
        new LinkedHashMap<>(forks)
                .forEach((path, words) -> words.forEach(word -> {
                    for (boolean given : new boolean[] {false, true}) {
                        Recording.Reading other =
                                new Recording.Reading(given, "", Map.of(path, word), new LinkedHashMap<>(), families);
                        readings.add(read(other, view, reader, failures));
                    }
                }));
        return new Description(merged(readings), Map.of(), failures.stream().findFirst());
    }

    private static Recording read(
            Recording.Reading reading,
            Function<Recording, Settings> view,
            Consumer<Settings> reader,
            List<String> failures) {
        Recording recording = new Recording(reading);
        try {
            reader.accept(view.apply(recording));
        } catch (RuntimeException | LinkageError e) {
            failures.add(e.toString());
        }
        return recording;
    }

    /** The keys of a mapping, from all readings of it. */
    private static Keys merged(List<Recording> readings) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Recording reading : readings) {
            for (Setting setting : reading.settings()) {
                settings.merge(setting.name(), setting, Description::merged);
            }
        }
        List<Recording> plain = readings.stream().filter(Recording::isPlain).toList();
        List<Setting> all = new ArrayList<>();
        Set<String> always = new TreeSet<>();
        for (Setting setting : settings.values()) {
            String name = setting.name();
            List<Recording> inner = readings.stream()
                    .flatMap(reading -> reading.inner(name).stream())
                    .toList();
            boolean required =
                    plain.stream().anyMatch(reading -> reading.names().contains(name))
                            && plain.stream()
                                    .filter(reading -> reading.names().contains(name))
                                    .allMatch(reading -> reading.required().contains(name));
            if (readings.stream()
                    .filter(reading -> !reading.isOfOneKey())
                    .allMatch(reading -> reading.required().contains(name))) {
                always.add(name);
            }
            all.add(new Setting(
                    name,
                    setting.kind(),
                    setting.accepted(),
                    new Presence(required, setting.presence().otherwise()),
                    inner.isEmpty() ? Keys.NONE : merged(inner)));
        }
        return new Keys(
                all,
                always,
                unless(plain, readings, always),
                branches(readings, always),
                readings.stream()
                        .map(Recording::family)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Setting merged(Setting one, Setting other) {
        if (one.kind() == other.kind()) {
            return one;
        }
        Accepted a = one.accepted();
        Accepted b = other.accepted();
        Accepted either = a.words().contains(b.words())
                ? a
                : new Accepted(
                        a.words() + ", or " + b.words(),
                        a.choices(),
                        new Shape.Either(List.of(a.shape(), b.shape())),
                        a.meaning());
        return new Setting(one.name(), Kind.ANY, either, one.presence(), Keys.NONE);
    }

    /** What is needed where nothing is given that may be left out, and what makes up for it. */
    private static List<Set<String>> unless(List<Recording> plain, List<Recording> readings, Set<String> always) {
        Set<Set<String>> alternatives = new LinkedHashSet<>();
        for (Recording reading : plain) {
            if (!reading.isGiven()) {
                Set<String> needed = new TreeSet<>(reading.required());
                needed.removeAll(always);
                if (reading.names().isEmpty() || !needed.isEmpty()) {
                    reading.askedFor().stream()
                            .filter(key -> needed.isEmpty() || makesUpFor(needed, key, readings))
                            .forEach(key -> alternatives.add(Set.of(key)));
                }
                if (!needed.isEmpty()) {
                    alternatives.add(needed);
                }
            }
        }
        return alternatives.size() < 2 ? List.of() : List.copyOf(alternatives);
    }

    /** Whether what is needed no longer is, once this key alone is given. */
    private static boolean makesUpFor(Set<String> needed, String key, List<Recording> readings) {
        return readings.stream()
                .filter(reading -> reading.isSole(key))
                .noneMatch(reading -> reading.required().containsAll(needed));
    }

    private record Consequence(Set<String> read, Set<String> needed) {}

    private static List<Branch> branches(List<Recording> readings, Set<String> always) {
        Map<String, Map<String, Consequence>> byKey = new LinkedHashMap<>();
        for (Recording reading : readings) {
            reading.ownAnswer().ifPresent(answer -> {
                Set<String> needed = new TreeSet<>(reading.required());
                needed.removeAll(always);
                byKey.computeIfAbsent(answer.getKey(), unused -> new LinkedHashMap<>())
                        .merge(answer.getValue(), new Consequence(reading.names(), needed), Description::both);
            });
        }
        List<Branch> branches = new ArrayList<>();
        byKey.forEach((key, byWord) -> {
            Map<Consequence, List<String>> words = new LinkedHashMap<>();
            byWord.forEach((word, consequence) -> words.computeIfAbsent(consequence, unused -> new ArrayList<>())
                    .add(word));
            if (words.size() > 1) {
                words.forEach((consequence, which) ->
                        branches.add(new Branch(key, which, consequence.read(), consequence.needed())));
            }
        });
        return branches;
    }

    private static Consequence both(Consequence one, Consequence other) {
        Set<String> read = new TreeSet<>(one.read());
        read.addAll(other.read());
        Set<String> needed = new TreeSet<>(one.needed());
        needed.retainAll(other.needed());
        return new Consequence(read, needed);
    }
}
