package org.mixfield.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Writes maps, lists, numbers, truth values and texts as YAML that {@link YamlReader} reads back to the same values. What
 * fits a line stands on one line.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class YamlWriter {

    private static final int WIDTH = 110;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./+-]*");

    /** Words that some YAML reader takes for something else than a text. */
    private static final Set<String> RESERVED = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    private YamlWriter() {}

    /** A mapping as a YAML document. */
    public static String write(Map<String, ?> root) {
        if (root.isEmpty()) {
            return "{}\n";
        }
        YamlWriter writer = new YamlWriter();
        writer.block(root, 0);
        return writer.text.toString();
    }

    /** A mapping on one line, in braces. */
    public static String line(Map<String, ?> mapping) {
        return flow(mapping);
    }

    private void block(Map<?, ?> mapping, int indentation) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : mapping.entrySet()) {
            if (!first || indentation == 0) {
                text.append(" ".repeat(indentation));
            }
            first = false;
            String key = scalar(String.valueOf(entry.getKey()));
            text.append(key).append(':');
            value(entry.getValue(), indentation, indentation + key.length() + 2, true);
        }
    }

    private void value(Object value, int indentation, int column, boolean afterKey) {
        String line = flow(value);
        boolean fits = column + line.length() <= WIDTH;
        if (value instanceof Map<?, ?> inner && !inner.isEmpty() && (!fits || nestsMappings(inner))) {
            if (afterKey) {
                text.append('\n').append(" ".repeat(indentation + 2));
            } else {
                text.append(' ');
            }
            block(inner, indentation + 2);
        } else if (value instanceof List<?> list && !list.isEmpty() && !fits && holdsMappings(list)) {
            text.append('\n');
            for (Object item : list) {
                text.append(" ".repeat(indentation + 2)).append('-');
                value(item, indentation + 2, indentation + 4, false);
            }
        } else {
            text.append(' ').append(line).append('\n');
        }
    }

    private static boolean nestsMappings(Map<?, ?> mapping) {
        return mapping.values().stream().anyMatch(value -> value instanceof Map);
    }

    private static boolean holdsMappings(List<?> list) {
        return list.stream().anyMatch(value -> value instanceof Map);
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            StringJoiner joined = new StringJoiner(", ", "{", "}");
            mapping.forEach((key, inner) -> joined.add(scalar(String.valueOf(key)) + ": " + flow(inner)));
            return joined.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner joined = new StringJoiner(", ", "[", "]");
            list.forEach(item -> joined.add(flow(item)));
            return joined.toString();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return value instanceof Boolean ? value.toString() : scalar(value.toString());
    }

    /** With a signed exponent, without which YAML 1.1 takes it for a text. */
    private static String number(Number number) {
        String written = number.toString();
        return written.contains("E-") ? written.replace("E-", "e-") : written.replace("E", "e+");
    }

    private static String scalar(String word) {
        if (PLAIN.matcher(word).matches() && !RESERVED.contains(word.toLowerCase(Locale.ROOT))) {
            return word;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
