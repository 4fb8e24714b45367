package org.mixfield.pipeline.plot;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.mixfield.pipeline.figure.Bars;
import org.mixfield.pipeline.figure.DensityMaps;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Palette;

/** Pictures of figures, as PNG files of the size of a column in print. The files are there whole or not at all. */
@API(status = API.Status.EXPERIMENTAL)
public final class FigurePlot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 460;

    private FigurePlot() {}

    /**
     * Writes curves, on the first scale of the figure.
     *
     * @throws IOException where the file cannot be written, or nothing can be drawn for want of fonts
     */
    public static void write(Path file, Figure figure) throws IOException {
        Picture.write(file, WIDTH, HEIGHT, canvas -> new CurveChart(figure).paint(canvas, WIDTH, HEIGHT));
    }

    /**
     * Writes bars.
     *
     * @throws IOException as {@link #write(Path, Figure)}
     */
    public static void write(Path file, Bars bars) throws IOException {
        Picture.write(file, WIDTH, HEIGHT, canvas -> new BarChart(bars).paint(canvas, WIDTH, HEIGHT));
    }

    /**
     * Writes maps.
     *
     * @throws IOException as {@link #write(Path, Figure)}
     */
    public static void write(Path file, DensityMaps maps) throws IOException {
        MapChart chart = new MapChart(maps);
        Picture.write(file, chart.width(), chart.height(), chart::paint);
    }

    static Color colour(int number) {
        return new Color(Palette.colour(number));
    }
}
