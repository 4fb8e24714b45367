package org.mixfield.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.OneBodyDensity;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;
import org.mixfield.pipeline.output.Hdf5Provider;

class ReportTest {

    @TempDir
    private Path folder;

    private Path directory() {
        return folder.resolve("results");
    }

    private static JsonNode data(Path directory) throws IOException {
        Matcher data = Pattern.compile(
                        "<script type=\"application/json\" id=\"report-data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(Files.readString(directory.resolve("report.html")));
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    private static JsonNode figure(JsonNode data, String name) {
        for (JsonNode figure : data.get("figures")) {
            if (figure.get("name").asText().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + name);
    }

    private static JsonNode curve(JsonNode figure, String label) {
        for (JsonNode curve : figure.get("curves")) {
            if (curve.get("label").asText().startsWith(label)) {
                return curve;
            }
        }
        throw new AssertionError("no curve " + label + " in " + figure.get("name"));
    }

    private static List<String> pictures(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("figures"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aRunHasEveryChapterThatItHasColumnsFor() throws IOException {
        MadeUpResults.run(directory(), MadeUpRun.complete(1, 20));

        List<Path> files = Report.write(directory());

        List<String> chapters = new ArrayList<>();
        data(directory())
                .get("figures")
                .forEach(figure -> chapters.add(figure.get("chapter").asText()));
        assertThat(chapters)
                .contains(
                        "distance",
                        "energies",
                        "moments",
                        "spectrum",
                        "fluctuations",
                        "remainders",
                        "truncated",
                        "budget",
                        "others")
                .doesNotContain("scaling");
        assertThat(files.get(0)).isEqualTo(directory().resolve("report.html"));
        assertThat(pictures(directory()))
                .contains(
                        "trace-distance.png",
                        "fluctuation-growth.png",
                        "gronwall.png",
                        "remainder-bars.png",
                        "density-mean.png",
                        "occupations.png",
                        "other-acme.png")
                .hasSize(files.size() - 1);
        assertThat(ImageIO.read(files.get(1).toFile()).getWidth()).isGreaterThan(1000);
    }

    /** 1 + ⟨𝒩⟩ of each species grows at most like exp(γt), and the bound touches the curve in one row at least. */
    @Test
    void theBoundOfGronwallIsTheLeast() throws IOException {
        MadeUpResults.run(directory(), MadeUpRun.complete(1, 20));

        Report.in(directory()).writePage();

        JsonNode figure = figure(data(directory()), "gronwall");
        JsonNode numbers = curve(figure, "⟨𝒩⊗I + I⊗𝒩⟩").get("values");
        JsonNode bound = curve(figure, "2 exp(").get("values");
        double least = Double.POSITIVE_INFINITY;
        for (int row = 1; row < numbers.size(); row++) {
            least = Math.min(
                    least, bound.get(row).doubleValue() - numbers.get(row).doubleValue());
        }
        assertThat(least).isCloseTo(0, within(1e-12));
        // n = 0.52 t² on [0, 1]: ln(1 + n/2)/t is largest at the end
        assertThat(curve(figure, "2 exp(").get("label").asText()).isEqualTo("2 exp(0.2311 t) − 2");
    }

    @Test
    void aStudyIsDrawnAgainstParticleNumbers() throws IOException {
        MadeUpResults.study(directory());

        Report.in(directory()).writePage();

        JsonNode data = data(directory());
        assertThat(data.get("kind").asText()).isEqualTo("study");
        JsonNode figure = figure(data, "distance-scaling");
        assertThat(figure.at("/x/log").booleanValue()).isTrue();
        assertThat(figure.get("points").toString()).isEqualTo("[10.0,20.0,40.0,80.0,160.0]");
        assertThat(curve(figure, "fit, slope −1 (−1.03 to −0.97)")
                        .at("/values/4")
                        .doubleValue())
                .isCloseTo(MadeUpResults.PREFACTOR / 160, within(1e-15));
        assertThat(curve(figure, "slope −1").at("/values/4").doubleValue())
                .isCloseTo(MadeUpResults.PREFACTOR / 160, within(1e-15));
        assertThat(curve(figure, "slope −½").at("/values/4").doubleValue())
                .isCloseTo(MadeUpResults.PREFACTOR / 40, within(1e-15));
        assertThat(curve(figure, "Bogoliubov").at("/values/4").doubleValue()).isCloseTo(1.0 / 160, within(1e-15));
        assertThat(curve(figure, "measured").get("error")).hasSize(5);
        assertThat(figure(data, "distance-in-time").get("curves")).hasSize(5);
        assertThat(curve(figure(data, "growth-u"), "N = 64 + 96")
                        .at("/values/2")
                        .doubleValue())
                .isEqualTo(1.0);
        assertThat(figure(data, "study-budget").get("curves")).hasSize(6);
    }

    /** Not that of a straight line through the points, which their corrections bend. */
    @Test
    @SuppressWarnings("unchecked")
    void theFittedLineHasTheExponentThatTheStudyFound() throws IOException {
        MadeUpResults.study(directory());
        ObjectMapper json = new ObjectMapper();
        File file = directory().resolve("summary.json").toFile();
        Map<String, Object> summary = json.readValue(file, Map.class);
        ((Map<String, Object>) summary.get("study")).put("exponent", Map.of("value", 0.75, "lower", 0.7, "upper", 0.8));
        json.writeValue(file, summary);

        Report.in(directory()).writePage();

        JsonNode fit = curve(figure(data(directory()), "distance-scaling"), "fit, slope −0.75 (−0.8 to −0.7)");
        assertThat(fit.at("/values/4").doubleValue()).isCloseTo(MadeUpResults.PREFACTOR / 160, within(1e-15));
        assertThat(fit.at("/values/0").doubleValue())
                .isCloseTo(MadeUpResults.PREFACTOR / 160 * Math.pow(16, 0.75), within(1e-15));
    }

    @Test
    void aVerificationAddsItsTablesAndItsConstants() throws IOException {
        MadeUpResults.verification(MadeUpResults.run(directory(), MadeUpRun.complete(1, 4)));

        Report.in(directory()).writePage();

        JsonNode data = data(directory());
        assertThat(data.at("/verification/findings")).hasSize(4);
        assertThat(curve(figure(data, "gronwall"), "0.4 exp(2.5 t)")
                        .at("/values/4")
                        .doubleValue())
                .isCloseTo(0.4 * Math.exp(2.5), within(1e-14));
        assertThat(figure(data, "growth-bound").get("curves")).hasSize(5);
        assertThat(curve(figure(data, "distance-scaling"), "fit, slope −1")
                        .get("line")
                        .booleanValue())
                .isTrue();
        assertThat(figure(data, "truncated-cutoff").get("points").toString()).isEqualTo("[1.0,2.0,3.0,4.0]");
    }

    @Test
    void axesHaveTheUnitsThatTheConfigurationNames() throws IOException {
        Map<String, Object> run = MadeUpRun.complete(1, 4);
        MadeUpRun.configuration(run).put("units", Map.of("length", "um", "mass", "87 u"));
        MadeUpResults.run(directory(), run);

        Report.in(directory()).writePage();

        JsonNode data = data(directory());
        // m (1 µm)²/ħ for m = 87 u, and ħ over it as a frequency
        double time = 87 * 1.66053906892e-27 * 1e-12 / 1.054571817e-34 * 1e3;
        assertThat(data.at("/units/time/text").asText()).isEqualTo("ms");
        assertThat(data.at("/units/time/factor").doubleValue()).isCloseTo(time, within(1e-6));
        assertThat(data.at("/units/length^2/text").asText()).isEqualTo("µm²");
        assertThat(data.at("/units/energy/text").asText()).isEqualTo("h·Hz");
        assertThat(data.at("/units/energy/factor").doubleValue()).isCloseTo(1e3 / (2 * Math.PI * time), within(1e-4));
        JsonNode energy = figure(data, "energy");
        assertThat(energy.at("/x/unit").asText()).isEqualTo("ms");
        assertThat(energy.at("/y/unit").asText()).isEqualTo("h·Hz");
        assertThat(data.at("/rows/4/0").doubleValue())
                .as("rows stay as in the file")
                .isEqualTo(1.0);
    }

    @Test
    void whatIsMadeOnceMoreIsTheSame() throws IOException {
        MadeUpResults.run(directory(), MadeUpRun.complete(2, 3));
        Files.writeString(directory().resolve("observables.csv"), "time,acme.value\n0.0,1.0\n0.5,2.0\n");
        Report.write(directory());
        byte[] page = Files.readAllBytes(directory().resolve("report.html"));
        byte[] picture = Files.readAllBytes(directory().resolve("figures/density-mean-xy.png"));
        Files.writeString(directory().resolve("figures/gone.png"), "of an earlier report");

        Report.write(directory());

        assertThat(directory().resolve("report.html")).hasBinaryContent(page);
        assertThat(directory().resolve("figures/density-mean-xy.png")).hasBinaryContent(picture);
        assertThat(directory().resolve("figures/gone.png")).doesNotExist();
    }

    @Test
    void aRunThatWasKilledInALineIsShownUpToIt() throws IOException {
        MadeUpResults.run(directory(), MadeUpRun.complete(1, 4));
        Path rows = directory().resolve("observables.csv");
        String whole = Files.readString(rows);
        Files.writeString(rows, whole.substring(0, whole.length() - 30));
        Files.delete(directory().resolve("summary.json"));
        Files.delete(directory().resolve("report.html"));

        Report.in(directory()).writePage();

        assertThat(data(directory()).get("rows")).hasSize(4);
        assertThat(data(directory()).get("status").asText()).isEqualTo("unfinished");
        assertThat(data(directory()).get("densities")).isEmpty();
    }

    @Test
    void withoutAnEarlierPageDensitiesComeFromTheFields() throws IOException {
        Grid grid = Grid.of(new int[] {4}, new double[] {4});
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("observables.csv"), "time\n0.0\n0.5\n");
        ResultSink sink = new Hdf5Provider().create(Settings.of(Map.of(), new Problems()));
        sink.open(new RunRecord("made-up", directory(), grid, List.of(), Map.of()));
        ComplexField u = ComplexField.over(grid, new double[] {0, 1, 2, 0, 0, 3, 0, 0});
        ComplexField v = ComplexField.over(grid, new double[] {1, 1, 0, 0, 0, 0, 1, 2});
        OneBodyDensity state =
                new OneBodyDensity(grid, new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {0.9, 0.1}, List.of(u, v));
        sink.fields(0, 0.5, Map.of("u", u, "v", v), Map.of("u", state, "v", state));

        Report.in(directory()).writePage();

        JsonNode views = data(directory()).at("/densities/views");
        assertThat(views).hasSize(3);
        assertThat(views.at("/0/snapshots/0/time").doubleValue()).isEqualTo(0.5);
        assertThat(views.at("/0/snapshots/0/u").toString()).isEqualTo("[1.0,4.0,9.0,0.0]");
        assertThat(views.at("/0/snapshots/0/v").toString()).isEqualTo("[2.0,0.0,0.0,5.0]");
        assertThat(views.at("/1/title").asText()).isEqualTo("many-body state");
        assertThat(views.at("/1/snapshots/0/u").toString()).isEqualTo("[0.1,0.2,0.3,0.4]");
        assertThat(views.at("/2/title").asText()).isEqualTo("second natural orbital");
        assertThat(views.at("/2/snapshots/0/u").toString()).isEqualTo("[2.0,0.0,0.0,5.0]");
    }

    @Test
    void ofManyRowsSomeAreKeptAndTheLast() throws IOException {
        Files.createDirectories(directory());
        StringBuilder text = new StringBuilder("time,acme.value,acme.length\n");
        for (int row = 0; row < 10_000; row++) {
            text.append(row).append(".0,1.0,2.0\n");
        }
        Files.writeString(directory().resolve("observables.csv"), text);
        Files.writeString(
                directory().resolve("manifest.json"),
                "{\"columns\": [{\"name\": \"acme.length\", \"unit\": \"length\", \"meaning\": \"made up\"}]}");

        Report.in(directory()).writePage();

        JsonNode rows = data(directory()).get("rows");
        assertThat(rows).hasSize(2501);
        assertThat(rows.get(2499).get(0).doubleValue()).isEqualTo(9996);
        assertThat(rows.get(2500).get(0).doubleValue()).isEqualTo(9999);
        // two units under one prefix are two figures, and two pictures
        assertThat(figure(data(directory()), "other-acme").get("curves")).hasSize(1);
        assertThat(figure(data(directory()), "other-acme-2").get("curves")).hasSize(1);
    }

    @Test
    void whereThereIsNoRunItSaysSo() throws IOException {
        assertThatThrownBy(() -> Report.write(directory()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(directory().toString(), "no such directory");
        Files.createDirectories(directory());
        assertThatThrownBy(() -> Report.write(directory()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(directory().toString(), "observables.csv", "study.csv");
        Files.writeString(directory().resolve("observables.csv"), "time,a\n0,1\n1,x\n2,3\n");
        assertThatThrownBy(() -> Report.write(directory()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("observables.csv", "line 3", "2 numbers");
        Files.writeString(directory().resolve("observables.csv"), "time,a\n0,1\n");
        Files.writeString(directory().resolve("summary.json"), "{");
        assertThatThrownBy(() -> Report.write(directory()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("summary.json", "JSON");
        try (Stream<Path> left = Files.list(directory())) {
            assertThat(left).hasSize(2);
        }
    }
}
