package org.mixfield.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Problem;

/** Configurations for tests: one that is right, to be changed by a word. */
final class Configurations {

    /** A Hartree run in one dimension that takes a fraction of a second. */
    static final String SMALL = """
            mixfield: 1
            name: small
            grid: {points: [32], length: [12]}
            species:
              u: {particles: 20, initial: {type: gaussian, center: [0.5], width: 1.0}}
              v: {particles: 10, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: soft-coulomb, strength: 1.0, softening: 1.0}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.5, range: 1.0}
            time: {end: 0.2, outputs: 4}
            solvers:
              hartree: {type: spectral, method: strang, step: 0.01}
            """;

    private Configurations() {}

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("run.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problems that loading and checking a text finds, as a user sees them, without the folder's name. */
    static java.util.List<String> problems(Path folder, String text, String... overrides) {
        Path file = write(folder, text);
        try (Mixfield mixfield = Mixfield.open()) {
            mixfield.load(file, java.util.List.of(overrides)).check();
            return java.util.List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream()
                    .map(Problem::toString)
                    .map(line -> line.replace(folder + "/", ""))
                    .toList();
        }
    }
}
