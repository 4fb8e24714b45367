package org.mixfield.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    private static final ObjectMapper DATABIND = new ObjectMapper();

    /** One of each kind that a result file holds. */
    private static Map<String, Object> everything() {
        Map<String, Object> everything = new LinkedHashMap<>();
        everything.put("text", "a \"b\" \\ \n é \u2028 </script>");
        everything.put("integers", Arrays.asList(1, -2L, (short) 3, new BigInteger("123456789012345678901234567890")));
        everything.put("reals", Arrays.asList(1.0, 1e-300, -0.0, 0.1f, new BigDecimal("1.50"), 1e22));
        everything.put("not finite", new double[] {Double.NaN, Double.POSITIVE_INFINITY});
        everything.put(
                "arrays", new Object[] {new double[] {0.5, 2}, new int[] {}, new String[] {"x"}, new double[0][]});
        everything.put("truth", Arrays.asList(true, false, null));
        everything.put("empty", List.of(Map.of(), List.of()));
        everything.put("nested", new LinkedHashMap<>(Map.of(1, List.of(List.of(1, 2), Map.of("a", 1)))));
        return everything;
    }

    @Test
    void isWhatDatabindWrites() throws IOException {
        assertThat(Json.write(everything()))
                .isEqualTo(new ObjectMapper()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(everything())
                        + "\n");
        assertThat(Json.writeCompact(everything())).isEqualTo(DATABIND.writeValueAsString(everything()));
    }

    @Test
    void isReadAsDatabindReads(@TempDir Path folder) throws IOException {
        String text = Json.write(everything());
        Object expected = DATABIND.readValue(text, Object.class);
        assertThat(Json.parse(text)).isEqualTo(expected);
        Path file = Files.writeString(folder.resolve("all.json"), text);
        assertThat(Json.read(file)).isEqualTo(expected);
        assertThat(new ArrayList<>(Json.read(file).keySet()))
                .isEqualTo(new ArrayList<>(everything().keySet()));
    }

    @Test
    void whatIsNoObjectIsRefused(@TempDir Path folder) throws IOException {
        for (String text : List.of("", "[1]", "{\"a\": 1", "{a: 1}", "{\"a\": [1, }")) {
            Path file = Files.writeString(folder.resolve("wrong.json"), text);
            assertThatThrownBy(() -> Json.read(file)).isInstanceOf(JsonProcessingException.class);
        }
    }
}
