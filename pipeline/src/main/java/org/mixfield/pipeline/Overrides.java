package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Problems;

/** Assignments {@code key.path=value} that replace parts of a configuration. The value is YAML. */
final class Overrides {

    private Overrides() {}

    /** The configuration with the assignments carried out in order; mappings on the way to a key are made where missing. */
    static ConfigNode.Mapping apply(ConfigNode.Mapping root, List<String> assignments, Problems problems) {
        ConfigNode.Mapping changed = root;
        for (String assignment : assignments) {
            changed = apply(changed, assignment, problems);
        }
        return changed;
    }

    private static ConfigNode.Mapping apply(ConfigNode.Mapping root, String assignment, Problems problems) {
        Location where = Location.of("--set " + assignment);
        int equals = assignment.indexOf('=');
        List<String> keys =
                List.of(assignment.substring(0, Math.max(equals, 0)).strip().split("\\.", -1));
        if (equals < 0 || keys.stream().anyMatch(String::isBlank)) {
            problems.add(where, "", "give key.path=value, for example species.u.particles=40");
            return root;
        }
        ConfigNode value = YamlReader.value(assignment.substring(equals + 1).strip(), where, problems);
        return with(root, keys, 0, value, problems).orElse(root);
    }

    private static Optional<ConfigNode.Mapping> with(
            ConfigNode.Mapping mapping, List<String> keys, int depth, ConfigNode value, Problems problems) {
        String key = keys.get(depth);
        ConfigNode replacement = value;
        if (depth + 1 < keys.size()) {
            @Nullable ConfigNode inner = mapping.entries().get(key);
            if (inner == null) {
                inner = new ConfigNode.Mapping(Map.of(), Map.of(), value.where());
            }
            if (!(inner instanceof ConfigNode.Mapping innerMapping)) {
                String path = String.join(".", keys.subList(0, depth + 1));
                problems.add(value.where(), path, "is " + inner.describe() + ", not a mapping; set the whole of it");
                return Optional.empty();
            }
            Optional<ConfigNode.Mapping> changed = with(innerMapping, keys, depth + 1, value, problems);
            if (changed.isEmpty()) {
                return changed;
            }
            replacement = changed.get();
        }
        Map<String, ConfigNode> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, Location> places = new LinkedHashMap<>(mapping.keys());
        entries.put(key, replacement);
        places.putIfAbsent(key, value.where());
        if (depth + 1 == keys.size()) {
            places.put(key, value.where());
        }
        return Optional.of(new ConfigNode.Mapping(entries, places, mapping.where()));
    }
}
