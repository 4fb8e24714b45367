package org.mixfield.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.mixfield.pipeline.figure.DensityMaps;

/** Densities over planes in the colours of viridis, cropped to where they are. */
final class MapChart {

    private static final int SIDE = 260;
    private static final int LEFT = 62;
    private static final int ABOVE = 34;
    private static final int BELOW = 52;
    private static final int BAR = 84;
    private static final int TITLE = 40;

    /** Pixels for a point. */
    private static final int FINE = 2;

    /** Part of the peak below which a map is cropped. */
    private static final double VISIBLE = 1e-3;

    /** Viridis at equal distances, from 0 to 1. */
    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private final DensityMaps maps;
    private final int columns;
    private final int[] across;
    private final int[] upwards;

    MapChart(DensityMaps maps) {
        this.maps = maps;
        this.columns = maps.rows().stream().mapToInt(List::size).max().orElse(1);
        DensityMaps.Panel any = maps.rows().get(0).get(0);
        this.across = new int[] {any.x().length - 1, 0};
        this.upwards = new int[] {any.y().length - 1, 0};
        maps.rows().forEach(row -> row.forEach(panel -> include(panel, VISIBLE * peak(row))));
        margin(across, any.x().length);
        margin(upwards, any.y().length);
    }

    private void include(DensityMaps.Panel panel, double threshold) {
        int ny = panel.y().length;
        for (int k = 0; k < panel.values().length; k++) {
            if (panel.values()[k] > threshold) {
                widen(across, k / ny);
                widen(upwards, k % ny);
            }
        }
    }

    private static void widen(int[] range, int index) {
        range[0] = Math.min(range[0], index);
        range[1] = Math.max(range[1], index);
    }

    private static void margin(int[] range, int count) {
        if (range[0] > range[1]) {
            range[0] = 0;
            range[1] = count - 1;
        }
        int more = 1 + (range[1] - range[0]) / 12;
        range[0] = Math.max(0, range[0] - more);
        range[1] = Math.min(count - 1, range[1] + more);
    }

    int width() {
        return columns * (LEFT + SIDE) + BAR + 24;
    }

    int height() {
        return TITLE + maps.rows().size() * (ABOVE + SIDE + BELOW);
    }

    void paint(Graphics2D canvas) {
        canvas.setColor(Panel.TEXT);
        canvas.setFont(Panel.font(Font.BOLD, 14));
        canvas.drawString(maps.title(), (width() - canvas.getFontMetrics().stringWidth(maps.title())) / 2, 24);
        for (int i = 0; i < maps.rows().size(); i++) {
            List<DensityMaps.Panel> row = maps.rows().get(i);
            int top = TITLE + i * (ABOVE + SIDE + BELOW) + ABOVE;
            for (int j = 0; j < row.size(); j++) {
                panel(canvas, row.get(j), peak(row), LEFT + j * (LEFT + SIDE), top);
            }
            bar(canvas, peak(row), columns * (LEFT + SIDE) + 14, top);
        }
    }

    private static double peak(List<DensityMaps.Panel> row) {
        return row.stream()
                .flatMapToDouble(panel -> Arrays.stream(panel.values()))
                .max()
                .orElse(1);
    }

    private void panel(Graphics2D canvas, DensityMaps.Panel panel, double peak, int left, int top) {
        double width = extent(panel.x(), across);
        double height = extent(panel.y(), upwards);
        double scale = SIDE / Math.max(width, height);
        int w = (int) Math.max(2, width * scale);
        int h = (int) Math.max(2, height * scale);
        canvas.drawImage(image(panel, peak, FINE * w, FINE * h), left, top, w, h, null);
        canvas.setFont(Panel.font(Font.PLAIN, 12));
        canvas.setColor(Panel.TEXT);
        canvas.drawString(panel.title(), left, top - 8);
        ticks(canvas, panel, left, top, w, h);
    }

    /** The values between the points are cubic (Catmull–Rom), as on the page. */
    private BufferedImage image(DensityMaps.Panel panel, double peak, int w, int h) {
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int ny = panel.y().length;
        double[][] lines = new double[w][];
        for (int i = 0; i < w; i++) {
            double position = across[0] - 0.5 + (across[1] - across[0] + 1) * (i + 0.5) / w;
            double[] line = new double[ny];
            for (int k = 0; k < ny; k++) {
                int column = k;
                line[k] = cubic(position, panel.x().length, index -> panel.values()[index * ny + column]);
            }
            lines[i] = line;
        }
        for (int j = 0; j < h; j++) {
            double position = upwards[1] + 0.5 - (upwards[1] - upwards[0] + 1) * (j + 0.5) / h;
            for (int i = 0; i < w; i++) {
                double[] line = lines[i];
                double value = cubic(position, ny, index -> line[index]);
                image.setRGB(i, j, colour(peak > 0 ? value / peak : 0));
            }
        }
        return image;
    }

    private static double cubic(double position, int count, IntToDoubleFunction values) {
        double inside = Math.max(0, Math.min(count - 1.0, position));
        int index = (int) inside;
        double p = inside - index;
        double[] weights = {
            (p * (p * (2 - p) - 1)) / 2,
            (p * p * (3 * p - 5) + 2) / 2,
            p * (p * (4 - 3 * p) + 1) / 2,
            p * p * (p - 1) / 2
        };
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values.applyAsDouble(Math.max(0, Math.min(count - 1, index - 1 + k)));
        }
        return sum;
    }

    private void ticks(Graphics2D canvas, DensityMaps.Panel panel, int left, int top, int w, int h) {
        canvas.setColor(Panel.MUTED);
        double[] x = ends(panel.x(), across);
        double[] y = ends(panel.y(), upwards);
        for (double tick : marks(x)) {
            int at = left + (int) (w * (tick - x[0]) / (x[1] - x[0]));
            canvas.drawLine(at, top + h, at, top + h + 4);
            centred(canvas, CurveChart.plain(tick), at, top + h + 18);
        }
        for (double tick : marks(y)) {
            int at = top + h - (int) (h * (tick - y[0]) / (y[1] - y[0]));
            canvas.drawLine(left - 4, at, left, at);
            String text = CurveChart.plain(tick);
            canvas.drawString(text, left - 7 - canvas.getFontMetrics().stringWidth(text), at + 4);
        }
        canvas.setColor(Panel.TEXT);
        String label = maps.x().text();
        canvas.drawString(label, left + w - canvas.getFontMetrics().stringWidth(label), top + h + 36);
        canvas.drawString(maps.y().label(), left - 46, top + 10);
    }

    private static void centred(Graphics2D canvas, String text, int x, int y) {
        canvas.drawString(text, x - canvas.getFontMetrics().stringWidth(text) / 2, y);
    }

    private void bar(Graphics2D canvas, double peak, int left, int top) {
        for (int i = 0; i < SIDE; i++) {
            canvas.setColor(new Color(colour(1 - i / (double) SIDE)));
            canvas.fill(new Rectangle2D.Double(left, top + (double) i, 12, 1.2));
        }
        canvas.setColor(Panel.MUTED);
        for (double tick : marks(new double[] {0, peak})) {
            int at = top + SIDE - (int) (SIDE * tick / peak);
            canvas.drawLine(left + 12, at, left + 16, at);
            canvas.drawString(CurveChart.plain(tick), left + 20, at + 4);
        }
        canvas.setColor(Panel.TEXT);
        canvas.drawString(maps.unit().isEmpty() ? "" : "[" + maps.unit() + "]", left - 8, top - 8);
    }

    /** Round numbers between two ends. */
    private static double[] marks(double[] ends) {
        if (!(ends[1] > ends[0])) {
            return new double[0];
        }
        double step = Panel.step(ends[1] - ends[0]);
        int first = (int) Math.ceil(ends[0] / step - 1e-9);
        int last = (int) Math.floor(ends[1] / step + 1e-9);
        return java.util.stream.IntStream.rangeClosed(first, last)
                .mapToDouble(k -> k * step)
                .toArray();
    }

    private static double[] ends(double[] points, int[] range) {
        double half = points.length > 1 ? (points[1] - points[0]) / 2 : 0.5;
        return new double[] {points[range[0]] - half, points[range[1]] + half};
    }

    private static double extent(double[] points, int[] range) {
        double[] ends = ends(points, range);
        return ends[1] - ends[0];
    }

    static int colour(double part) {
        double position = Math.max(0, Math.min(1, part)) * (VIRIDIS.length - 1);
        int index = Math.min(VIRIDIS.length - 2, (int) position);
        double rest = position - index;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double one = VIRIDIS[index] >> shift & 0xff;
            double other = VIRIDIS[index + 1] >> shift & 0xff;
            colour |= (int) Math.round(one + rest * (other - one)) << shift;
        }
        return colour;
    }
}
