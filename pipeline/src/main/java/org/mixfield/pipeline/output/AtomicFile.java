package org.mixfield.pipeline.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Files that are there whole or not at all: written beside their place, synced, and renamed, and the directory synced. An
 * interrupt of the thread does not harm them; it is still set afterwards.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class AtomicFile {

    /** What the name of a file ends with while it is written. */
    static final String UNFINISHED = ".part";

    private AtomicFile() {}

    /** Writes a file at the path it is given; perhaps more than once. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path path) throws IOException;
    }

    /** Writes a text, in UTF-8. */
    public static void write(Path target, String text) throws IOException {
        replace(target, path -> {
            try (FileOutputStream out = new FileOutputStream(path.toFile())) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Replaces a file by what {@code content} writes. */
    public static void replace(Path target, Content content) throws IOException {
        // An interrupt closes channels, even one that came before; it waits until the file is there.
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    attempt(target, content);
                    return;
                } catch (IOException | RuntimeException e) {
                    if (!Thread.interrupted() || !isClosedByInterrupt(e)) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void attempt(Path target, Content content) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            content.writeTo(unfinished);
            try (FileOutputStream written = new FileOutputStream(unfinished.toFile(), true)) {
                written.getFD().sync();
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(target.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** So that the new name, too, outlasts a loss of power. Not every system lets a directory be opened. */
    private static void syncDirectory(@Nullable Path directory) throws IOException {
        if (directory == null) {
            return;
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static boolean isClosedByInterrupt(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }
}
