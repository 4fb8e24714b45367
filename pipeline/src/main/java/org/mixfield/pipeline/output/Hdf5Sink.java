package org.mixfield.pipeline.output;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.OneBodyDensity;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;

/**
 * One file for each snapshot: datasets {@code u} and {@code v} of shape (n₁, …, n_d, 2), the last axis (re, im), and the
 * attributes {@code time}, {@code length} and {@code points}; the group {@code profiles}, see {@link Profiles}; and of a
 * many-body state the group {@code one-body} with a group for each species: {@code density} of shape (n₁, …, n_d),
 * {@code occupations}, and the natural orbitals {@code natural-1}, {@code natural-2}, … like {@code u}.
 */
final class Hdf5Sink implements ResultSink {

    private @Nullable Path directory;

    @Override
    public void open(RunRecord run) {
        directory = run.directory().resolve("fields");
    }

    @Override
    public void row(double[] values) {}

    @Override
    public void fields(int number, double time, Map<String, ComplexField> fields, Map<String, OneBodyDensity> densities)
            throws IOException {
        Path folder = java.util.Objects.requireNonNull(directory, "the sink is not open");
        Files.createDirectories(folder);
        Path target = folder.resolve(String.format(Locale.ROOT, "%04d.h5", number));
        AtomicFile.replace(target, path -> write(path, time, fields, densities));
    }

    @Override
    public void close(Map<String, Object> summary) {}

    private static void write(
            Path path, double time, Map<String, ComplexField> fields, Map<String, OneBodyDensity> densities)
            throws IOException {
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute("time", time);
            for (Map.Entry<String, ComplexField> field : fields.entrySet()) {
                Grid grid = field.getValue().grid();
                file.putAttribute("points", grid.shape());
                file.putAttribute("length", grid.lengths());
                file.putDataset(field.getKey(), complex(field.getValue()));
            }
            Profiles.write(file.putGroup("profiles"), fields);
            if (!densities.isEmpty()) {
                WritableGroup group = file.putGroup("one-body");
                densities.forEach((species, density) -> write(group.putGroup(species), density));
            }
        } catch (HdfException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(WritableGroup group, OneBodyDensity state) {
        group.putDataset("density", nested(state.density(), state.grid().shape()));
        group.putDataset("occupations", state.occupations());
        for (int k = 0; k < state.orbitals().size(); k++) {
            group.putDataset("natural-" + (k + 1), complex(state.orbitals().get(k)));
        }
    }

    private static Object complex(ComplexField field) {
        int[] shape = field.grid().shape();
        int[] all = java.util.Arrays.copyOf(shape, shape.length + 1);
        all[shape.length] = 2;
        return nested(field.data(), all);
    }

    /** The values as the array of arrays that jhdf takes the shape from. */
    private static Object nested(double[] data, int[] shape) {
        Object array = Array.newInstance(double.class, shape);
        fill(array, data, 0);
        return array;
    }

    private static int fill(Object array, double[] data, int from) {
        if (array instanceof double[] line) {
            System.arraycopy(data, from, line, 0, line.length);
            return from + line.length;
        }
        int next = from;
        for (Object inner : (Object[]) array) {
            next = fill(inner, data, next);
        }
        return next;
    }
}
