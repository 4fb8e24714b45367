package org.mixfield.pipeline.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.pipeline.figure.Axis;
import org.mixfield.pipeline.figure.Bars;
import org.mixfield.pipeline.figure.Curve;
import org.mixfield.pipeline.figure.DensityMaps;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Palette;
import org.mixfield.pipeline.figure.Scale;
import org.mixfield.pipeline.figure.Stroke;

class FigurePlotTest {

    @TempDir
    private Path folder;

    private BufferedImage drawn(Figure figure) throws IOException {
        Path file = folder.resolve("figure.png");
        FigurePlot.write(file, figure);
        assertThat(folder.resolve("figure.png.part")).doesNotExist();
        return ImageIO.read(file.toFile());
    }

    /** The mean height at which a colour stands in a column of pixels, from above; NaN where it does not. */
    private static double height(BufferedImage picture, int x, int number) {
        int sum = 0;
        int count = 0;
        // Above the legend.
        for (int y = 0; y < picture.getHeight() * 0.85; y++) {
            if ((picture.getRGB(x, y) & 0xffffff) == Palette.colour(number)) {
                sum += y;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / (double) count;
    }

    private static Figure.Builder lines(double... values) {
        double[] points = {1, 10, 100};
        return Figure.named("made-up", "made-up", "Made up")
                .over(Axis.logarithmic("N"), points)
                .quantity("value", "")
                .curve(Curve.of("one", 0, values).asLine())
                .curve(Curve.of(
                                "half",
                                1,
                                java.util.Arrays.stream(values).map(v -> v / 2).toArray())
                        .asLine());
    }

    @Test
    void aPowerOfNIsAStraightLineOnLogarithmicAxes() throws IOException {
        BufferedImage picture =
                drawn(lines(1, 0.1, 0.01).scales(Scale.LOGARITHMIC).build().orElseThrow());

        double[] heights = {height(picture, 400, 0), height(picture, 700, 0), height(picture, 1000, 0)};
        assertThat(heights).isSorted();
        assertThat(heights[1] - heights[0])
                .isCloseTo(heights[2] - heights[1], org.assertj.core.api.Assertions.within(3.0));
        // a factor of 2 is the same length everywhere
        assertThat(height(picture, 400, 1) - heights[0])
                .isPositive()
                .isCloseTo(height(picture, 1000, 1) - heights[2], org.assertj.core.api.Assertions.within(3.0));
    }

    @Test
    void valuesThatAreMissingOrNotPositiveLeaveGaps() throws IOException {
        BufferedImage picture = drawn(Figure.named("made-up", "made-up", "Made up")
                .over(Axis.of("t", "ms"), new double[] {0, 1, 2, 3, 4})
                .quantity("value", "h·Hz")
                .curve(Curve.of("one", 0, new double[] {0, 1, Double.NaN, 1, Double.POSITIVE_INFINITY}))
                .curve(Curve.of("nothing", 1, new double[] {Double.NaN, 0, 0, 0, -1}))
                .scales(Scale.LOGARITHMIC)
                .build()
                .orElseThrow());

        assertThat(height(picture, picture.getWidth() / 2, 0)).isNaN();
    }

    @Test
    void aSingleRowAndAConstantAreDrawn() throws IOException {
        drawn(Figure.named("made-up", "made-up", "Made up")
                .over(Axis.of("t", ""), new double[] {0})
                .quantity("value", "")
                .curve(Curve.of("one", 0, new double[] {0}).with(Stroke.DASHED))
                .build()
                .orElseThrow());
        drawn(lines(3, 3, 3).scales(Scale.VALUE).atMost(1).build().orElseThrow());
    }

    @Test
    void barsStandInProportionToTheirLogarithms() throws IOException {
        Path file = folder.resolve("bars.png");
        FigurePlot.write(
                file,
                new Bars(
                        "bars",
                        "Bars",
                        "norm",
                        List.of(new Bars.Group("r", 0, List.of("a", "b", "c"), new double[] {1e-1, 1e-3, 0})),
                        List.of(new Bars.Level("sum", 1, 0.5))));

        BufferedImage picture = ImageIO.read(file.toFile());
        int[] pixels = new int[picture.getWidth()];
        for (int x = 0; x < pixels.length; x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                pixels[x] += (picture.getRGB(x, y) & 0xffffff) == Palette.colour(0) ? 1 : 0;
            }
        }
        // four decades, 10⁻⁴ to 1: the first bar is three high, the second one
        int first = java.util.Arrays.stream(pixels).max().orElse(0);
        int second = java.util.Arrays.stream(pixels)
                .filter(count -> count > 40 && count < 0.6 * first)
                .max()
                .orElse(0);
        assertThat(first / (double) second).isBetween(2.8, 3.2);
    }

    @Test
    void mapsShowWhereADensityIs() throws IOException {
        double[] points =
                java.util.stream.IntStream.range(0, 40).mapToDouble(i -> i - 20).toArray();
        double[] values = new double[1600];
        for (int i = 0; i < 40; i++) {
            for (int k = 0; k < 40; k++) {
                values[40 * i + k] = Math.exp(-0.05 * (points[i] * points[i] + points[k] * points[k]));
            }
        }
        DensityMaps.Panel panel = new DensityMaps.Panel("ρ", points, points, values);
        Path file = folder.resolve("maps.png");
        FigurePlot.write(
                file,
                new DensityMaps(
                        "maps",
                        "Maps",
                        Axis.of("x", "µm"),
                        Axis.of("y", "µm"),
                        "µm⁻²",
                        List.of(List.of(panel, panel))));

        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(Files.size(file)).isPositive();
        assertThat(MapChart.colour(1)).isEqualTo(0xfde725);
        assertThat(MapChart.colour(0)).isEqualTo(0x440154);
        int bright = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                bright += (picture.getRGB(x, y) & 0xff00) >> 8 > 0xd0 && (picture.getRGB(x, y) & 0xff) < 0x60 ? 1 : 0;
            }
        }
        assertThat(bright).isGreaterThan(500);
    }

    @Test
    void coloursAreThoseOfThePage() throws IOException {
        String css = new String(
                FigurePlotTest.class
                        .getResourceAsStream("/org/mixfield/pipeline/report/report.css")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);

        for (int k = 0; k < Palette.size(); k++) {
            assertThat(css).contains(String.format("--c%d: #%06x;", k, Palette.colour(k)));
        }
    }
}
