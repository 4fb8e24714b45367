package org.mixfield.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mixfield.pipeline.output.Json;

/**
 * The HTML page of a report, self-contained: style, scripts, D3 and data are in the one file. Stateless and safe for use
 * by several threads.
 */
final class HtmlReport {

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
            "figures.js",
            "densities.js",
            "scaling.js",
            "remainders.js",
            "budget.js",
            "verification.js",
            "details.js",
            "theme.js",
            "report.js");

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"report-data\">(.*?)</script>", Pattern.DOTALL);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    private HtmlReport() {}

    /**
     * Renders a run, a study or a verification. Any entry may be missing or empty; the report then leaves out what it cannot
     * show, or says so.
     *
     * <ul>
     *   <li>{@code name}; {@code kind}: {@code run} or {@code study}; {@code status}: {@code complete}, or what the banner says
     *       instead; {@code theoremApplies}: true, false or {@code "unknown"}
     *   <li>{@code formBounds}: {@code uu}, {@code vv}, {@code uv}, each with {@code verdict} (proven, computed,
     *       violated, not-computed), {@code K} ({@code lower}, {@code upper}), {@code source}, {@code witness}
     *       ({@code family}, {@code trials}, each {@code parameter} and {@code ratio}) and {@code reason}
     *   <li>{@code columns}: each {@code name}, {@code unit}, {@code meaning}; {@code units}: by unit the {@code factor} and
     *       {@code text} with which its numbers are shown; {@code rows}: numbers as in the file, a list or array for each
     *       row
     *   <li>{@code figures}: see {@link FigureView}
     *   <li>{@code densities}: {@code dimension} and {@code views}, each with {@code kind}, {@code title}, {@code quantity}
     *       (a formula of the density ρ), {@code unit}, {@code axes} (one or two, each {@code name}, {@code coordinates},
     *       equidistant) and {@code snapshots} (each {@code time}, {@code u}, {@code v}, row-major over the axes). Large ones
     *       are averaged over blocks of points, and all are rounded to five digits
     *   <li>{@code study}, {@code verification}: as in {@code summary.json} and {@code verification.json}
     *   <li>{@code configuration}, {@code summary}, {@code manifest}: nested maps, as in {@code run.yaml},
     *       {@code summary.json} and {@code manifest.json}. A {@code reason} in the summary of a run that is not complete
     *       is shown in the banner
     * </ul>
     *
     * @param data what to show; not changed
     * @return the file's content, to be written as UTF-8
     */
    static String render(Map<String, Object> data) {
        Map<String, Object> shown = new LinkedHashMap<>(data);
        shown.computeIfPresent("densities", (key, densities) -> DensityDigest.of(densities));
        Map<String, String> parts = Map.of(
                "title", escapedText(data.get("name") instanceof String name ? name + " · Mixfield" : "Mixfield"),
                "style", own("report.css"),
                "data", EmbeddedJson.of(shown),
                "d3-licence", resource(D3 + "LICENSE"),
                "d3", resource(D3 + "dist/d3.min.js"),
                "script", SCRIPTS.stream().map(HtmlReport::own).collect(Collectors.joining("\n")));
        return filled(own("report.html"), parts);
    }

    /** Matcher.replaceAll would look at each of a million letters for what it takes for a reference. */
    private static String filled(String page, Map<String, String> parts) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(page);
        int done = 0;
        while (placeholder.find()) {
            filled.append(page, done, placeholder.start()).append(part(parts, placeholder.group(1)));
            done = placeholder.end();
        }
        return filled.append(page, done, page.length()).toString();
    }

    /** The densities in a page that was written before; none where there is no page or none that is ours. */
    static Optional<Map<String, Object>> densitiesIn(Path page) throws IOException {
        if (!Files.exists(page)) {
            return Optional.empty();
        }
        Matcher data = DATA.matcher(Files.readString(page));
        try {
            return data.find()
                            && Json.parse(data.group(1)).get("densities") instanceof Map<?, ?> densities
                            && densities.get("views") instanceof List<?> views
                            && !views.isEmpty()
                    ? Optional.of(named(densities))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
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
