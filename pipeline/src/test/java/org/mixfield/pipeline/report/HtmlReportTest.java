package org.mixfield.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mixfield.pipeline.report.MadeUpRun.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"report-data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile("<[a-z]+\\s[^>]*\\b(?:src|href)\\s*=\\s*[\"']?([^\"'\\s>]+)");

    @Test
    void nothingIsLoadedFromElsewhere() {
        String html = HtmlReport.render(MadeUpRun.complete(1, 20));

        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(html);
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        assertThat(references).allMatch(reference -> reference.equals("data:,"));
        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("@import")
                .doesNotContainPattern("url\\(\\s*[\"']?(?:https?:)?//")
                .doesNotContainPattern("<script[^>]+src=")
                .doesNotContainPattern("<link[^>]+stylesheet");
    }

    @Test
    void keepsTheHeaderAndTheLicenceOfD3() {
        String html = HtmlReport.render(Map.of());

        assertThat(html)
                .contains("// https://d3js.org v7.9.0 Copyright 2010-2023 Mike Bostock")
                .contains("Permission to use, copy, modify, and/or distribute this software");
    }

    @Test
    void everyPlaceholderIsFilled() {
        assertThat(HtmlReport.render(Map.of())).doesNotContainPattern("\\{\\{[a-z0-9-]+}}");
    }

    @Test
    void aPlaceholderInTheDataStaysText() throws IOException {
        Map<String, Object> data = map("name", "{{d3}} $1 \\n");

        assertThat(dataOf(HtmlReport.render(data)).get("name").asText()).isEqualTo("{{d3}} $1 \\n");
    }

    @Test
    void dataComesBackAsItWent() throws IOException {
        Map<String, Object> data = MadeUpRun.complete(1, 20);
        JsonNode expected = new ObjectMapper().valueToTree(data);

        JsonNode read = dataOf(HtmlReport.render(data));

        for (String part : List.of(
                "name",
                "status",
                "theoremApplies",
                "formBounds",
                "columns",
                "rows",
                "configuration",
                "summary",
                "manifest")) {
            assertThat(read.get(part)).as(part).isEqualTo(expected.get(part));
        }
    }

    @Test
    void densitiesKeepFiveDigits() throws IOException {
        JsonNode read = dataOf(HtmlReport.render(map(
                        "densities",
                        views(map(
                                "axes", List.of(map("name", "x", "coordinates", List.of(-1, 0, 1))),
                                "snapshots",
                                        List.of(map("time", 0, "u", new double[] {0.123456789, 1.23456789e-12, 0})))))))
                .at("/densities/views/0/snapshots/0/u");

        assertThat(read.get(0).doubleValue()).isEqualTo(0.12346);
        assertThat(read.get(1).doubleValue()).isCloseTo(1.2346e-12, within(1e-26)); // rounding of the scaling
        assertThat(read.get(2).doubleValue()).isZero();
    }

    @Test
    void largeDensitiesAreAveragedAndKeepTheirMean() throws IOException {
        int points = 1100;
        double[] coordinates = IntStream.range(0, points).asDoubleStream().toArray();
        double[] density = IntStream.range(0, points * points)
                .map(i -> i / points)
                .asDoubleStream()
                .toArray();
        Map<String, Object> axis = map("name", "x", "coordinates", coordinates);
        Map<String, Object> densities = map(
                "axes", List.of(axis, axis),
                "snapshots", List.of(map("time", 0, "u", density, "v", density)));

        JsonNode read =
                dataOf(HtmlReport.render(map("densities", views(densities)))).at("/densities/views/0");

        int block = read.get("averaged").intValue();
        int along = read.at("/axes/0/coordinates").size();
        assertThat(along).isEqualTo((points + block - 1) / block).isLessThanOrEqualTo(512);
        assertThat(read.at("/snapshots/0/u").size()).isEqualTo(along * along);
        // the density was the first coordinate, so its average is the averaged coordinate, to five digits
        assertThat(read.at("/snapshots/0/u").get(17 * along + 3).doubleValue())
                .isCloseTo(read.at("/axes/0/coordinates").get(17).doubleValue(), within(1e-3));
        assertThat(densities).doesNotContainKey("averaged");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileNamesDoNoHarm(String name) throws IOException {
        Map<String, Object> data = MadeUpRun.complete(1, 2);
        data.put("name", name);
        MadeUpRun.configuration(data).put(name, name);

        String html = HtmlReport.render(data);

        assertThat(dataOf(html).get("name").asText()).isEqualTo(name);
        assertThat(count(html, "<script")).isEqualTo(count(HtmlReport.render(Map.of()), "<script"));
        assertThat(count(html, "</script")).isEqualTo(count(HtmlReport.render(Map.of()), "</script"));
        assertThat(html).doesNotContain("<img");
        assertThat(embedded(html)).doesNotContain("<", "\u2028", "\u2029");
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "</script><script>alert(1)</script>",
                "</title><img src=x onerror=alert(1)>",
                "<!--<script>",
                "lines\u2028and\u2029paragraphs",
                "quotes \" ' ` \\ ${x} &lt;");
    }

    @ParameterizedTest
    @MethodSource("incompleteData")
    void missingPartsAreNoError(Map<String, Object> data) throws IOException {
        assertThat(dataOf(HtmlReport.render(data)).isObject()).isTrue();
    }

    static Stream<Map<String, Object>> incompleteData() {
        Map<String, Object> whole = MadeUpRun.complete(2, 3);
        Stream<Map<String, Object>> oneMissing = whole.keySet().stream().map(key -> {
            Map<String, Object> rest = new LinkedHashMap<>(whole);
            rest.remove(key);
            return rest;
        });
        Stream<Map<String, Object>> oneNull = whole.keySet().stream().map(key -> {
            Map<String, Object> rest = new LinkedHashMap<>(whole);
            rest.put(key, null);
            return rest;
        });
        return Stream.of(
                        oneMissing,
                        oneNull,
                        Stream.of(
                                Map.<String, Object>of(),
                                map("densities", map(), "rows", List.of(), "columns", List.of()),
                                map("densities", views(map("axes", List.of(), "snapshots", List.of()))),
                                map("densities", views(map("axes", List.of("x"), "snapshots", List.of("t")))),
                                map("rows", List.of(List.of(Double.NaN, Double.POSITIVE_INFINITY)))))
                .flatMap(each -> each);
    }

    @Test
    void valuesThatJsonDoesNotKnowBecomeText() throws IOException {
        JsonNode read = dataOf(HtmlReport.render(map(
                "rows", List.of(new double[] {Double.NaN}),
                "manifest", map("jar", Path.of("plugins", "acme.jar"), "took", java.time.Duration.ofSeconds(3)))));

        assertThat(read.at("/rows/0/0").asText()).isEqualTo("NaN");
        assertThat(read.at("/manifest/jar").asText()).endsWith("acme.jar").doesNotStartWith("file:");
        assertThat(read.at("/manifest/took").asText()).isEqualTo("PT3S");
    }

    private static Map<String, Object> views(Map<String, Object> view) {
        return map("views", List.of(view));
    }

    private static JsonNode dataOf(String html) throws IOException {
        return new ObjectMapper().readTree(embedded(html));
    }

    private static String embedded(String html) {
        Matcher matcher = DATA.matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
