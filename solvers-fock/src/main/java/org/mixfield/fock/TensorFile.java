package org.mixfield.fock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arrays in one file of a cache: eight bytes that tell what it is, the key, the numbers in network order, SHA-256 over all of
 * it. A file that is not exactly this is none. Written beside its place and moved there, so that it is never there in part.
 */
final class TensorFile {

    private static final byte[] MAGIC = "MXTENS1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String PREFIX = "tensors-";
    private static final String SUFFIX = ".bin";
    private static final String UNFINISHED = ".tmp";
    private static final int KEY = 32;
    private static final int FRAME = MAGIC.length + 2 * KEY;

    /** What all files together may take; those not used for longest are deleted. */
    private static final long MOST_BYTES = 1L << 30;

    /** Numbers that take more than a quarter of that are not kept. */
    private static final long LARGEST = MOST_BYTES / 4;

    /** An unfinished file this old is of a process that is gone. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path folder;
    private final Path place;

    TensorFile(Path folder, String name) {
        this.folder = folder;
        this.place = folder.resolve(PREFIX + name + SUFFIX);
    }

    /** The arrays, of these lengths; empty where there is no such file or it is not whole. */
    Optional<double[][]> read(byte[] key, int... lengths) {
        long bytes = FRAME + 8 * Arrays.stream(lengths).asLongStream().sum();
        try {
            if (bytes > LARGEST || !Files.isRegularFile(place) || Files.size(place) != bytes) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(place);
            if (content.length != bytes || !isWhole(content, key)) {
                return Optional.empty();
            }
            double[][] arrays = new double[lengths.length][];
            int at = MAGIC.length + KEY;
            for (int i = 0; i < lengths.length; i++) {
                arrays[i] = new double[lengths[i]];
                ByteBuffer.wrap(content, at, 8 * lengths[i]).asDoubleBuffer().get(arrays[i]);
                at += 8 * lengths[i];
            }
            touch();
            return Optional.of(arrays);
        } catch (IOException | SecurityException e) {
            // What cannot be read is not there.
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] content, byte[] key) {
        int end = content.length - KEY;
        MessageDigest digest = TensorKey.sha256();
        digest.update(content, 0, end);
        return Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && Arrays.equals(content, MAGIC.length, MAGIC.length + KEY, key, 0, KEY)
                && Arrays.equals(content, end, content.length, digest.digest(), 0, KEY);
    }

    /** The time of the last use is that of the file; a folder that is only read keeps the time of writing. */
    private void touch() {
        try {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
        } catch (IOException | SecurityException e) {
            // It may be deleted a little early then.
        }
    }

    /** Writes the arrays, or does nothing where that is not possible. */
    void write(byte[] key, double[]... arrays) {
        long bytes = FRAME
                + 8 * Arrays.stream(arrays).mapToLong(array -> array.length).sum();
        if (bytes > LARGEST) {
            return;
        }
        ByteBuffer content = ByteBuffer.allocate((int) bytes);
        content.put(MAGIC).put(key);
        for (double[] array : arrays) {
            content.asDoubleBuffer().put(array);
            content.position(content.position() + 8 * array.length);
        }
        MessageDigest digest = TensorKey.sha256();
        digest.update(content.array(), 0, content.position());
        content.put(digest.digest());
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, PREFIX, UNFINISHED);
            try {
                Files.write(beside, content.array());
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
            tidy(folder, MOST_BYTES);
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            // A read-only home, a full disk: the next run computes the numbers again.
        }
    }

    /** Deletes what unfinished writing left, and the files not used for longest until the rest is small enough. */
    static void tidy(Path folder, long mostBytes) throws IOException {
        long left = mostBytes;
        for (Path file : newestFirst(folder)) {
            if (file.toString().endsWith(UNFINISHED)) {
                if (used(file).isBefore(Instant.now().minus(FORGOTTEN))) {
                    Files.deleteIfExists(file);
                }
            } else {
                left -= Files.exists(file) ? Files.size(file) : 0;
                if (left < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Our files only, whatever else is in the folder. */
    private static List<Path> newestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(PREFIX) && (name.endsWith(SUFFIX) || name.endsWith(UNFINISHED));
                    })
                    .sorted(Comparator.comparing(TensorFile::used).reversed())
                    .toList();
        }
    }

    private static Instant used(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
