package org.mixfield.pipeline.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.InsufficientMemoryException;

/** The directory of one run. It is claimed once and was empty then, or held nothing that is touched but our own files. */
@API(status = API.Status.EXPERIMENTAL)
public final class OutputDirectory {

    private static final List<String> OWN_FILES = List.of(
            "run.yaml",
            "manifest.json",
            "observables.csv",
            "study.csv",
            "scales.json",
            "summary.json",
            "verification.json",
            "report.html",
            "checkpoint.h5");

    private static final String FIELDS = "fields";
    private static final String FIGURES = "figures";

    /** Folders, and what of them is ours. */
    private static final Map<String, Pattern> OWN_FOLDERS = Map.of(
            FIELDS, Pattern.compile("\\d{4,}\\.h5(\\.part)?"),
            FIGURES, Pattern.compile("[A-Za-z0-9_-]+\\.png(\\.part)?"));

    private final Path path;
    private final Optional<Path> made;

    private OutputDirectory(Path path, Optional<Path> made) {
        this.path = path;
        this.made = made;
    }

    /**
     * Looks without changing anything.
     *
     * @throws ConfigurationException where the directory holds something and {@code force} does not allow it
     * @throws OutputFailure where a file is in its place or it cannot be read
     */
    public static void refuseOccupied(Path path, boolean force) {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new OutputFailure(path + " is a file, not a directory; give another with --output", null);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            if (!force && entries.iterator().hasNext()) {
                throw new ConfigurationException(
                        path.toString(),
                        "the output directory is not empty; allow its results to be overwritten with --force, or give"
                                + " another with --output");
            }
        } catch (IOException e) {
            throw new OutputFailure(path + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /**
     * Makes the directory, and removes results of an earlier run from it where {@code force} allows it.
     *
     * @throws ConfigurationException where it holds something and {@code force} does not allow it, or a run is writing to it
     * @throws OutputFailure where it cannot be made or written to
     */
    public static OutputDirectory claim(Path path, boolean force) {
        refuseOccupied(path, force);
        RunLock.take(path).close();
        OutputDirectory directory = new OutputDirectory(path, firstMissing(path.toAbsolutePath()));
        try {
            Files.createDirectories(path);
            AtomicFile.write(path.resolve("summary.json"), "{}");
            directory.removeOwnFiles();
        } catch (IOException e) {
            directory.abandon();
            throw new OutputFailure(
                    "cannot write to the output directory " + path + ": " + IoReason.of(e)
                            + "; give another with --output",
                    e);
        }
        return directory;
    }

    /**
     * The directory of a run that stopped, without what a process that was killed has left half written.
     *
     * @throws OutputFailure where it cannot be written to
     */
    public static OutputDirectory reopen(Path path) {
        try {
            for (Path folder : List.of(path, path.resolve(FIELDS), path.resolve(FIGURES))) {
                if (Files.isDirectory(folder)) {
                    try (DirectoryStream<Path> entries =
                            Files.newDirectoryStream(folder, "*" + AtomicFile.UNFINISHED)) {
                        for (Path entry : entries) {
                            Files.delete(entry);
                        }
                    }
                }
            }
            Path probe = path.resolve("summary.json" + AtomicFile.UNFINISHED);
            Files.write(probe, new byte[] {'\n'});
            Files.delete(probe);
        } catch (IOException e) {
            throw new OutputFailure("cannot write to the output directory " + path + ": " + IoReason.of(e), e);
        }
        return new OutputDirectory(path, Optional.empty());
    }

    /** Its path. */
    public Path path() {
        return path;
    }

    /** @throws OutputFailure where the disk has less space than this */
    public void requireSpace(double bytes) {
        double free;
        try {
            free = Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            return; // some file systems do not tell
        }
        if (bytes > free) {
            throw new OutputFailure(
                    "the results take about " + InsufficientMemoryException.words(bytes) + " and "
                            + InsufficientMemoryException.words(free) + " are free in " + path
                            + "; ask for fewer fields, or give another directory with --output",
                    null);
        }
    }

    /** Leaves things as they were before it was claimed, as far as they were not overwritten. */
    public void abandon() {
        try {
            removeOwnFiles();
            Path inner = path.toAbsolutePath();
            while (made.isPresent() && inner != null && inner.startsWith(made.get())) {
                Files.deleteIfExists(inner);
                inner = inner.getParent();
            }
        } catch (IOException e) {
            // What cannot be removed stays; whoever abandons has something more important to say.
            return;
        }
    }

    private void removeOwnFiles() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        for (String name : OWN_FILES) {
            Files.deleteIfExists(path.resolve(name));
            Files.deleteIfExists(path.resolve(name + AtomicFile.UNFINISHED));
        }
        for (Map.Entry<String, Pattern> own : OWN_FOLDERS.entrySet()) {
            removeOwnFolder(path.resolve(own.getKey()), own.getValue());
        }
    }

    private static void removeOwnFolder(Path folder, Pattern files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        boolean others = false;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (files.matcher(String.valueOf(entry.getFileName())).matches()) {
                    Files.delete(entry);
                } else {
                    others = true;
                }
            }
        }
        if (!others) {
            Files.delete(folder);
        }
    }

    /** The outermost directory that has to be made. */
    private static Optional<Path> firstMissing(Path path) {
        Optional<Path> missing = Optional.empty();
        for (Path outer = path; outer != null && !Files.exists(outer); outer = outer.getParent()) {
            missing = Optional.of(outer);
        }
        return missing;
    }
}
