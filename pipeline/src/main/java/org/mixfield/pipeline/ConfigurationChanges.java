package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Problems;

/** What is different between two configurations with all defaults filled in, but for {@code output}: it changes no number. */
final class ConfigurationChanges {

    private ConfigurationChanges() {}

    /**
     * The differences, in sentences; empty where there are none.
     *
     * @param before the text of a {@code run.yaml}
     * @param now that of another
     */
    static List<String> between(String before, String now) {
        Map<String, String> earlier = values(before);
        Map<String, String> present = values(now);
        Set<String> keys = new TreeSet<>(earlier.keySet());
        keys.addAll(present.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            String was = earlier.getOrDefault(key, "not given");
            String is = present.getOrDefault(key, "not given");
            if (!was.equals(is)) {
                changes.add(key + " was " + was + " and is " + is);
            }
        }
        return changes;
    }

    private static Map<String, String> values(String text) {
        Problems problems = new Problems();
        ConfigNode root = YamlReader.read(text, "run.yaml", problems);
        problems.throwIfAny();
        Map<String, String> values = new TreeMap<>();
        add("", root, values);
        values.keySet().removeIf(key -> key.equals("output") || key.startsWith("output."));
        return values;
    }

    private static void add(String path, ConfigNode node, Map<String, String> values) {
        if (node instanceof ConfigNode.Mapping mapping) {
            mapping.entries().forEach((key, inner) -> add(path.isEmpty() ? key : path + "." + key, inner, values));
        } else if (node instanceof ConfigNode.Sequence list
                && !list.items().stream().allMatch(ConfigNode.Scalar.class::isInstance)) {
            for (int i = 0; i < list.items().size(); i++) {
                add(path + "[" + i + "]", list.items().get(i), values);
            }
        } else if (node instanceof ConfigNode.Sequence list) {
            values.put(
                    path,
                    list.items().stream().map(ConfigNode::describe).toList().toString());
        } else {
            values.put(path, node.describe());
        }
    }
}
