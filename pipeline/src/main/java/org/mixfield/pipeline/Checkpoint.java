package org.mixfield.pipeline;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * All that a run needs in order to go on in another process.
 *
 * @param head what it belongs to and how far the run was
 * @param sections arrays by name, in sections: {@code initial}, {@code hartree}, {@code fock}, {@code sink.csv}, …; the
 *     arrays may be in use by the run, valid until it moves on
 * @param warnings what the summary warned of so far
 * @param orbitals what is to be said of the initial orbitals, in JSON
 */
record Checkpoint(Head head, Map<String, Map<String, double[]>> sections, List<String> warnings, String orbitals) {

    /** Its name in the directory of a run. */
    static final String FILE = "checkpoint.h5";

    /**
     * The part that is read first.
     *
     * @param rows rows written
     * @param seconds wall time that the run has taken so far
     * @param version of the Mixfield that wrote it
     * @param configuration {@link #digest} of the run's {@code run.yaml}
     */
    record Head(int rows, double seconds, String version, String configuration) {}

    /** A section; empty where there is none. */
    Map<String, double[]> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    /** Where the checkpoint of a run in this directory is. */
    static Path in(Path directory) {
        return directory.resolve(FILE);
    }

    /** SHA-256 in hexadecimal. */
    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
