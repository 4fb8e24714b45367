package org.mixfield.pipeline.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.mixfield.pipeline.figure.Curve;

/** The names of curves in as many lines as they take; those of XChart run out of the picture. */
final class Legend {

    private static final int SAMPLE = 26;
    private static final int GAP = 18;
    private static final int LINE = 18;

    private final Graphics2D canvas;
    private final FontMetrics metrics;
    private final List<List<Curve>> lines = new ArrayList<>();

    Legend(Graphics2D canvas, List<Curve> curves, int width) {
        this.canvas = canvas;
        canvas.setFont(Panel.font(Font.PLAIN, 12));
        this.metrics = canvas.getFontMetrics();
        int x = 0;
        for (Curve curve : curves) {
            if (lines.isEmpty() || x + width(curve) > width) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.get(lines.size() - 1).add(curve);
            x += width(curve);
        }
    }

    private int width(Curve curve) {
        return SAMPLE + 6 + metrics.stringWidth(curve.label()) + GAP;
    }

    int height() {
        return LINE * lines.size() + 8;
    }

    void paint(int left, int top) {
        canvas.setFont(Panel.font(Font.PLAIN, 12));
        for (int k = 0; k < lines.size(); k++) {
            int x = left;
            int y = top + LINE * k + LINE / 2;
            for (Curve curve : lines.get(k)) {
                canvas.setColor(FigurePlot.colour(curve.colour()));
                canvas.setStroke(CurveChart.stroke(curve));
                canvas.draw(new Line2D.Double(x, y, x + (double) SAMPLE, y));
                canvas.setColor(Panel.TEXT);
                canvas.drawString(curve.label(), x + SAMPLE + 6, y + 4);
                x += width(curve);
            }
        }
    }
}
