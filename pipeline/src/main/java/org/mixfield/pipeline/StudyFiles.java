package org.mixfield.pipeline;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;

/**
 * What a study has in its directory: the rows of complete scales in {@code study.csv}, and in {@code scales.json} which scales these
 * are, what each took and said, and the length and checksum of its rows. Rows that {@code scales.json} does not know of were being
 * written when a process was killed, and do not count.
 *
 * @param directory of the study
 * @param shard which part of the study it is
 * @param scales in the order of their rows
 */
record StudyFiles(Path directory, Shard shard, List<ScaleRecord> scales) {

    static final String TABLE = "study.csv";
    private static final String SCALES = "scales.json";

    StudyFiles {
        scales = List.copyOf(scales);
    }

    /** Whether a directory is that of a study. */
    static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(SCALES));
    }

    /**
     * What a directory holds.
     *
     * @throws ConfigurationException where it cannot be read
     */
    static StudyFiles read(Path directory) {
        Path file = directory.resolve(SCALES);
        try {
            Map<String, Object> map = Json.read(file);
            List<ScaleRecord> scales = new ArrayList<>();
            for (Object entry : (List<?>) map.getOrDefault("scales", List.of())) {
                scales.add(ScaleRecord.of(plain(entry)));
            }
            return new StudyFiles(directory, Shard.of(String.valueOf(map.get("shard"))), scales);
        } catch (IOException e) {
            throw new ConfigurationException(file.toString(), "cannot be read: " + IoReason.of(e));
        } catch (ClassCastException | NullPointerException e) {
            throw new ConfigurationException(
                    file.toString(), "is damaged; begin the study anew with mixfield study FILE --force");
        }
    }

    private static Map<String, Object> plain(Object entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) entry).forEach((key, value) -> map.put(String.valueOf(key), value));
        return map;
    }

    /** Writes {@code scales.json}. */
    void write() throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shard", shard.toString());
        map.put("scales", scales.stream().map(ScaleRecord::toMap).toList());
        AtomicFile.write(directory.resolve(SCALES), Json.write(map));
    }

    /** The same with one more scale. */
    StudyFiles with(ScaleRecord more) {
        List<ScaleRecord> all = new ArrayList<>(scales);
        all.add(more);
        return new StudyFiles(directory, shard, all);
    }

    Path table() {
        return directory.resolve(TABLE);
    }

    Optional<ScaleRecord> find(int scale) {
        return scales.stream().filter(one -> one.scale() == scale).findFirst();
    }

    List<ScaleRecord> complete() {
        return scales.stream().filter(one -> one.failure().isEmpty()).toList();
    }

    List<ScaleRecord> failed() {
        return scales.stream().filter(one -> one.failure().isPresent()).toList();
    }

    /**
     * Makes sure of the rows of all complete scales.
     *
     * @param header the first line of {@code study.csv}
     * @return the bytes of header and rows
     * @throws ConfigurationException where they are not as they were written
     */
    long verify(String header) {
        long length = 0;
        try (InputStream in = new BufferedInputStream(new FileInputStream(table().toFile()))) {
            byte[] first = in.readNBytes(header.length());
            if (!new String(first, StandardCharsets.US_ASCII).equals(header)) {
                throw new ConfigurationException(
                        table().toString(),
                        "has other columns than the study would have now: an observable was added, removed or changed;"
                                + " begin anew with --force");
            }
            length += first.length;
            for (ScaleRecord scale : complete()) {
                if (sum(in.readNBytes((int) scale.bytes())) != scale.sum()) {
                    throw new ConfigurationException(
                            table().toString(),
                            "is not as it was written: rows of " + scale.words() + " are missing or were changed; bring"
                                    + " the file back, or begin anew with --force");
                }
                length += scale.bytes();
            }
            return length;
        } catch (IOException e) {
            throw new ConfigurationException(table().toString(), "cannot be read: " + IoReason.of(e));
        }
    }

    static long sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    /** The rows of the first so many complete scales, each with its scale and particle numbers first. */
    List<double[]> rows(int rowsOfAScale, int count) {
        List<double[]> rows = new ArrayList<>();
        new EarlierRows(table(), count * rowsOfAScale).forEach(rows::add);
        return rows;
    }
}
