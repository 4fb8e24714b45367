package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Problems;

class YamlWriterTest {

    @Test
    void whatFitsALineStandsOnOne() {
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("points", List.of(48L, 48L, 48L));
        grid.put("length", List.of(16L, 16.5, 16L));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("mixfield", 1L);
        root.put("grid", grid);
        root.put("solvers", Map.of("hartree", Map.of("tolerance", 1e-8)));

        assertThat(YamlWriter.write(root)).isEqualTo("""
                        mixfield: 1
                        grid: {points: [48, 48, 48], length: [16, 16.5, 16]}
                        solvers:
                          hartree: {tolerance: 1.0e-8}
                        """);
    }

    @Test
    void textsThatLookLikeSomethingElseAreQuoted() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("number", "12");
        root.put("truth", "no");
        root.put("colon", "a: b");
        root.put("odd", "\"\\\n\u00e9");
        root.put("large", 1e22);

        assertThat(YamlWriter.write(root)).isEqualTo("""
                        number: "12"
                        truth: "no"
                        colon: "a: b"
                        odd: "\\"\\\\\\u000a\\u00e9"
                        large: 1.0e+22
                        """);
    }

    @RepeatedTest(50)
    void whatIsWrittenIsReadBackUnchanged(RepetitionInfo repetition) {
        Map<String, Object> root = mapping(new Random(repetition.getCurrentRepetition()), 4);
        String text = YamlWriter.write(root);

        Problems problems = new Problems();
        ConfigNode read = YamlReader.read(text, "written", problems);

        problems.throwIfAny();
        assertThat(plain(read)).as(text).isEqualTo(root.toString());
    }

    private static Map<String, Object> mapping(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            map.put("key" + i, value(random, depth - 1));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> random.nextInt(1000);
            case 1 -> "word-" + random.nextInt();
            case 2 -> "with blanks, [brackets] and: colons " + random.nextInt();
            case 3 -> random.ints(random.nextInt(60), 0, 1000).boxed().toList();
            case 4 -> List.of(mapping(random, depth), mapping(random, depth));
            default -> mapping(random, depth);
        };
    }

    /** The node tree as {@link Map#toString} writes the values it was made from. */
    private static String plain(ConfigNode node) {
        if (node instanceof ConfigNode.Mapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.entries().forEach((key, inner) -> values.put(key, plain(inner)));
            return values.toString();
        }
        return node instanceof ConfigNode.Sequence sequence
                ? sequence.items().stream().map(YamlWriterTest::plain).toList().toString()
                : ((ConfigNode.Scalar) node).text();
    }
}
