package org.mixfield.pipeline;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;

/**
 * {@code checkpoint.h5}: a group for each section with a dataset for each array, or a group of parts where an array is too
 * long for one; the head and a CRC-32C of everything as attributes.
 */
final class CheckpointFile {

    /** Raised whenever an older Mixfield could not read what a newer one writes, or the other way round. */
    static final int FORMAT = 1;

    /** Numbers in one dataset: 512 MiB, which is also what a part takes in memory while it is written. */
    private static final int MOST_NUMBERS = 1 << 26;

    private static final String EMPTY = "empty";

    private CheckpointFile() {}

    /** Replaces the file, or leaves the one there is. */
    static void write(Path file, Checkpoint checkpoint) throws IOException {
        AtomicFile.replace(file, path -> {
            try (WritableHdfFile hdf = HdfFile.write(path)) {
                Checkpoint.Head head = checkpoint.head();
                hdf.putAttribute("format", FORMAT);
                hdf.putAttribute("mixfield", head.version());
                hdf.putAttribute("configuration", head.configuration());
                hdf.putAttribute("rows", head.rows());
                hdf.putAttribute("seconds", head.seconds());
                if (!checkpoint.warnings().isEmpty()) {
                    hdf.putAttribute("warnings", checkpoint.warnings().toArray(new String[0]));
                }
                hdf.putAttribute("orbitals", checkpoint.orbitals());
                hdf.putAttribute("sum", sum(checkpoint));
                checkpoint.sections().forEach((name, arrays) -> put(hdf.putGroup(encoded(name)), arrays));
            } catch (HdfException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private static void put(WritableGroup group, Map<String, double[]> arrays) {
        List<String> empty = arrays.entrySet().stream()
                .filter(entry -> entry.getValue().length == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!empty.isEmpty()) {
            group.putAttribute(EMPTY, empty.toArray(new String[0]));
        }
        arrays.forEach((name, array) -> {
            if (array.length > MOST_NUMBERS) {
                WritableGroup parts = group.putGroup(name);
                for (int from = 0, part = 0; from < array.length; from += MOST_NUMBERS, part++) {
                    int to = Math.min(array.length - from, MOST_NUMBERS) + from;
                    parts.putDataset(String.valueOf(part), Arrays.copyOfRange(array, from, to));
                }
            } else if (array.length > 0) {
                group.putDataset(name, array);
            }
        });
    }

    /**
     * The head of a checkpoint.
     *
     * @throws ConfigurationException where it cannot be read or is of another format
     */
    static Checkpoint.Head head(Path file) {
        return reading(file, hdf -> head(file, hdf));
    }

    /**
     * A checkpoint as it was written.
     *
     * @throws ConfigurationException where it is not
     */
    static Checkpoint read(Path file) {
        Checkpoint checkpoint = reading(file, hdf -> {
            Map<String, Map<String, double[]>> sections = new LinkedHashMap<>();
            for (Node node : hdf) {
                sections.put(decoded(node.getName()), arrays((Group) node));
            }
            List<String> warnings = hdf.getAttributes().containsKey("warnings")
                    ? List.of((String[]) hdf.getAttribute("warnings").getData())
                    : List.of();
            Checkpoint read = new Checkpoint(head(file, hdf), sections, warnings, (String)
                    hdf.getAttribute("orbitals").getData());
            if (sum(read) != (long) hdf.getAttribute("sum").getData()) {
                throw damaged(file, "its contents do not add up to the checksum");
            }
            return read;
        });
        return checkpoint;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(HdfFile hdf);
    }

    /** Whatever the reader of a damaged file throws is told as damage. */
    private static <T> T reading(Path file, Reading<T> reading) {
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(
                    file.toString(), "cannot be read: " + IoReason.of(new AccessDeniedException(file.toString())));
        }
        try (HdfFile hdf = new HdfFile(file)) {
            return reading.from(hdf);
        } catch (ConfigurationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static Checkpoint.Head head(Path file, HdfFile hdf) {
        String version = (String) hdf.getAttribute("mixfield").getData();
        int format = (int) hdf.getAttribute("format").getData();
        if (format != FORMAT) {
            throw new ConfigurationException(
                    file.toString(),
                    "is a checkpoint of format " + format + ", written by Mixfield " + version + "; this is Mixfield "
                            + Mixfield.version() + ", which reads format " + FORMAT + "; resume with that version");
        }
        return new Checkpoint.Head(
                (int) hdf.getAttribute("rows").getData(),
                (double) hdf.getAttribute("seconds").getData(),
                version,
                (String) hdf.getAttribute("configuration").getData());
    }

    private static ConfigurationException damaged(Path file, String how) {
        return new ConfigurationException(
                file.toString(),
                "is damaged (" + how + "); begin anew with mixfield run, in another directory or with --force");
    }

    private static Map<String, double[]> arrays(Group group) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        if (group.getAttributes().containsKey(EMPTY)) {
            for (String name : (String[]) group.getAttribute(EMPTY).getData()) {
                arrays.put(name, new double[0]);
            }
        }
        for (Node node : group) {
            arrays.put(node.getName(), node instanceof Dataset dataset ? numbers(dataset) : joined((Group) node));
        }
        return arrays;
    }

    private static double[] numbers(Dataset dataset) {
        return (double[]) dataset.getData();
    }

    private static double[] joined(Group parts) {
        Map<Integer, double[]> ordered = new TreeMap<>();
        for (Node part : parts) {
            ordered.put(Integer.valueOf(part.getName()), numbers((Dataset) part));
        }
        double[] whole = new double
                [ordered.values().stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : ordered.values()) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** Sinks of third parties have a '/' in their names, which separates groups in HDF5. */
    private static String encoded(String section) {
        return section.replace('/', ':');
    }

    private static String decoded(String group) {
        return group.replace(':', '/');
    }

    // ---- checksum

    /** Over head, warnings, names and numbers, whatever the order in which the file gives them. */
    private static long sum(Checkpoint checkpoint) {
        CRC32C sum = new CRC32C();
        add(sum, checkpoint.head().toString() + checkpoint.warnings() + checkpoint.orbitals());
        new TreeMap<>(checkpoint.sections()).forEach((section, arrays) -> {
            add(sum, section);
            new TreeMap<>(arrays).forEach((name, array) -> {
                add(sum, name + " " + array.length);
                add(sum, array);
            });
        });
        return sum.getValue();
    }

    private static void add(CRC32C sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(CRC32C sum, double[] array) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (int from = 0; from < array.length; from += buffer.capacity() / Double.BYTES) {
            buffer.clear();
            int count = Math.min(array.length - from, buffer.capacity() / Double.BYTES);
            buffer.asDoubleBuffer().put(array, from, count);
            buffer.limit(count * Double.BYTES);
            sum.update(buffer);
        }
    }
}
