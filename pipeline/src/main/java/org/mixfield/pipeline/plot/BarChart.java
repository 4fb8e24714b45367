package org.mixfield.pipeline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import org.mixfield.pipeline.figure.Bars;

/** Bars on a logarithmic scale, with names below them and levels across. XChart has no bars of several groups on one axis. */
final class BarChart {

    private static final int LEFT = 76;
    private static final int RIGHT = 96;
    private static final int TOP = 52;
    private static final int BOTTOM = 44;

    /** Decades below the largest value. */
    private static final double MOST_DECADES = 8;

    private final Bars bars;
    private final double low;
    private final double high;

    BarChart(Bars bars) {
        this.bars = bars;
        double[] positive = DoubleStream.concat(
                        bars.groups().stream().flatMapToDouble(group -> DoubleStream.of(group.values())),
                        bars.levels().stream().mapToDouble(Bars.Level::value))
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        this.high = Math.ceil(Math.log10(DoubleStream.of(positive).max().orElse(1)) + 0.02);
        double least = Math.floor(Math.log10(DoubleStream.of(positive).min().orElse(0.1)) - 0.02);
        this.low = Math.max(least, high - MOST_DECADES);
    }

    void paint(Graphics2D canvas, int width, int height) {
        int bottom = height - BOTTOM;
        canvas.setColor(Panel.TEXT);
        canvas.setFont(Panel.font(Font.BOLD, 14));
        canvas.drawString(bars.title(), (width - canvas.getFontMetrics().stringWidth(bars.title())) / 2, 24);
        canvas.setFont(Panel.font(Font.PLAIN, 12));
        canvas.drawString(bars.quantity(), 10, TOP - 12);
        grid(canvas, width, bottom);
        int count = bars.groups().stream()
                .mapToInt(group -> group.values().length + 1)
                .sum();
        double slot = (width - LEFT - RIGHT) / (double) Math.max(1, count);
        double x = LEFT + slot / 2;
        for (Bars.Group group : bars.groups()) {
            for (int j = 0; j < group.values().length; j++) {
                bar(canvas, group, j, x, slot, bottom);
                x += slot;
            }
            canvas.setColor(FigurePlot.colour(group.colour()));
            canvas.drawString(group.label(), (int) (x - slot * (group.values().length + 1) / 2), height - 8);
            x += slot;
        }
        levels(canvas, width, bottom);
    }

    private double y(double value, int bottom) {
        double part = (Math.log10(value) - low) / Math.max(1, high - low);
        return bottom - Math.max(0, Math.min(1, part)) * (bottom - TOP);
    }

    private void grid(Graphics2D canvas, int width, int bottom) {
        for (int power = (int) low; power <= high; power++) {
            double at = y(Math.pow(10, power), bottom);
            canvas.setColor(Panel.GRID);
            canvas.draw(new Line2D.Double(LEFT, at, width - (double) RIGHT, at));
            canvas.setColor(Panel.MUTED);
            String text = "10" + Panel.superscript(power);
            canvas.drawString(text, LEFT - 8 - canvas.getFontMetrics().stringWidth(text), (int) at + 4);
        }
    }

    private void bar(Graphics2D canvas, Bars.Group group, int j, double x, double slot, int bottom) {
        double value = group.values()[j];
        canvas.setColor(FigurePlot.colour(group.colour()));
        if (value > 0) {
            double top = y(value, bottom);
            canvas.fill(new Rectangle2D.Double(x + 0.1 * slot, top, 0.8 * slot, bottom - top));
        }
        canvas.setColor(Panel.MUTED);
        String name = group.names().get(j);
        canvas.drawString(name, (int) (x + (slot - canvas.getFontMetrics().stringWidth(name)) / 2), bottom + 17);
    }

    private void levels(Graphics2D canvas, int width, int bottom) {
        double free = Double.POSITIVE_INFINITY;
        for (Bars.Level level : bars.levels().stream()
                .sorted(java.util.Comparator.comparingDouble(Bars.Level::value))
                .toList()) {
            double at = y(level.value(), bottom);
            Color color = FigurePlot.colour(level.colour());
            canvas.setColor(color);
            canvas.setStroke(
                    new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
            canvas.draw(new Line2D.Double(LEFT, at, width - (double) RIGHT, at));
            free = Math.min(at, free - 15);
            canvas.drawString(level.label(), width - RIGHT + 6, (int) free + 4);
        }
        canvas.setStroke(new BasicStroke(1));
    }
}
