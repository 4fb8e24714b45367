package org.mixfield.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The HTML report of a run, self-contained: style, scripts, D3 and data are in the one file. Stateless and safe for use
 * by several threads.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class HtmlReport {

    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/";

    /** In the order in which they run; the page is put together by the last. */
    private static final List<String> SCRIPTS = List.of(
            "format.js",
            "data.js",
            "page.js",
            "axes.js",
            "lineplot.js",
            "heatmap.js",
            "headline.js",
            "timeseries.js",
            "densities.js",
            "details.js",
            "report.js");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    private HtmlReport() {}

    /**
     * Renders a run. Any entry may be missing or empty; the report then leaves out what it cannot show, or says so.
     *
     * <ul>
     *   <li>{@code name}; {@code status}: {@code complete}, or what the banner says instead; {@code theoremApplies}:
     *       true, false or {@code "unknown"}
     *   <li>{@code formBounds}: {@code uu}, {@code vv}, {@code uv}, each with {@code verdict} (proven, computed,
     *       violated, not-computed), {@code K} ({@code lower}, {@code upper}), {@code source}, {@code witness}
     *       ({@code family}, {@code trials}, each {@code parameter} and {@code ratio}) and {@code reason}
     *   <li>{@code columns}: each {@code name}, {@code unit}, {@code meaning}; {@code rows}: their numbers, a list or
     *       array for each output time
     *   <li>{@code densities}: {@code dimension}, {@code axes} (each {@code name}, {@code coordinates}, equidistant) and
     *       {@code snapshots} (each {@code time}, {@code u}, {@code v}): |u|² at the points in one dimension, row-major
     *       in (x, y) in two, integrated over z in three. Large ones are averaged over blocks of points, and all are
     *       rounded to five digits
     *   <li>{@code configuration}, {@code summary}, {@code manifest}: nested maps, as in {@code run.yaml},
     *       {@code summary.json} and {@code manifest.json}. A {@code reason} in the summary of a run that is not complete
     *       is shown in the banner
     * </ul>
     *
     * @param data the run; not changed
     * @return the file's content, to be written as UTF-8
     */
    public static String render(Map<String, Object> data) {
        Map<String, Object> shown = new LinkedHashMap<>(data);
        shown.computeIfPresent("densities", (key, densities) -> DensityDigest.of(densities));
        Map<String, String> parts = Map.of(
                "title", escapedText(data.get("name") instanceof String name ? name + " · Mixfield" : "Mixfield"),
                "style", own("report.css"),
                "data", EmbeddedJson.of(shown),
                "d3-licence", resource(D3 + "LICENSE"),
                "d3", resource(D3 + "dist/d3.min.js"),
                "script", SCRIPTS.stream().map(HtmlReport::own).collect(Collectors.joining("\n")));
        return PLACEHOLDER
                .matcher(own("report.html"))
                .replaceAll(match -> Matcher.quoteReplacement(part(parts, match.group(1))));
    }

    private static String part(Map<String, String> parts, String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("report.html has a placeholder {{" + name + "}} that nothing fills");
        }
        return part;
    }

    private static String escapedText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String own(String name) {
        return resource("/org/mixfield/pipeline/report/" + name);
    }

    private static String resource(String path) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
