package org.mixfield.pipeline.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;

/**
 * Files that are there whole or not at all: written beside their place, synced, and renamed. An interrupt of the thread
 * does not harm them.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class AtomicFile {

    /** What the name of a file ends with while it is written. */
    static final String UNFINISHED = ".part";

    private AtomicFile() {}

    /** Writes a file at the path it is given. */
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
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            content.writeTo(unfinished);
            try (FileOutputStream written = new FileOutputStream(unfinished.toFile(), true)) {
                written.getFD().sync();
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
