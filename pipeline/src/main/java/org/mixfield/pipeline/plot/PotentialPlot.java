package org.mixfield.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apiguardian.api.API;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.FormBoundView;

/** A picture of a pair potential and of its form bound, three charts side by side, as a PNG file. */
@API(status = API.Status.EXPERIMENTAL)
public final class PotentialPlot {

    private static final int PANEL = 520;
    private static final int HEADER = 58;
    private static final int HEIGHT = 440;
    private static final int MARGIN = 20;

    /** Pixels for a point, so that it is sharp on paper. */
    private static final int SCALE = 2;

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
        BufferedImage picture;
        try {
            picture = draw(name, potential, dimension, bound);
        } catch (LinkageError | InternalError e) {
            throw new IOException("this Java cannot draw text; install fontconfig and a font (" + e + ")", e);
        }
        AtomicFile.replace(file, path -> {
            // Not by the path, with which ImageIO prints a failure before it throws another.
            try (OutputStream out = Files.newOutputStream(path)) {
                ImageIO.write(picture, "png", out);
            }
        });
    }

    static BufferedImage draw(String name, PairPotential potential, int dimension, FormBound bound) {
        List<Panel> panels = List.of(
                PotentialPanel.of(Directions.of(potential, dimension)),
                TransformPanel.of(potential, dimension),
                TrialPanel.of(Directions.of(potential, dimension), dimension, bound));
        int width = PANEL * panels.size() + 2 * MARGIN;
        BufferedImage picture = new BufferedImage(SCALE * width, SCALE * (HEIGHT + HEADER), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.scale(SCALE, SCALE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, HEIGHT + HEADER);
        header(canvas, name, dimension, bound);
        for (int i = 0; i < panels.size(); i++) {
            Graphics2D part = (Graphics2D) canvas.create(MARGIN + i * PANEL, HEADER, PANEL, HEIGHT);
            panels.get(i).paint(part, PANEL, HEIGHT);
            part.dispose();
        }
        canvas.dispose();
        return picture;
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
