package org.mixfield.core.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** One node of a configuration, with the place it was read from. Immutable. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface ConfigNode {

    /** Where the node begins. */
    Location where();

    /** The node in the words an error message uses, for example {@code the list [1, 2]}. */
    String describe();

    /**
     * A single value.
     *
     * @param text the text as written, without quotes
     * @param plain true when it was written without quotes, so that it may stand for a number or a truth value
     * @param where its place
     */
    record Scalar(String text, boolean plain, Location where) implements ConfigNode {
        @Override
        public String describe() {
            return !plain ? '"' + text + '"' : text.isEmpty() ? "no value" : text;
        }
    }

    /**
     * A list.
     *
     * @param items its nodes in order
     * @param where its place
     */
    record Sequence(List<ConfigNode> items, Location where) implements ConfigNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return items.stream().allMatch(Scalar.class::isInstance) && items.size() <= 8
                    ? "the list "
                            + items.stream().map(ConfigNode::describe).toList().toString()
                    : "a list of " + items.size() + " entries";
        }
    }

    /**
     * A mapping from keys to nodes, in the order written.
     *
     * @param entries the values
     * @param keys where each key stands
     * @param where its place
     */
    record Mapping(Map<String, ConfigNode> entries, Map<String, Location> keys, Location where) implements ConfigNode {
        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
        }

        /** The place of a key, or of the mapping where it has no such key. */
        public Location whereIs(String key) {
            return keys.getOrDefault(key, where);
        }

        @Override
        public String describe() {
            return "a mapping with the keys " + entries.keySet();
        }
    }

    /**
     * A node tree from plain Java values: maps, lists, arrays of numbers, numbers, truth values and strings.
     *
     * @throws IllegalArgumentException for any other type of value
     */
    static ConfigNode of(Object value, Location where) {
        if (value instanceof ConfigNode node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, ConfigNode> entries = new LinkedHashMap<>();
            Map<String, Location> keys = new LinkedHashMap<>();
            map.forEach((key, entry) -> {
                entries.put(String.valueOf(key), of(entry, where));
                keys.put(String.valueOf(key), where);
            });
            return new Mapping(entries, keys, where);
        }
        if (value instanceof Iterable<?> list) {
            List<ConfigNode> items = new java.util.ArrayList<>();
            list.forEach(item -> items.add(of(item, where)));
            return new Sequence(items, where);
        }
        if (value instanceof double[] numbers) {
            return of(java.util.Arrays.stream(numbers).boxed().toList(), where);
        }
        if (value instanceof int[] numbers) {
            return of(java.util.Arrays.stream(numbers).boxed().toList(), where);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return new Scalar(value.toString(), true, where);
        }
        if (value instanceof CharSequence text) {
            return new Scalar(text.toString(), false, where);
        }
        throw new IllegalArgumentException("a configuration holds maps, lists, numbers, truth values and strings, not "
                + (value == null ? "null" : "a " + value.getClass().getName()));
    }
}
