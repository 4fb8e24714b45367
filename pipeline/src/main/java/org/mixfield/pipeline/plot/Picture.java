package org.mixfield.pipeline.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.mixfield.pipeline.output.AtomicFile;

/** A picture on white, sharp on paper, as a PNG file. */
final class Picture {

    /** Pixels for a point. */
    private static final int SCALE = 2;

    private Picture() {}

    /** What draws on a canvas measured in points. */
    @FunctionalInterface
    interface Drawing {
        void on(Graphics2D canvas);
    }

    /**
     * Writes it; the file is there whole or not at all.
     *
     * @throws NoFontsException where nothing can be drawn for want of fonts
     * @throws IOException where the file cannot be written
     */
    static void write(Path file, int width, int height, Drawing drawing) throws IOException {
        BufferedImage picture;
        try {
            picture = draw(width, height, drawing);
        } catch (LinkageError | InternalError e) {
            throw new NoFontsException(e);
        }
        AtomicFile.replace(file, path -> {
            // Not by the path, with which ImageIO prints a failure before it throws another.
            try (OutputStream out = Files.newOutputStream(path);
                    MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "png", image);
            }
        });
    }

    static BufferedImage draw(int width, int height, Drawing drawing) {
        BufferedImage picture = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.scale(SCALE, SCALE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        drawing.on(canvas);
        canvas.dispose();
        return picture;
    }
}
