package org.mixfield.pipeline.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.ConfigurationException;

/**
 * Keeps two processes from writing to one directory: a lock of the system on its {@code run.yaml}, which goes with the
 * process however that ends. A file system without locks does not have this protection.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RunLock implements AutoCloseable {

    private static final String FILE = "run.yaml";

    private final @Nullable RandomAccessFile file;

    private RunLock(@Nullable RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Takes the lock of a directory; nothing where there is no {@code run.yaml} in it.
     *
     * @throws ConfigurationException where somebody has it
     */
    public static RunLock take(Path directory) {
        Path path = directory.resolve(FILE);
        if (!Files.isRegularFile(path) || !Files.isWritable(path)) {
            return new RunLock(null);
        }
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            boolean taken = false;
            try {
                taken = isTaken(file);
            } finally {
                if (!taken) {
                    file.close();
                }
            }
            if (!taken) {
                throw new ConfigurationException(
                        directory.toString(),
                        "a run is writing to this directory; wait until it ends, or end it first");
            }
            return new RunLock(file);
        } catch (IOException e) {
            return new RunLock(null);
        }
    }

    private static boolean isTaken(RandomAccessFile file) throws IOException {
        try {
            @Nullable FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                return; // the lock goes with the process
            }
        }
    }
}
