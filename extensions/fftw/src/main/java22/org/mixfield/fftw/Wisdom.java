package org.mixfield.fftw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What FFTW found out about the machine, kept from one run to the next. Nothing that goes wrong with it is an error: plans
 * are then made anew. Used under the lock of the planner.
 */
final class Wisdom {

    private final Optional<Path> file;
    private final Fftw fftw;
    private boolean recalled;

    private Wisdom(Optional<Path> file, Fftw fftw) {
        this.file = file;
        this.fftw = fftw;
    }

    /** In a folder, by the version of the library; nowhere without one. */
    static Wisdom in(Optional<Path> folder, String version, Fftw fftw) {
        String name = version.replaceAll("[^A-Za-z0-9._-]", "-") + "-" + System.getProperty("os.arch") + ".wisdom";
        return new Wisdom(folder.map(parent -> parent.resolve(name)), fftw);
    }

    boolean isKept() {
        return file.isPresent();
    }

    /** Reads what earlier runs kept, once. */
    void recall() {
        if (!recalled) {
            recalled = true;
            file.filter(Files::isReadable).ifPresent(fftw::readWisdom);
        }
    }

    /** Writes it, with what others have written meanwhile. */
    void keep() {
        file.ifPresent(path -> {
            try {
                Path folder = path.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                Path whole = Files.createTempFile(folder, "fftw-", ".part");
                try {
                    if (Files.isReadable(path)) {
                        fftw.readWisdom(path);
                    }
                    if (fftw.writeWisdom(whole)) {
                        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    }
                } finally {
                    Files.deleteIfExists(whole);
                }
            } catch (IOException | SecurityException unwritable) {
                // Plans are measured again by the next run.
            }
        });
    }
}
