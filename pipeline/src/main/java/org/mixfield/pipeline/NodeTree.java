package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Problems;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns a graph of YAML nodes, aliases and all, into a tree of bounded size. */
final class NodeTree {

    /** A tree beyond this comes from aliases that repeat aliases. */
    static final int MOST_NODES = 100_000;

    private static final Set<Tag> CORE = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private static final Set<String> NO_VALUE = Set.of("", "~", "null", "Null", "NULL");

    private final Function<Mark, Location> places;
    private final Problems problems;
    private final int mostLevels;
    private final Set<Node> ancestors = Collections.newSetFromMap(new IdentityHashMap<>());
    private int count;

    NodeTree(Function<Mark, Location> places, Problems problems, int mostLevels) {
        this.places = places;
        this.problems = problems;
        this.mostLevels = mostLevels;
    }

    /** The tree below a node. */
    ConfigNode of(Node root) {
        return convert(root, "");
    }

    private ConfigNode convert(Node node, String path) {
        Location where = places.apply(node.getStartMark());
        if (++count > MOST_NODES) {
            throw fatal(
                    where,
                    path.replaceFirst("[.\\[].*", ""),
                    "the file expands to more than " + MOST_NODES + " values: too many aliases");
        }
        if (ancestors.size() > mostLevels) {
            throw fatal(where, path, "is nested more than " + mostLevels + " levels deep");
        }
        if (!CORE.contains(node.getTag())) {
            problems.add(
                    where,
                    path,
                    "found the tag " + shown(node.getTag()) + "; tags that construct objects are not accepted");
        }
        if (node instanceof ScalarNode scalar) {
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return new ConfigNode.Scalar(
                    plain && NO_VALUE.contains(scalar.getValue()) ? "" : scalar.getValue(), plain, where);
        }
        if (!ancestors.add(node)) {
            throw fatal(where, path, "an alias refers to a value that contains it");
        }
        ConfigNode converted = node instanceof SequenceNode sequence
                ? sequence(sequence, path, where)
                : mapping((MappingNode) node, path, where);
        ancestors.remove(node);
        return converted;
    }

    private ConfigNode sequence(SequenceNode node, String path, Location where) {
        List<ConfigNode> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(convert(item, path + "[" + items.size() + "]"));
        }
        return new ConfigNode.Sequence(items, where);
    }

    private ConfigNode mapping(MappingNode node, String path, Location where) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            Location at = places.apply(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(at, path, "a key is a word, not a list or a mapping");
                continue;
            }
            String key = scalar.getValue();
            String inner = path.isEmpty() ? key : path + "." + key;
            if (!CORE.contains(scalar.getTag())) {
                problems.add(at, inner, "found the tag " + shown(scalar.getTag()) + " on a key; write the bare word");
            } else if (key.isEmpty()) {
                problems.add(at, path, "a key is empty");
            } else if (key.equals("<<") && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                problems.add(at, inner, "merge keys are not accepted; write the keys out");
            } else if (keys.containsKey(key)) {
                Location first = keys.get(key);
                problems.add(
                        at,
                        inner,
                        "the key is given twice, first in line " + first.line() + ", column " + first.column()
                                + "; remove one");
                convert(entry.getValueNode(), inner);
            } else {
                keys.put(key, at);
                entries.put(key, convert(entry.getValueNode(), inner));
            }
        }
        return new ConfigNode.Mapping(entries, keys, where);
    }

    private static String shown(Tag tag) {
        return tag.getValue().startsWith(Tag.PREFIX)
                ? "!!" + tag.getValue().substring(Tag.PREFIX.length())
                : tag.getValue();
    }

    private ConfigurationException fatal(Location where, String path, String message) {
        problems.add(where, path, message);
        return new ConfigurationException(problems.list());
    }
}
