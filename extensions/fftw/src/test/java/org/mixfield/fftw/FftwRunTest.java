package org.mixfield.fftw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.Column;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Results;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunConfiguration.Transform;

/** Whole runs, and how a configuration chooses. */
class FftwRunTest {

    private static final Optional<String> MISSING = new FftwProvider().unavailable();

    /** A Coulomb mixture on a grid whose padded lengths have factors 2, 3 and 5, by both descriptions. */
    private static Map<String, Object> coulomb(String transform) {
        return Map.of(
                "mixfield", 1,
                "name", "both",
                "transform", transform,
                "grid", Map.of("points", List.of(18, 20, 16), "length", List.of(12, 12, 12)),
                "species", Map.of("u", species(0.4), "v", species(-0.3)),
                "interactions",
                        Map.of(
                                "uu", Map.of("type", "coulomb", "strength", 1),
                                "vv", Map.of("type", "yukawa", "strength", 1, "screening", 0.5),
                                "uv", Map.of("type", "coulomb", "strength", -0.5)),
                "time", Map.of("end", 0.4, "outputs", 4),
                "solvers",
                        Map.of(
                                "hartree", Map.of("type", "spectral", "method", "strang", "step", 0.02),
                                "fock",
                                        Map.of(
                                                "modes", Map.of("type", "harmonic", "count", 2, "stiffness", 1.0),
                                                "state", "factorised",
                                                "frames", List.of("laboratory"))));
    }

    private static Map<String, Object> species(double place) {
        return Map.of(
                "particles", 3,
                "trap", Map.of("type", "harmonic", "stiffness", List.of(1, 1, 1)),
                "initial", Map.of("type", "gaussian", "center", List.of(place, 0.1, 0), "width", 1.0));
    }

    /** One or two dimensions. */
    private static Map<String, Object> flat(String transform, int dimension) {
        Map<String, Object> pair = Map.of("type", "gaussian", "strength", 1, "range", 0.7);
        return Map.of(
                "mixfield", 1,
                "name", "flat",
                "transform", transform,
                "grid",
                        Map.of(
                                "points", List.of(49, 30).subList(0, dimension),
                                "length", List.of(12, 12).subList(0, dimension)),
                "species", Map.of("u", flatSpecies(0.4, dimension), "v", flatSpecies(-0.3, dimension)),
                "interactions", Map.of("uu", pair, "vv", pair, "uv", pair),
                "time", Map.of("end", 0.4, "outputs", 2),
                "solvers", Map.of("hartree", Map.of("type", "spectral", "method", "strang", "step", 0.02)));
    }

    private static Map<String, Object> flatSpecies(double place, int dimension) {
        return Map.of(
                "particles",
                3,
                "initial",
                Map.of("type", "gaussian", "center", List.of(place, 0.1).subList(0, dimension), "width", 1.0));
    }

    @Test
    void aRunHasTheSameObservables() {
        assumeTrue(MISSING.isEmpty(), () -> "FFTW: " + MISSING.orElseThrow());
        same(coulomb("fftw"), coulomb("jtransforms"));
        for (int dimension = 1; dimension <= 2; dimension++) {
            same(flat("fftw", dimension), flat("jtransforms", dimension));
        }
    }

    private static void same(Map<String, Object> one, Map<String, Object> reference) {
        try (Mixfield mixfield = Mixfield.open()) {
            Results mine = mixfield.load(one).run();
            Results other = mixfield.load(reference).run();
            for (Column column : other.columns()) {
                double[] expected = other.column(column.name());
                // Where symmetry makes a column vanish, what is left of it is rounding of numbers of order 1.
                double scale = Math.max(
                        0.1, Arrays.stream(expected).map(Math::abs).max().orElseThrow());
                assertThat(mine.column(column.name()))
                        .as(column.name())
                        .containsExactly(expected, within(1e-12 * scale));
            }
        }
    }

    @Test
    void theFastestThatIsThereIsTakenAndTheConfigurationNamesIt() {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = mixfield.load(coulomb("auto"));
            Transform transform = run.configuration().domain().transform();
            String taken = MISSING.isEmpty() ? "fftw" : "jtransforms";
            assertThat(transform.name()).isEqualTo(taken);
            assertThat(transform.instead()).isEqualTo(MISSING.orElse(""));
            assertThat(run.configuration().provenance().effective()).containsEntry("transform", taken);
            assertThat(mixfield.load(coulomb("jtransforms"))
                            .configuration()
                            .domain()
                            .transform()
                            .instead())
                    .isEmpty();
        }
    }

    @Test
    void theLibraryIsNamedWithItsVersion() {
        assumeTrue(MISSING.isEmpty(), () -> "FFTW: " + MISSING.orElseThrow());
        try (Mixfield mixfield = Mixfield.open()) {
            Transform transform =
                    mixfield.load(coulomb("fftw")).configuration().domain().transform();
            assertThat(transform.backend().library()).startsWith("fftw-3.");
        }
    }

    @Test
    void whereItCannotBeUsedTheReasonIsTold() {
        assumeTrue(MISSING.isPresent(), "FFTW is there");
        try (Mixfield mixfield = Mixfield.open()) {
            assertThat(mixfield.extensions().listings()).anySatisfy(listing -> {
                assertThat(listing.name()).isEqualTo("fftw");
                assertThat(listing.failure()).isEqualTo(MISSING);
            });
            assertThatThrownBy(() -> mixfield.load(coulomb("fftw")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(MISSING.orElseThrow());
        }
    }
}
