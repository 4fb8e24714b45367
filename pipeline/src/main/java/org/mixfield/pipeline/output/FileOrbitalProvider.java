package org.mixfield.pipeline.output;

import com.google.auto.service.AutoService;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.model.OrbitalSite;

/**
 * {@code file}: an orbital of a snapshot that Mixfield wrote, {@code fields/NNNN.h5}, on the same grid. {@code orbital} says
 * which of the two: {@code same} (default), that of the species it is for, or {@code u} or {@code v}.
 */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class FileOrbitalProvider implements OrbitalProvider {

    /** The orbital of the species that starts from it. */
    private static final String SAME = "same";

    @Override
    public String name() {
        return "file";
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of(
                "file", "a snapshot of another run, fields/*.h5, on the same grid; relative to the configuration",
                "orbital", "which orbital of the snapshot: that of the same species, u or v"));
        Optional<Path> file = settings.path("file");
        String orbital = settings.choice("orbital", SAME, List.of(SAME, "u", "v"));
        file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path))
                .ifPresent(path -> settings.problem("file", "there is no file " + path + " that can be read"));
        Path path = file.orElse(Path.of(""));
        return site -> read(path, orbital.equals(SAME) ? site.species().key() : orbital, site);
    }

    private static ComplexField read(Path path, String orbital, OrbitalSite site) {
        Grid grid = site.grid();
        try (HdfFile file = new HdfFile(path)) {
            int[] points = (int[]) file.getAttribute("points").getData();
            double[] length = (double[]) file.getAttribute("length").getData();
            if (!Arrays.equals(points, grid.shape()) || !Arrays.equals(length, grid.lengths())) {
                throw new IllegalArgumentException(
                        path + " holds fields on " + Arrays.toString(points) + " points over " + Arrays.toString(length)
                                + ", and this run's grid has " + grid + "; the two must be the same");
            }
            Dataset dataset = file.getDatasetByPath(orbital);
            return ComplexField.over(grid, (double[]) dataset.getDataFlat());
        } catch (HdfException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(
                    path + " is no snapshot that Mixfield wrote, with the orbital " + orbital + ": " + e.getMessage(),
                    e);
        }
    }
}
