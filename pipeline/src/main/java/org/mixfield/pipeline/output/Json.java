package org.mixfield.pipeline.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/** Result files in JSON: plain maps, lists, arrays, numbers and texts, in the order given. NaN and infinities are texts. */
@API(status = API.Status.EXPERIMENTAL)
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The text of a value, indented, with a line break at its end. */
    public static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            JsonTree.write(generator.useDefaultPrettyPrinter(), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    /** The text of a value without blanks. */
    public static String writeCompact(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            JsonTree.write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The mapping that a text describes. */
    public static Map<String, Object> parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return mapping(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mapping in a file. */
    public static Map<String, Object> read(Path file) throws IOException {
        try (JsonParser parser = FACTORY.createParser(Files.readAllBytes(file))) {
            return mapping(parser);
        }
    }

    private static Map<String, Object> mapping(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "found " + parser.currentToken());
        }
        Map<String, Object> named = new LinkedHashMap<>();
        JsonTree.fill(named, parser);
        return named;
    }
}
