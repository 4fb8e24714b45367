package org.mixfield.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** When checkpoints are written, and the file they are written to. Used by the thread that computes, between two steps. */
final class Checkpoints {

    /** Some thirty years. */
    private static final double MOST_NANOS = 1e18;

    private final Path file;
    private final long nanosBetween;
    private final Supplier<Checkpoint> contents;
    private long last = System.nanoTime();

    /**
     * For the run in a directory.
     *
     * @param secondsBetween wall time between two checkpoints; 0 for none until one is asked for
     * @param contents the run as it stands
     */
    Checkpoints(Path directory, double secondsBetween, Supplier<Checkpoint> contents) {
        this.file = Checkpoint.in(directory);
        this.nanosBetween = (long) Math.min(1e9 * secondsBetween, MOST_NANOS);
        this.contents = contents;
    }

    /** Writes one where it is time to. One that cannot be written leaves the one before. */
    void writeIfDue() throws IOException {
        if (nanosBetween > 0 && System.nanoTime() - last >= nanosBetween) {
            write();
        }
    }

    /** Writes one. */
    void write() throws IOException {
        CheckpointFile.write(file, contents.get());
        last = System.nanoTime();
    }

    boolean exist() {
        return Files.exists(file);
    }

    /** Removes the last one, when the run is complete. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // it harms nobody: the summary says that the run is complete
        }
    }
}
