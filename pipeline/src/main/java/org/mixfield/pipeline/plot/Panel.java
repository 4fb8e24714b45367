package org.mixfield.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One chart of a picture, or the words that stand in its place. */
final class Panel {

    static final Color TEXT = new Color(0x1b1f23);
    static final Color MUTED = new Color(0x5b6670);
    static final Color BLUE = new Color(0x0b62a8);
    static final Color ORANGE = new Color(0xc64a00);
    static final Color GREEN = new Color(0x007a5e);
    static final Color PURPLE = new Color(0xa0397f);
    static final Color GRID = new Color(0xe3e8ec);

    private static final int SIZE = 12;

    /** Decades with grid lines, which are drawn for every digit. */
    private static final double MOST_GRID = 7;

    private static final double MOST_LABELS = 9;

    /** Part of an axis' unit that limits may stand over. */
    private static final double CLOSE = 1e-6;

    private static final float WIDTH = 2;
    private static final BasicStroke SOLID = new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

    private final String title;
    private final @Nullable XYChart chart;
    private final String words;

    private Panel(String title, @Nullable XYChart chart, String words) {
        this.title = title;
        this.chart = chart;
        this.words = words;
    }

    /** A chart without curves. */
    static Panel chart(String title, String x, String y) {
        XYChart chart = new XYChart(1, 1);
        chart.setTitle(title);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        style(chart.getStyler());
        return new Panel(title, chart, "");
    }

    /** Words where there is nothing to draw. */
    static Panel words(String title, String words) {
        return new Panel(title, null, words);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** Logarithmic axes with these limits, those of the vertical one moved out to powers of ten. */
    Panel logarithmic(double left, double right, double bottom, double top) {
        double under = Math.floor(Math.log10(bottom) + CLOSE);
        double over = Math.max(under + 1, Math.ceil(Math.log10(top) - CLOSE));
        boolean gridded = Math.max(Math.log10(right / left), over - under) <= MOST_GRID;
        drawn().getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setXAxisLogarithmicDecadeOnly(true)
                .setYAxisLogarithmicDecadeOnly(true)
                .setXAxisMin(left)
                .setXAxisMax(right)
                .setYAxisMin(Math.pow(10, under))
                .setYAxisMax(Math.pow(10, over))
                .setPlotGridVerticalLinesVisible(gridded)
                .setPlotGridHorizontalLinesVisible(gridded)
                .setXAxisTickLabelsFormattingFunction(labels(Math.log10(right / left)))
                .setYAxisTickLabelsFormattingFunction(labels(over - under));
        return this;
    }

    /** Labels of powers of ten, of every second, third, … where there are many. */
    private static Function<Double, String> labels(double decades) {
        long stride = (long) Math.ceil(decades / MOST_LABELS);
        return value -> power(value, stride);
    }

    /** Linear axes from 0 to the right, and for these values, with 0 among them; all limits moved out to round numbers. */
    Panel linear(double right, double bottom, double top) {
        double across = step(right);
        double up = step(Math.max(top, 0) - Math.min(bottom, 0));
        drawn().getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(across * Math.ceil(right / across - CLOSE))
                .setYAxisMin(up * Math.floor(Math.min(bottom, 0) / up + CLOSE))
                .setYAxisMax(up * Math.ceil(Math.max(top, 0) / up - CLOSE))
                .setXAxisDecimalPattern(pattern(right))
                .setYAxisDecimalPattern(pattern(Math.max(Math.abs(bottom), Math.abs(top))));
        return this;
    }

    /** 1, 2 or 5 times a power of ten, of which 5 to 10 fit a length. */
    static double step(double length) {
        if (!(length > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(length / 5)));
        double ratio = length / 5 / power;
        return power * (ratio < 2 ? 1 : ratio < 5 ? 2 : 5);
    }

    Panel curve(String name, Values values, Color color) {
        return series(name, values, color, SOLID, SeriesMarkers.NONE);
    }

    /** A horizontal line. */
    Panel level(String name, double from, double to, double y, Color color) {
        Values line = Values.of(List.of(new Values.Point(from, y), new Values.Point(to, y)));
        return series(name, line, color, DASHED, SeriesMarkers.NONE);
    }

    Panel points(String name, Values values, Color color) {
        return series(name, values, color, DASHED, SeriesMarkers.CIRCLE);
    }

    private Panel series(String name, Values values, Color color, BasicStroke stroke, Marker marker) {
        XYSeries series = drawn().addSeries(name, values.x(), values.y());
        series.setMarker(marker).setMarkerColor(color).setLineColor(color).setLineStyle(stroke);
        return this;
    }

    private XYChart drawn() {
        return java.util.Objects.requireNonNull(chart, "a panel of words has no chart");
    }

    static void style(XYStyler styler) {
        styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line).setCursorColor(MUTED);
        styler.setBaseFont(font(Font.PLAIN, SIZE))
                .setChartTitleFont(font(Font.BOLD, SIZE + 2))
                .setLegendFont(font(Font.PLAIN, SIZE))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setChartFontColor(TEXT)
                .setChartTitleBoxVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderColor(GRID)
                .setMarkerSize(7)
                .setChartPadding(8);
        styler.setAxisTitleFont(font(Font.PLAIN, SIZE))
                .setAxisTickLabelsFont(font(Font.PLAIN, SIZE - 1))
                .setAxisTickLabelsColor(MUTED)
                .setAxisTickMarksColor(GRID)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotMargin(0)
                .setXAxisTickMarkSpacingHint(70)
                .setYAxisTickMarkSpacingHint(45);
    }

    /** Draws into a rectangle at the origin. */
    void paint(Graphics2D canvas, int width, int height) {
        if (chart != null) {
            chart.paint(canvas, width, height);
            return;
        }
        canvas.setColor(TEXT);
        canvas.setFont(font(Font.BOLD, SIZE + 2));
        canvas.drawString(title, (width - canvas.getFontMetrics().stringWidth(title)) / 2, 26);
        canvas.setColor(MUTED);
        canvas.setFont(font(Font.PLAIN, SIZE));
        paintWords(canvas, width, height / 2 - 20);
    }

    private void paintWords(Graphics2D canvas, int width, int top) {
        FontMetrics metrics = canvas.getFontMetrics();
        int y = top;
        StringBuilder line = new StringBuilder();
        for (String word : (words + " \n").split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (word.equals("\n") || metrics.stringWidth(longer) > width - 80) {
                canvas.drawString(line.toString(), (width - metrics.stringWidth(line.toString())) / 2, y);
                y += metrics.getHeight();
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
    }

    /** 10⁻³, for some powers of ten; nothing for what stands between. */
    private static String power(double value, long stride) {
        double exponent = Math.log10(value);
        long whole = Math.round(exponent);
        if (Math.abs(exponent - whole) > CLOSE || whole % stride != 0) {
            return "";
        }
        if (whole >= -1 && whole <= 2) {
            return whole == -1 ? "0.1" : Long.toString(Math.round(value));
        }
        return "10" + superscript(whole);
    }

    static String superscript(long number) {
        StringBuilder raised = new StringBuilder();
        for (char c : Long.toString(number).toCharArray()) {
            raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return raised.toString();
    }

    private static String pattern(double size) {
        return size > 0 && (size < 1e-3 || size >= 1e5) ? "0.###E0" : "0.######";
    }
}
