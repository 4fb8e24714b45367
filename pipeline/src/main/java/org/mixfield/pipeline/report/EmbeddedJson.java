package org.mixfield.pipeline.report;

import org.mixfield.pipeline.output.Json;

/** JSON that can stand inside an HTML script element, whatever its strings contain. */
final class EmbeddedJson {

    private EmbeddedJson() {}

    /** Outside of strings none of the replaced characters occurs in JSON. */
    static String of(Object value) {
        return Json.writeCompact(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
