package org.mixfield.pipeline.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.pipeline.output.FormBoundView;

/** A picture of a pair potential and of its form bound, three charts side by side, as a PNG file. */
@API(status = API.Status.EXPERIMENTAL)
public final class PotentialPlot {

    private static final int PANEL = 520;
    private static final int HEADER = 58;
    private static final int HEIGHT = 440;
    private static final int MARGIN = 20;

    private static final int LONGEST_NAME = 150;

    private PotentialPlot() {}

    /**
     * Writes the picture; the file is there whole or not at all.
     *
     * @param name the potential in a few words
     * @throws IOException where the file cannot be written, or nothing can be drawn for want of fonts
     */
    public static void write(Path file, String name, PairPotential potential, int dimension, FormBound bound)
            throws IOException {
        List<Panel> panels = panels(potential, dimension, bound);
        Picture.write(file, width(panels), HEIGHT + HEADER, canvas -> paint(canvas, panels, name, dimension, bound));
    }

    static BufferedImage draw(String name, PairPotential potential, int dimension, FormBound bound) {
        List<Panel> panels = panels(potential, dimension, bound);
        return Picture.draw(width(panels), HEIGHT + HEADER, canvas -> paint(canvas, panels, name, dimension, bound));
    }

    private static List<Panel> panels(PairPotential potential, int dimension, FormBound bound) {
        return List.of(
                PotentialPanel.of(Directions.of(potential, dimension)),
                TransformPanel.of(potential, dimension),
                TrialPanel.of(Directions.of(potential, dimension), dimension, bound));
    }

    private static int width(List<Panel> panels) {
        return PANEL * panels.size() + 2 * MARGIN;
    }

    private static void paint(Graphics2D canvas, List<Panel> panels, String name, int dimension, FormBound bound) {
        header(canvas, name, dimension, bound);
        for (int i = 0; i < panels.size(); i++) {
            Graphics2D part = (Graphics2D) canvas.create(MARGIN + i * PANEL, HEADER, PANEL, HEIGHT);
            panels.get(i).paint(part, PANEL, HEIGHT);
            part.dispose();
        }
    }

    private static void header(Graphics2D canvas, String name, int dimension, FormBound bound) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + " …";
        canvas.setColor(Panel.TEXT);
        canvas.setFont(Panel.font(Font.BOLD, 16));
        canvas.drawString(shown + ", d = " + dimension, 2 * MARGIN, 28);
        canvas.setFont(Panel.font(Font.PLAIN, 14));
        canvas.setColor(bound instanceof FormBound.Violated ? Panel.ORANGE : Panel.GREEN);
        canvas.drawString(verdict(bound), 2 * MARGIN, 50);
    }

    private static String verdict(FormBound bound) {
        if (bound instanceof FormBound.Violated) {
            return "violated: no K satisfies V² ≤ K(1 − Δ)";
        }
        return (bound instanceof FormBound.Proven ? "proven" : "computed") + ": V² ≤ K(1 − Δ) with the least "
                + FormBoundView.constant(bound).replace("<=", "≤");
    }
}
