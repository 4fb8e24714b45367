package org.mixfield.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.mixfield.pipeline.figure.Curve;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Scale;

/** A figure of curves by XChart. */
final class CurveChart {

    private static final int SIDE = 24;

    /** Part of the largest density below which nothing is to be seen. */
    private static final double VISIBLE = 1e-3;

    /** More points than that get no marks. */
    private static final int MOST_MARKS = 45;

    /** A single value this far below all others does not set a logarithmic axis: the distance at t = 0 is rounding. */
    private static final double OUTLIER = 1e4;

    private final Figure figure;
    private final boolean logarithmic;
    private final XYChart chart = new XYChart(1, 1);
    private final List<Curve> shown = new ArrayList<>();

    CurveChart(Figure figure) {
        this.figure = figure;
        this.logarithmic = figure.scales().get(0) == Scale.LOGARITHMIC;
        chart.setTitle(figure.title());
        chart.setXAxisTitle(figure.x().text());
        chart.setYAxisTitle(figure.y().text());
        XYStyler styler = chart.getStyler();
        Panel.style(styler);
        styler.setMarkerSize(5).setLegendVisible(false);
        across(styler);
        upwards(styler);
        figure.curves().forEach(this::add);
    }

    void paint(Graphics2D canvas, int width, int height) {
        Legend legend = new Legend(canvas, shown, width - 2 * SIDE);
        Graphics2D above = (Graphics2D) canvas.create();
        chart.paint(above, width, height - legend.height());
        above.dispose();
        legend.paint(SIDE, height - legend.height());
    }

    // ---- axes

    private void across(XYStyler styler) {
        double[] ends = ends();
        double low = ends[0];
        double high = ends[1];
        if (figure.x().logarithmic() && low > 0) {
            double margin = Math.max(1.05, Math.pow(high / low, 0.03));
            styler.setXAxisLogarithmic(true)
                    .setXAxisLogarithmicDecadeOnly(false)
                    .setXAxisMin(low / margin)
                    .setXAxisMax(high * margin)
                    .setXAxisTickLabelsFormattingFunction(labels(low, high));
        } else {
            double margin = low < high ? 0 : Math.max(0.5, 0.1 * Math.abs(low));
            styler.setXAxisMin(low - margin)
                    .setXAxisMax(high + margin)
                    .setXAxisTickLabelsFormattingFunction(
                            value -> plain(Math.abs(value) < 1e-9 * (high - low) ? 0 : value));
        }
    }

    /** The points shown: all of them, or of densities those where one is. */
    private double[] ends() {
        double[] points = figure.points();
        int first = 0;
        int last = points.length - 1;
        if (figure.chapter().equals("densities")) {
            double threshold = VISIBLE * values().max().orElse(0);
            while (first < last && isEmpty(first, threshold)) {
                first++;
            }
            while (last > first && isEmpty(last, threshold)) {
                last--;
            }
            int margin = 1 + (last - first) / 12;
            first = Math.max(0, first - margin);
            last = Math.min(points.length - 1, last + margin);
        }
        return points.length == 0 ? new double[] {0, 1} : new double[] {points[first], points[last]};
    }

    private boolean isEmpty(int index, double threshold) {
        return figure.curves().stream().noneMatch(curve -> curve.values()[index] > threshold);
    }

    private void upwards(XYStyler styler) {
        if (logarithmic) {
            double[] positive = values().filter(value -> value > 0).sorted().toArray();
            double low = positive.length == 0 ? 0.1 : positive[0];
            double high = positive.length == 0 ? 1 : positive[positive.length - 1];
            for (int k = 0; k < Math.min(3, positive.length - 1); k++) {
                low = positive[k + 1] > OUTLIER * positive[k] ? positive[k + 1] : low;
            }
            double bottom = rounded(low, false);
            double top = rounded(high, true);
            styler.setYAxisLogarithmic(true)
                    .setYAxisLogarithmicDecadeOnly(top / bottom > 100)
                    .setYAxisMin(bottom)
                    .setYAxisMax(top)
                    .setYAxisTickLabelsFormattingFunction(labels(bottom, top));
            return;
        }
        double low = Math.min(values().min().orElse(0), figure.limits().zero() ? 0 : Double.POSITIVE_INFINITY);
        double high = Math.max(values().max().orElse(1), figure.limits().zero() ? 0 : Double.NEGATIVE_INFINITY);
        double most = high <= figure.limits().most().orElse(Double.NEGATIVE_INFINITY) + 1e-12
                ? figure.limits().most().getAsDouble()
                : Double.POSITIVE_INFINITY;
        double least = low >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        double half = 0.54
                * Math.max(
                        high - low,
                        Math.max(
                                1e-4 * Math.max(Math.abs(low), Math.abs(high)),
                                figure.limits().floor()));
        double middle = (low + high) / 2;
        double step = Panel.step(2 * (half > 0 ? half : 1));
        styler.setYAxisMin(Math.max(least, step * Math.floor((middle - half) / step)))
                .setYAxisMax(Math.min(most, step * Math.ceil((middle + (half > 0 ? half : 1)) / step)))
                .setYAxisTickLabelsFormattingFunction(value -> plain(Math.abs(value) < 1e-9 * step ? 0 : value));
    }

    private DoubleStream values() {
        DoubleStream own = figure.curves().stream().flatMapToDouble(curve -> Arrays.stream(curve.values()));
        return DoubleStream.concat(own, DoubleStream.of(figure.limits().alike()))
                .filter(Double::isFinite);
    }

    /** A power of ten, or 2 or 5 times one. */
    private static double rounded(double value, boolean up) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        double[] steps = {1, 2, 5, 10};
        double found = up ? 10 : 1;
        for (int k = 0; k < steps.length; k++) {
            double step = up ? steps[steps.length - 1 - k] : steps[k];
            if (up ? step * power >= value * (1 - 1e-9) : step * power <= value * (1 + 1e-9)) {
                found = step;
            }
        }
        return found * power;
    }

    /** Powers of ten; where few fit, 2 and 5 times them as well. */
    private static Function<Double, String> labels(double low, double high) {
        double decades = Math.log10(high / low);
        long stride = (long) Math.max(1, Math.ceil(decades / 9));
        return value -> {
            long power = (long) Math.floor(Math.log10(value) + 1e-9);
            double mantissa = value / Math.pow(10, (double) power);
            boolean whole = Math.abs(mantissa - 1) < 1e-6;
            if (whole && decades >= 2) {
                return power % stride == 0 ? ten(power) : "";
            }
            boolean shown = whole
                    || decades < 2 && (Math.abs(mantissa - 2) < 1e-6 || Math.abs(mantissa - 5) < 1e-6)
                    || decades < 0.7;
            return shown ? plain(value) : "";
        };
    }

    private static String ten(long power) {
        if (power >= -1 && power <= 3) {
            return plain(Math.pow(10, (double) power));
        }
        return "10" + Panel.superscript(power);
    }

    /** To five digits, without zeros at the end. */
    static String plain(double value) {
        if (value == 0) {
            return "0";
        }
        java.math.BigDecimal digits = new java.math.BigDecimal(value)
                .round(new java.math.MathContext(5))
                .stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        String text = exponent >= -4 && exponent < 6
                ? digits.toPlainString()
                : digits.scaleByPowerOfTen(-exponent).toPlainString() + "·10" + Panel.superscript(exponent);
        return text.replace('-', '−');
    }

    // ---- curves

    private void add(Curve curve) {
        double[] values = curve.values().clone();
        double bottom = Optional.ofNullable(chart.getStyler().getYAxisMin()).orElse(Double.NEGATIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || logarithmic && values[i] < bottom) {
                values[i] = Double.NaN;
            }
        }
        if (Arrays.stream(values).noneMatch(Double::isFinite)) {
            return;
        }
        shown.add(curve);
        XYSeries series = chart.addSeries(
                String.valueOf(shown.size()), figure.points(), values, bars(values, curve.errors(), curve.line()));
        Color color = FigurePlot.colour(curve.colour());
        boolean marked = !curve.line() && figure.points().length <= MOST_MARKS;
        series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE)
                .setMarkerColor(color)
                .setLineColor(color)
                .setLineStyle(stroke(curve));
    }

    /** Errors that can be seen; a bar would leave a logarithmic axis where the error is as large as the value. */
    private double @Nullable [] bars(double[] values, double @Nullable [] errors, boolean line) {
        if (errors == null || line || !figure.x().logarithmic()) {
            return null;
        }
        double[] shown = new double[values.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = Double.isFinite(errors[i]) && errors[i] < (logarithmic ? 0.9 * values[i] : Double.MAX_VALUE)
                    ? errors[i]
                    : 0;
        }
        return shown;
    }

    static BasicStroke stroke(Curve curve) {
        float[] dashes = curve.stroke().dashes();
        return dashes.length == 0
                ? new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
