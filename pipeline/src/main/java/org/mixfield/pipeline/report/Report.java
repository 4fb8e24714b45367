package org.mixfield.pipeline.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.RunRecord;
import org.mixfield.pipeline.figure.Bars;
import org.mixfield.pipeline.figure.DensityMaps;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.plot.FigurePlot;
import org.mixfield.pipeline.plot.NoFontsException;

/**
 * The report of a run, a study or a verification: {@code report.html}, one page that opens offline, and its figures as
 * pictures, {@code figures/*.png}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Report {

    static final String PAGE = "report.html";
    static final String PICTURES = "figures";

    private final ResultDirectory results;
    private final Map<String, Object> densities;
    private final ShownUnits units;
    private final List<Figure> figures;

    private Report(ResultDirectory results, Map<String, Object> densities) {
        this.results = results;
        this.densities = densities;
        this.units = ShownUnits.of(results.configuration());
        this.figures = figures();
    }

    /**
     * Makes page and pictures of what a directory holds. Densities are those of the page that was there before, or else of
     * {@code fields/*.h5}.
     *
     * @return the files, the page first
     * @throws ConfigurationException where the directory holds no run, or a file of it is not what Mixfield wrote
     * @throws IOException where a file cannot be read or written, or nothing can be drawn for want of fonts
     */
    public static List<Path> write(Path directory) throws IOException {
        Report report = in(directory);
        List<Path> files = new ArrayList<>();
        files.add(report.writePage());
        files.addAll(report.writePictures());
        return files;
    }

    /**
     * The same at the end of what takes long: a page alone where there are no fonts for pictures.
     *
     * @throws OutputFailure where a file cannot be written
     */
    public static void complete(Path directory) {
        try {
            write(directory);
        } catch (NoFontsException e) {
            // The page is there, and draws its figures itself.
        } catch (IOException e) {
            throw new OutputFailure(
                    "cannot make the report in " + directory + ": " + IoReason.of(e)
                            + "; all else is there, and 'mixfield" + " report' makes it",
                    e);
        }
    }

    /** That of what a directory holds. */
    static Report in(Path directory) throws IOException {
        ResultDirectory results = ResultDirectory.read(directory);
        return new Report(results, results.densities());
    }

    /** That of a run that ends now, the summary of which is not written yet. */
    static Report of(RunRecord run, Map<String, Object> summary, Map<String, Object> densities) throws IOException {
        Map<String, Object> manifest = ResultDirectory.json(run.directory().resolve("manifest.json"));
        Rows rows = ResultDirectory.rowsIn(run.directory(), manifest);
        return new Report(
                new ResultDirectory(run.directory(), rows, run.configuration(), summary, manifest, Map.of()),
                densities);
    }

    private List<Figure> figures() {
        List<Figure> all = new ArrayList<>();
        Optional<Growth> proven = Growth.found(results.verification());
        if (results.isStudy()) {
            all.addAll(ScalingFigures.ofStudy(results.rows(), results.study(), units));
        } else {
            boolean conserved = !results.summary().containsKey("energy");
            all.addAll(TimeFigures.of(results.rows(), units, results.particles(), conserved, proven));
        }
        all.addAll(ScalingFigures.ofVerification(results.verification(), results.isStudy(), units));
        return all;
    }

    /** Writes the page. */
    Path writePage() throws IOException {
        Path page = results.path().resolve(PAGE);
        AtomicFile.write(page, HtmlReport.render(data()));
        return page;
    }

    /** Everything as {@link HtmlReport} takes it. */
    Map<String, Object> data() {
        Map<String, Object> summary = results.summary();
        Rows rows = results.rows();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", summary.getOrDefault("name", results.configuration().getOrDefault("name", "unnamed")));
        data.put("kind", results.isStudy() ? "study" : "run");
        data.put("status", summary.getOrDefault("status", "unfinished"));
        data.put("theoremApplies", summary.getOrDefault("theorem-applies", "unknown"));
        data.put("formBounds", summary.getOrDefault("form-bounds", Map.of()));
        data.put(
                "columns",
                rows.columns().stream()
                        .map(column ->
                                Map.of("name", column.name(), "unit", column.unit(), "meaning", column.meaning()))
                        .toList());
        data.put(
                "units",
                units.toMap(Stream.concat(
                                rows.columns().stream().map(column -> column.unit()),
                                Stream.of("time", "length", "energy", "1/length", "1/length^2", "1/length^3"))
                        .toList()));
        data.put("rows", rows.values());
        data.put("densities", densities);
        data.put("figures", figures.stream().map(FigureView::toMap).toList());
        data.put("study", results.study());
        data.put("verification", results.verification());
        data.put("configuration", results.configuration());
        data.put("summary", summary);
        data.put("manifest", results.manifest());
        return data;
    }

    /** Writes the pictures, and removes those of an earlier report. */
    List<Path> writePictures() throws IOException {
        Path folder = Files.createDirectories(results.path().resolve(PICTURES));
        List<Path> files = new ArrayList<>();
        for (Figure figure : figures) {
            Path file = folder.resolve(figure.name() + ".png");
            FigurePlot.write(file, figure);
            files.add(file);
        }
        for (Bars bars : RemainderBars.of(results.rows(), results.isStudy(), units)) {
            Path file = folder.resolve(bars.name() + ".png");
            FigurePlot.write(file, bars);
            files.add(file);
        }
        DensityPictures pictures = DensityPictures.of(densities, units);
        for (Figure figure : pictures.curves()) {
            Path file = folder.resolve(figure.name() + ".png");
            FigurePlot.write(file, figure);
            files.add(file);
        }
        for (DensityMaps maps : pictures.maps()) {
            Path file = folder.resolve(maps.name() + ".png");
            FigurePlot.write(file, maps);
            files.add(file);
        }
        removeOthers(folder, files);
        return files;
    }

    private static void removeOthers(Path folder, List<Path> kept) throws IOException {
        try (DirectoryStream<Path> pictures = Files.newDirectoryStream(folder, "*.png")) {
            for (Path picture : pictures) {
                if (!kept.contains(picture)) {
                    Files.delete(picture);
                }
            }
        }
        if (kept.isEmpty()) {
            Files.deleteIfExists(folder);
        }
    }
}
