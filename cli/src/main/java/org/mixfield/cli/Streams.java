package org.mixfield.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mixfield.pipeline.output.Json;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err everything else
 * @param verbose whether a failure is told with where it came from
 */
record Streams(PrintStream out, PrintStream err, AtomicBoolean verbose) {

    Streams(PrintStream out, PrintStream err) {
        this(out, err, new AtomicBoolean());
    }

    /** One JSON object as the result. */
    void json(Object value) {
        byte[] text = Json.write(value).getBytes(StandardCharsets.UTF_8);
        out.write(text, 0, text.length);
        out.flush();
    }

    /** A text for people as the result, in UTF-8 whatever the locale: units have letters that ASCII lacks. */
    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    void info(String message) {
        err.println("mixfield: info: " + message);
    }

    void error(String message) {
        err.println("mixfield: error: " + message);
    }

    void warnings(List<?> warnings) {
        warnings.forEach(warning -> err.println("mixfield: warning: " + warning));
    }
}
