package org.mixfield.pipeline.output;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
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
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;

/**
 * One file for each snapshot: datasets {@code u} and {@code v} of shape (n₁, …, n_d, 2), the last axis (re, im), and the
 * attributes {@code time}, {@code length} and {@code points}; and the group {@code profiles}, see {@link Profiles}.
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
    public void fields(int number, double time, Map<String, ComplexField> fields) throws IOException {
        Path folder = java.util.Objects.requireNonNull(directory, "the sink is not open");
        Files.createDirectories(folder);
        Path target = folder.resolve(String.format(Locale.ROOT, "%04d.h5", number));
        AtomicFile.replace(target, path -> write(path, time, fields));
    }

    @Override
    public void close(Map<String, Object> summary) {}

    private static void write(Path path, double time, Map<String, ComplexField> fields) throws IOException {
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute("time", time);
            for (Map.Entry<String, ComplexField> field : fields.entrySet()) {
                Grid grid = field.getValue().grid();
                file.putAttribute("points", grid.shape());
                file.putAttribute("length", grid.lengths());
                file.putDataset(field.getKey(), nested(field.getValue().data(), grid.shape()));
            }
            Profiles.write(file.putGroup("profiles"), fields);
        } catch (HdfException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The interleaved values as the array of arrays that jhdf takes the shape from. */
    private static Object nested(double[] data, int[] shape) {
        int[] all = java.util.Arrays.copyOf(shape, shape.length + 1);
        all[shape.length] = 2;
        Object array = Array.newInstance(double.class, all);
        fill(array, data, 0);
        return array;
    }

    private static int fill(Object array, double[] data, int from) {
        if (array instanceof double[] pair) {
            System.arraycopy(data, from, pair, 0, pair.length);
            return from + pair.length;
        }
        int next = from;
        for (Object inner : (Object[]) array) {
            next = fill(inner, data, next);
        }
        return next;
    }
}
