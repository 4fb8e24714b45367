package org.mixfield.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages in Chromium without a screen, where it is installed: {@code MIXFIELD_CHROMIUM}, or {@code chromium} or {@code
 * google-chrome} on the path.
 */
class BrowserTest {

    /** Uses what can be used twice, so that it is as before, and has the page say what it asked for, whether it is wider than the window, and what went wrong. */
    private static final String OBSERVER = """
            <script>
            window.addEventListener('error', event => {
                document.documentElement.dataset.error = event.message;
            });
            function useEverything() {
                document.querySelectorAll('.segments').forEach(group => {
                    const choices = Array.from(group.querySelectorAll('button'));
                    choices.concat(choices[0] || []).forEach(choice => choice.click());
                });
                document.querySelectorAll('.legend button, .theme').forEach(button => {
                    button.click();
                    button.click();
                });
                document.querySelectorAll('input[type=range]').forEach(range => [range.min, range.max].forEach(value => {
                    range.value = value;
                    range.dispatchEvent(new Event('input'));
                }));
                document.querySelectorAll('svg[tabindex]').forEach(plot => ['ArrowLeft', 'Home', 'Escape'].forEach(key =>
                    plot.dispatchEvent(new KeyboardEvent('keydown', {key}))));
                const plot = document.querySelector('[data-figure] .brush');
                const {left, top, width} = plot.getBoundingClientRect();
                plot.dispatchEvent(new PointerEvent('pointermove', {clientX: left + width / 2, clientY: top + 20}));
                document.documentElement.dataset.read = document.querySelector('[data-figure] .at').textContent;
                plot.dispatchEvent(new PointerEvent('pointerleave'));
            }
            window.addEventListener('load', () => setTimeout(() => {
                const root = document.documentElement;
                useEverything();
                root.dataset.requests = performance.getEntriesByType('resource').length;
                root.dataset.overflow = root.scrollWidth - root.clientWidth;
                root.dataset.page = getComputedStyle(document.body).backgroundColor;
            }, 300));
            </script>
            """;

    private static Optional<Path> chromium = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void findChromium() {
        chromium = Stream.concat(
                        Optional.ofNullable(System.getenv("MIXFIELD_CHROMIUM")).stream(),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(place -> Stream.of(
                                                "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                                        .map(name -> place + File.separator + name)))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium is installed");
    }

    /** A page after its scripts have run, and what the console said. */
    private record Shown(String document, String console) {

        /** What is shown, without the scripts. */
        String page() {
            return document.substring(document.indexOf("<main"), document.indexOf("</main>"));
        }

        void assertShows(String... texts) {
            assertThat(Stream.of(texts).filter(text -> !page().contains(text)))
                    .as("missing")
                    .isEmpty();
        }

        String attribute(String name) {
            Matcher matcher =
                    Pattern.compile("<html[^>]* data-" + name + "=\"([^\"]*)\"").matcher(document);
            return matcher.find() ? matcher.group(1) : "";
        }

        /** How often a mark stands in the figure of a name. */
        int marks(String figure, String mark) {
            String page = page();
            int start = page.indexOf("data-figure=\"" + figure + "\"");
            assertThat(start).as("figure " + figure).isPositive();
            return count(page.substring(start, page.indexOf("</figure>", start)), mark);
        }

        void assertWhole() {
            assertThat(count(page(), "could not be drawn")).isZero();
            assertThat(console.lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
            assertThat(attribute("error")).isEmpty();
            assertThat(attribute("requests")).isEqualTo("0");
            assertThat(attribute("overflow"))
                    .as("the page is as wide as its window")
                    .isEqualTo("0");
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private Shown open(Path directory, boolean dark, int width) throws IOException, InterruptedException {
        String page = Files.readString(Report.in(directory).writePage());
        Path watched = folder.resolve("watched.html");
        // Before the page's own scripts, so that it hears of their failures.
        Files.writeString(watched, page.replaceFirst("<body>", Matcher.quoteReplacement("<body>" + OBSERVER)));
        List<String> command = new ArrayList<>(List.of(
                chromium.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--window-size=" + width + ",900",
                "--virtual-time-budget=3000",
                "--dump-dom",
                watched.toUri().toString()));
        Path dom = folder.resolve("dom.html");
        Path log = folder.resolve("console.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Shown(Files.readString(dom), new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRunIsDrawnInTheLightWithoutAskingAnybody() throws Exception {
        Path run = MadeUpResults.verification(MadeUpResults.run(folder.resolve("run"), MadeUpRun.complete(1, 20)));

        Shown shown = open(run, false, 1400);

        shown.assertWhole();
        assertThat(shown.attribute("theme")).isEqualTo("light");
        assertThat(shown.attribute("read")).as("the time under the pointer").isEqualTo("t = 0.5");
        assertThat(shown.marks("trace-distance", "class=\"curve\"")).isGreaterThanOrEqualTo(4);
        assertThat(shown.marks("trace-distance", "class=\"band\"")).isEqualTo(1);
        assertThat(shown.marks("fluctuation-growth", "class=\"dot\"")).isEqualTo(6 * 20);
        assertThat(shown.marks("remainder-bars", "class=\"bar\"")).isEqualTo(15 + 9);
        assertThat(shown.marks("remainder-bars", "class=\"level")).isEqualTo(3);
        assertThat(shown.marks("distance-scaling", "class=\"error\"")).isEqualTo(4);
        assertThat(shown.marks("density", "class=\"curve")).isGreaterThanOrEqualTo(4);
        shown.assertShows("class=\"mark violated\"", "1 violated", "id=\"truncated\"");
    }

    @Test
    void aStudyIsDrawnInTheDarkAndInANarrowWindow() throws Exception {
        Shown shown = open(MadeUpResults.study(folder.resolve("study")), true, 500);

        shown.assertWhole();
        assertThat(shown.attribute("theme")).isEqualTo("dark");
        assertThat(shown.attribute("page")).isEqualTo("rgb(20, 23, 26)");
        assertThat(shown.marks("distance-scaling", "class=\"error\"")).isEqualTo(5);
        shown.assertShows("How fast does the mean field become exact?", "the cutoff was capped");
    }

    @Test
    void mapsOfThreeDimensionsAreDrawnInANarrowWindow() throws Exception {
        Shown shown = open(MadeUpResults.run(folder.resolve("run"), MadeUpRun.hartreeAlone(3, 20)), false, 500);

        shown.assertWhole();
        shown.assertShows("mean field, ∫ρ dz", "mean field, ρ at z = 0", "∫ρᵤ dz");
        assertThat(count(shown.page(), "<canvas")).isEqualTo(2);
    }

    @Test
    void aRunThatLeftNothingButItsRowsIsShown() throws Exception {
        Path directory = Files.createDirectories(folder.resolve("bare"));
        Files.writeString(directory.resolve("observables.csv"), "time,acme.value\n0.0,1.0\n0.5,2.0\n");

        Shown shown = open(directory, false, 1400);

        shown.assertWhole();
        assertThat(shown.marks("other-acme", "class=\"dot\"")).isEqualTo(2);
        shown.assertShows("This run is not complete: unfinished");
    }
}
