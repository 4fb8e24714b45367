package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.mixfield.core.config.Description;
import org.mixfield.core.config.Description.Accepted;
import org.mixfield.core.config.Description.Branch;
import org.mixfield.core.config.Description.Family;
import org.mixfield.core.config.Description.Keys;
import org.mixfield.core.config.Description.Setting;
import org.mixfield.core.config.Range;
import org.mixfield.core.config.Shape;

/**
 * A description as a JSON Schema (2020-12), for editors: they complete keys and words, and mark what is wrong while it is
 * written. What depends on values (that a vector has as many entries as the grid has axes, say) is left to the reader.
 */
final class ConfigurationSchema {

    private static final String TYPE = "type";

    /** A number and its unit. */
    private static final String QUANTITY = "^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*[^\\s0-9.].*$";

    private final Description description;

    private ConfigurationSchema(Description description) {
        this.description = description;
    }

    /** The schema, plain values. */
    static Map<String, Object> of(Description description) {
        return new ConfigurationSchema(description).document();
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "Mixfield configuration, version 1");
        document.putAll(mapping(description.keys()));
        Map<String, Object> definitions = new LinkedHashMap<>();
        description.families().forEach((name, family) -> definitions.put(word(name), members(Keys.of(name), family)));
        document.put("$defs", definitions);
        return document;
    }

    private static String word(String family) {
        return family.replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    // ---- mappings

    private Map<String, Object> mapping(Keys keys) {
        if (keys.family().isEmpty()) {
            return closed(keys, true);
        }
        String family = keys.family().get();
        boolean alone =
                keys.settings().stream().allMatch(setting -> setting.name().equals(TYPE));
        return alone
                ? new LinkedHashMap<>(Map.of("$ref", "#/$defs/" + word(family)))
                : members(keys, Objects.requireNonNull(description.families().get(family)));
    }

    /** A mapping whose key {@code type} tells which other keys it has. */
    private Map<String, Object> members(Keys common, Family family) {
        Map<String, Object> schema = object();
        Map<String, Object> type = new LinkedHashMap<>();
        List<Object> names = new ArrayList<>(family.members().keySet());
        // A plugin that this schema does not know may provide others.
        type.put("anyOf", List.of(Map.of("enum", names), ordered("type", "string", "pattern", "^[^/]+/[^/]+$")));
        family.otherwise().ifPresent(otherwise -> type.put("default", otherwise));
        schema.put("properties", Map.of(TYPE, type));
        if (family.otherwise().isEmpty()) {
            schema.put("required", List.of(TYPE));
        }
        List<Object> cases = new ArrayList<>();
        family.members().forEach((name, member) -> {
            boolean absentMeansThis = family.otherwise().filter(name::equals).isPresent();
            cases.add(ordered(
                    "if",
                    when(Map.of(TYPE, Map.of("const", name)), absentMeansThis ? List.of() : List.of(TYPE)),
                    "then",
                    closed(common.with(member.keys()), member.failure().isEmpty())));
        });
        schema.put("allOf", cases);
        return schema;
    }

    private static Map<String, Object> when(Map<String, Object> properties, List<String> required) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("properties", properties);
        if (!required.isEmpty()) {
            condition.put("required", required);
        }
        return condition;
    }

    /** @param complete whether these are all the keys there are */
    private Map<String, Object> closed(Keys keys, boolean complete) {
        Map<String, Object> schema = object();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Setting setting : keys.settings()) {
            properties.put(setting.name(), value(setting));
        }
        if (keys.family().isPresent()) {
            properties.put(TYPE, Map.of("type", "string"));
        }
        schema.put("properties", properties);
        putUnlessEmpty(schema, "required", sorted(keys.always()));
        if (complete) {
            schema.put("additionalProperties", false);
        }
        putUnlessEmpty(
                schema,
                "anyOf",
                keys.unless().stream()
                        .map(needed -> Map.of("required", sorted(needed)))
                        .toList());
        putUnlessEmpty(
                schema,
                "allOf",
                keys.branches().stream().map(branch -> branch(branch, keys)).toList());
        return schema;
    }

    private static Map<String, Object> branch(Branch branch, Keys keys) {
        boolean absentMeansThis = keys.settings().stream()
                .filter(setting -> setting.name().equals(branch.key()))
                .flatMap(setting -> setting.presence().otherwise().stream())
                .anyMatch(branch.words()::contains);
        Map<String, Object> consequence = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        Set<String> ofBranches = new TreeSet<>();
        keys.branches().stream()
                .filter(other -> other.key().equals(branch.key()))
                .forEach(other -> ofBranches.addAll(other.read()));
        ofBranches.stream().filter(key -> !branch.read().contains(key)).forEach(key -> others.put(key, false));
        putUnlessEmpty(consequence, "required", sorted(branch.needed()));
        if (!others.isEmpty()) {
            consequence.put("properties", others);
        }
        return ordered(
                "if",
                when(
                        Map.of(branch.key(), Map.of("enum", words(branch.words()))),
                        absentMeansThis ? List.of() : List.of(branch.key())),
                "then",
                consequence);
    }

    private static Map<String, Object> object() {
        return ordered("type", "object");
    }

    // ---- values

    private Map<String, Object> value(Setting setting) {
        Accepted accepted = setting.accepted();
        Map<String, Object> schema = new LinkedHashMap<>();
        StringBuilder words = new StringBuilder(
                accepted.meaning().isEmpty() ? accepted.words() : accepted.meaning() + ": " + accepted.words());
        if (!accepted.shape().measures().isEmpty()) {
            words.append("; unit: ").append(accepted.shape().measures());
        }
        setting.presence()
                .otherwise()
                .ifPresent(otherwise -> words.append("; default ").append(otherwise));
        schema.put("description", words.toString());
        setting.presence().otherwise().ifPresent(otherwise -> schema.put("default", otherwise));
        if (setting.inner().isEmpty()) {
            schema.putAll(shape(accepted.shape()));
        } else if (accepted.shape() instanceof Shape.Either either) {
            schema.put(
                    "anyOf",
                    either.alternatives().stream()
                            .map(one -> one instanceof Shape.Keyed ? mapping(setting.inner()) : shape(one))
                            .toList());
        } else if (setting.kind() == Description.Kind.LIST) {
            schema.put("type", "array");
            schema.put("minItems", 1);
            schema.put("items", mapping(setting.inner()));
        } else {
            schema.putAll(mapping(setting.inner()));
        }
        return schema;
    }

    private static Map<String, Object> shape(Shape shape) {
        if (shape instanceof Shape.Numeric numeric) {
            Map<String, Object> number = number(numeric.range());
            return numeric.unit().isEmpty() || numeric.unit().equals("-")
                    ? number
                    : ordered("anyOf", List.of(number, ordered("type", "string", "pattern", QUANTITY)));
        }
        if (shape instanceof Shape.Text text) {
            Map<String, Object> schema = ordered("type", List.of("string", "number"));
            putUnlessEmpty(schema, "pattern", text.pattern().isEmpty() ? List.of() : text.pattern());
            return schema;
        }
        if (shape instanceof Shape.Word word) {
            return ordered("enum", words(word.choices()));
        }
        if (shape instanceof Shape.Items items) {
            Map<String, Object> schema = ordered("type", "array", "minItems", items.least());
            if (items.most() < Integer.MAX_VALUE) {
                schema.put("maxItems", items.most());
            }
            if (items.items().size() == 1) {
                schema.put("items", shape(items.items().get(0)));
            } else {
                schema.put(
                        "prefixItems",
                        items.items().stream().map(ConfigurationSchema::shape).toList());
            }
            return schema;
        }
        if (shape instanceof Shape.Named named) {
            Map<String, Object> schema = object();
            Map<String, Object> properties = new LinkedHashMap<>();
            named.names().forEach(name -> properties.put(name, shape(named.value())));
            if (named.names().isEmpty()) {
                schema.put("additionalProperties", shape(named.value()));
            } else {
                schema.put("properties", properties);
                schema.put("required", named.names());
                schema.put("additionalProperties", false);
            }
            return schema;
        }
        if (shape instanceof Shape.Either either) {
            return ordered(
                    "anyOf",
                    either.alternatives().stream()
                            .map(ConfigurationSchema::shape)
                            .toList());
        }
        return object();
    }

    private static Map<String, Object> number(Range range) {
        Map<String, Object> schema = ordered("type", range.whole() ? "integer" : "number");
        if (Double.isFinite(range.least())) {
            schema.put(range.leastIncluded() ? "minimum" : "exclusiveMinimum", plain(range.least()));
        }
        if (Double.isFinite(range.most())) {
            schema.put(range.mostIncluded() ? "maximum" : "exclusiveMaximum", plain(range.most()));
        }
        return schema;
    }

    private static Object plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    /** Words; {@code true} and {@code false} are none in YAML unless they stand in quotes. */
    private static List<Object> words(List<String> choices) {
        Set<Object> words = new LinkedHashSet<>();
        for (String choice : choices) {
            if (choice.equals("true") || choice.equals("false")) {
                words.add(Boolean.valueOf(choice));
            }
            words.add(choice);
        }
        return List.copyOf(words);
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private static void putUnlessEmpty(Map<String, Object> schema, String key, Object value) {
        if (!(value instanceof Collection<?> values) || !values.isEmpty()) {
            schema.put(key, value);
        }
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
