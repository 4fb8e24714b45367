package org.mixfield.benchmarks.scaling;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.mixfield.pipeline.Mixfield;

/**
 * Measures what a step costs against points, dimension, modes, cutoff, particles and threads, prints a table, and draws
 * {@code scaling.png} with the law beside each curve.
 *
 * <pre>
 *   Scaling FILE.png [largest points along an axis in three dimensions, 64]
 * </pre>
 */
public final class Scaling {

    private static final Color[] COLOURS = {new Color(0x2563eb), new Color(0xd97706), new Color(0x059669)};

    private Scaling() {}

    public static void main(String[] arguments) throws IOException {
        Path picture = Path.of(arguments[0]);
        int largest = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        List<XYChart> charts = new ArrayList<>();
        List<Series> all = new ArrayList<>();
        chart(charts, all, "A Strang step of two species in free space", "grid points", grids(largest));
        chart(charts, all, "The same against threads", "threads", List.of(threads(largest)));
        try (Mixfield mixfield = Mixfield.open()) {
            ManyBodyCost cost = new ManyBodyCost(mixfield);
            cost.coMoving(100, 3, 4); // compiled
            chart(charts, all, "Co-moving frame against particles", "N of each species", List.of(particles(cost)));
            chart(charts, all, "Co-moving frame against cutoff", "cutoff K", List.of(cutoffs(cost)));
            chart(charts, all, "Co-moving frame against modes", "modes M", List.of(modes(cost)));
            chart(charts, all, "Laboratory frame: states C(N+M-1, N)^2", "N of each species", laboratory(cost));
        }
        System.out.println("\n| cost | size | measured, s | law, s | measured ÷ law |\n|---|---|---|---|---|");
        all.forEach(series -> System.out.print(series.table()));
        Path parent = picture.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        BitmapEncoder.saveBitmap(charts, 2, 3, picture.toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    private static List<Series> grids(int largest) {
        int[][] points = {{1024, 2048, 4096, 8192, 16_384}, {64, 128, 256, 512}, {16, 32, 48, 64, 96, 128, 256}};
        List<Series> series = new ArrayList<>();
        for (int d = 1; d <= 3; d++) {
            Series one = new Series("d = " + d, "n^d log n");
            for (int n : points[d - 1]) {
                if (d < 3 || n <= largest) {
                    double size = Math.pow(n, d);
                    one.add(size, size * Math.log(n), HartreeCost.ofStep(d, n, available()));
                }
            }
            series.add(one);
        }
        return series;
    }

    private static Series threads(int largest) {
        Series series = new Series("3D, threads", "1/p");
        for (int p = available(); p >= 1; p /= 2) {
            series.add(p, 1.0 / p, HartreeCost.ofStep(3, Math.min(64, largest), p));
        }
        return series;
    }

    private static Series particles(ManyBodyCost cost) {
        Series series = new Series("M = 3, K = 6", "independent of N");
        for (int n : new int[] {20, 100, 1000, 10_000, 100_000, 1_000_000}) {
            series.add(n, 1, cost.coMoving(n, 3, 6));
        }
        return series;
    }

    private static Series cutoffs(ManyBodyCost cost) {
        Series series = new Series("M = 3, cutoff", "states, C(2(M-1)+K, K)");
        for (int cutoff : new int[] {4, 6, 8, 10, 12}) {
            series.add(cutoff, binomial(4 + cutoff, cutoff), cost.coMoving(1000, 3, cutoff));
        }
        return series;
    }

    private static Series modes(ManyBodyCost cost) {
        Series series = new Series("K = 4, modes", "states C(2(M-1)+K, K) times M^2");
        for (int modes : new int[] {2, 3, 4, 5, 6, 7}) {
            int excited = 2 * (modes - 1);
            series.add(modes, binomial(excited + 4, 4) * modes * modes, cost.coMoving(1000, modes, 4));
        }
        return series;
    }

    private static List<Series> laboratory(ManyBodyCost cost) {
        List<Series> all = new ArrayList<>();
        for (int modes : new int[] {2, 3, 4}) {
            Series series = new Series("lab. M = " + modes, "law");
            for (int n : new int[] {4, 8, 12, 16, 24, 32, 64, 128, 256}) {
                double states = Math.pow(binomial(n + modes - 1, n), 2);
                if (states > 1000 && states < 250_000) {
                    series.add(n, states, cost.laboratory(n, modes));
                }
            }
            all.add(series);
        }
        return all;
    }

    private static double binomial(int n, int k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result *= (n - k + i) / (double) i;
        }
        return Math.rint(result);
    }

    private static int available() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void chart(List<XYChart> charts, List<Series> all, String title, String size, List<Series> series) {
        XYChart chart = new XYChart(640, 560);
        chart.setTitle(title);
        chart.setXAxisTitle(size);
        chart.setYAxisTitle("seconds");
        chart.getStyler()
                .setXAxisLogarithmic(decades(series.stream().map(Series::sizes)) > 1.5)
                .setYAxisLogarithmic(true)
                .setYAxisMin(Math.pow(10, Math.floor(seconds(series).getMin())))
                .setYAxisMax(Math.pow(10, Math.ceil(seconds(series).getMax())))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Vertical)
                .setChartBackgroundColor(Color.WHITE);
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            XYSeries measured = chart.addSeries(one.name(), one.sizes(), one.seconds());
            measured.setMarkerColor(COLOURS[i]);
            measured.setMarker(SeriesMarkers.CIRCLE);
            measured.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            XYSeries law = chart.addSeries(
                    String.format(Locale.ROOT, "%s: %s", one.name(), one.lawName()), one.sizes(), one.expected());
            law.setLineColor(COLOURS[i]);
            law.setLineStyle(new BasicStroke(1.5f));
            law.setMarker(SeriesMarkers.NONE);
        }
        charts.add(chart);
        all.addAll(series);
    }

    private static double decades(Stream<List<Double>> values) {
        DoubleSummaryStatistics all =
                values.flatMap(List::stream).mapToDouble(Math::log10).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    private static DoubleSummaryStatistics seconds(List<Series> series) {
        return series.stream()
                .flatMap(one -> Stream.concat(one.seconds().stream(), one.expected().stream()))
                .mapToDouble(Math::log10)
                .summaryStatistics();
    }
}
