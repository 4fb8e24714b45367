package org.mixfield.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What a piece of code reads from one mapping of a configuration: what a reference page, a list of potentials and a
 * schema are made of. Immutable.
 *
 * @param settings the keys, in the order of reading
 * @param failure why there may be more keys than these: the code threw while it read; empty where it did not
 */
@API(status = API.Status.EXPERIMENTAL)
public record Description(List<Setting> settings, Optional<String> failure) {
    public Description {
        settings = List.copyOf(settings);
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
     * One key of a mapping.
     *
     * @param name its name
     * @param kind what its value is
     * @param accepted what is accepted
     * @param presence whether it may be left out
     * @param inner the keys of a mapping, or of each mapping in a list
     */
    public record Setting(String name, Kind kind, Accepted accepted, Presence presence, List<Setting> inner) {
        public Setting {
            inner = List.copyOf(inner);
        }
    }

    /**
     * What a key accepts.
     *
     * @param words in the words of an error message, for example {@code a finite number greater than 0}
     * @param choices all the words there are to choose from; empty where the value is no such word
     */
    public record Accepted(String words, List<String> choices) {
        public Accepted {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Whether a key may be left out.
     *
     * @param required it may not
     * @param otherwise what it then is, a plain value; empty where there is no such value
     */
    public record Presence(boolean required, Optional<Object> otherwise) {}

    /**
     * Runs the code with views in which everything is a stand-in: required numbers are 1 or the nearest one accepted, texts
     * are empty, and whatever may be left out is, first left out and then given. Nothing is a problem. Code that reads
     * other keys depending on values is described as far as it goes with these.
     *
     * @param reader reads from a view, for example {@code provider::create}
     */
    public static Description of(Consumer<Settings> reader) {
        Map<String, Setting> keys = new LinkedHashMap<>();
        Optional<String> failure = Optional.empty();
        for (boolean given : new boolean[] {false, true}) {
            Recording recording = new Recording(given);
            try {
                reader.accept(Settings.describing(recording));
            } catch (RuntimeException | LinkageError e) {
                failure = Optional.of(e.toString());
            }
            recording.settings().forEach(key -> keys.merge(key.name(), key, Description::merged));
        }
        return new Description(List.copyOf(keys.values()), failure);
    }

    /** A key of both readings: it is required where both say so, and has the inner keys of both. */
    private static Setting merged(Setting one, Setting other) {
        Map<String, Setting> inner = new LinkedHashMap<>();
        one.inner().forEach(key -> inner.put(key.name(), key));
        other.inner().forEach(key -> inner.merge(key.name(), key, Description::merged));
        Presence presence = one.presence().required() ? other.presence() : one.presence();
        return new Setting(one.name(), one.kind(), one.accepted(), presence, List.copyOf(inner.values()));
    }
}
