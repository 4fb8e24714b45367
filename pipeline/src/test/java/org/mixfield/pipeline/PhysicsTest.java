package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs, from the configuration to the summary, against what is known of the physics. */
class PhysicsTest {

    @TempDir
    private Path folder;

    /** The final row of a run. */
    @SuppressWarnings("unchecked")
    private Map<String, Double> last(String configuration) {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = mixfield.load(Configurations.write(folder, configuration));
            RunResult result = run.execute(folder.resolve("results"), true, Progress.SILENT);
            return new TreeMap<>((Map<String, Double>) result.summary().get("final"));
        }
    }

    private static final String TWO_PARTICLES = """
            mixfield: 1
            name: two-particles
            grid: {points: [128], length: [20]}
            species:
              u:
                particles: 1
                mass: 0.5
                trap: {type: harmonic, stiffness: [1]}
                initial: {type: gaussian, width: 1, center: [0.5], momentum: [0.3]}
              v:
                particles: 1
                mass: 0.8
                trap: {type: harmonic, stiffness: [0.8]}
                initial: {type: gaussian, width: 0.9, center: [-0.4]}
            interactions:
              uu: {type: soft-coulomb, strength: 1, softening: 0.5}
              vv: {type: soft-coulomb, strength: -0.7, softening: 0.5}
              uv: {type: gaussian, strength: 2.5, range: 0.7}
            time: {at: [1.0]}
            solvers:
              hartree: {method: rkn6b, step: 0.01}
              fock: {modes: MODES, state: factorised, frames: [laboratory]}
            """;

    /**
     * One particle of each species: the Schrödinger equation of two particles on a line, which an independent program
     * (split-step on the plane of both coordinates, 128² points over 20², two step sizes) gives a trace distance of
     * 0.3370801912 from the grid's Hartree product, and an energy of 1.3659814131 per particle.
     */
    @Test
    void twoParticlesAgreeWithTheirSchroedingerEquationOnTheGrid() {
        Map<String, Double> row = last(TWO_PARTICLES.replace("MODES", "{count: 16}"));
        // 16 modes leave a truncation error of 8e-5, which enters at second order.
        assertThat(row.get("gamma.trace-distance.grid")).isCloseTo(0.3370801912, within(3e-7));
        assertThat(row.get("fock.energy")).isCloseTo(1.3659814131, within(1e-9));
        assertThat(row.get("gamma.purity")).isCloseTo(1, within(1e-11));
    }

    /** The same with modes that the orbit and its pairs choose. */
    @Test
    void modesOfTheHartreeOrbitAgreeWithItToo() {
        Map<String, Double> row = last(TWO_PARTICLES.replace("MODES", "{type: hartree, count: 16}"));
        double truncation = row.get("modes.truncation-error");
        assertThat(truncation).isLessThan(3e-4);
        // The triangle inequality: what the modes leave out of the Hartree product cannot do more.
        assertThat(row.get("gamma.trace-distance.grid")).isCloseTo(0.3370801912, within(truncation));
    }

    /** Oscillator modes are as good where their stiffness is right; where it is not, these are better by far. */
    @Test
    void modesOfTheHartreeOrbitNeedNoStiffness() {
        String stiff = "{count: 10, stiffness: 16}";
        String loose = "{count: 10, stiffness: 0.15}";
        double adapted = truncationError("{type: hartree, count: 10}");
        assertThat(adapted).isLessThan(0.1 * truncationError(stiff)).isLessThan(0.1 * truncationError(loose));
    }

    private double truncationError(String modes) {
        return last(TWO_PARTICLES.replace("MODES", modes)).get("modes.truncation-error");
    }

    private static final String FREE = """
            mixfield: 1
            name: free
            grid: {points: [96], length: [20]}
            species:
              u:
                particles: 5
                trap: {type: harmonic, stiffness: [1]}
                initial: {type: modes, coefficients: [[0.8, 0], [0, 0.6], [0.3, -0.2]]}
              v:
                particles: 3
                trap: {type: harmonic, stiffness: [1]}
                initial: {type: modes, coefficients: [0.5, [0.1, 0.7]]}
            interactions: {uu: {type: none}, vv: {type: none}, uv: {type: none}}
            time: {end: 1.0, outputs: 2}
            solvers:
              hartree: {method: rkn6b, step: 0.004}
              fock: {modes: {count: 3}, state: %s, frames: [laboratory], tail: 1.0e-7}
            """;

    /** The modes are eigenfunctions of the trap, so that without interaction nothing leaves them. */
    @ParameterizedTest
    @ValueSource(strings = {"factorised", "coherent"})
    void withoutInteractionHartreeAndFockAgree(String state) {
        Map<String, Double> row = last(FREE.formatted(state));
        assertThat(row.get("gamma.trace-distance")).isLessThan(1e-10);
        assertThat(row.get("gamma.trace-distance.grid")).isLessThan(1e-10);
        assertThat(row.get("modes.truncation-error")).isLessThan(1e-10);
        assertThat(row.get("projected.energy")).isCloseTo(row.get("hartree.energy"), within(1e-10));
        if (state.equals("factorised")) {
            assertThat(row.get("fock.energy")).isCloseTo(row.get("hartree.energy"), within(1e-10));
        }
    }

    private static final String SPECIES = """
            mixfield: 1
            name: species
            grid: {points: [96], length: [20]}
            species:
              %s: {particles: 4, mass: 0.7, trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, center: [0.4], width: 1.0}}
              %s: {particles: 3, trap: {type: harmonic, stiffness: [0.8]}, initial: {type: gaussian, width: 0.9, momentum: [0.2]}}
            interactions:
              %s: {type: soft-coulomb, strength: 1.0, softening: 0.5}
              %s: {type: gaussian, strength: -0.7, range: 0.8}
              uv: {type: soft-yukawa, strength: 1.5, screening: 0.3, softening: 0.5}
            time: {end: 0.5, outputs: 2}
            solvers:
              hartree: {method: rkn6b, step: 0.01}
              fock:
                modes: {count: {%s: 4, %s: 3}, stiffness: {%s: 1.2, %s: 0.9}}
                state: %s
                frames: [laboratory]
                tail: 1.0e-3
            """;

    @ParameterizedTest
    @ValueSource(strings = {"factorised", "coherent"})
    void exchangingTheSpeciesExchangesTheOutputs(String state) {
        Map<String, Double> one = last(SPECIES.formatted("u", "v", "uu", "vv", "u", "v", "u", "v", state));
        Map<String, Double> other = last(SPECIES.formatted("v", "u", "vv", "uu", "v", "u", "v", "u", state));
        assertThat(other.keySet())
                .isEqualTo(one.keySet().stream().map(PhysicsTest::exchanged).collect(Collectors.toSet()));
        one.forEach(
                (name, value) -> assertThat(other.get(exchanged(name))).as(name).isCloseTo(value, within(1e-10)));
    }

    /** r_j and p_j that belong to the other species. */
    private static final Map<String, String> EXCHANGED = Map.ofEntries(
            Map.entry("remainder.1", "remainder.2"),
            Map.entry("remainder.3", "remainder.4"),
            Map.entry("remainder.6", "remainder.9"),
            Map.entry("remainder.7", "remainder.8"),
            Map.entry("remainder.11", "remainder.12"),
            Map.entry("remainder.13", "remainder.14"),
            Map.entry("bound.1", "bound.2"),
            Map.entry("bound.5", "bound.6"),
            Map.entry("bound.7", "bound.8"));

    private static String exchanged(String name) {
        if (name.startsWith("fluctuation.")) {
            String kind = name.substring("fluctuation.".length());
            for (Map.Entry<String, String> pair : EXCHANGED.entrySet()) {
                if (kind.equals(pair.getKey()) || kind.equals(pair.getValue())) {
                    return "fluctuation." + (kind.equals(pair.getKey()) ? pair.getValue() : pair.getKey());
                }
            }
        }
        return java.util.Arrays.stream(name.split("\\."))
                .map(part -> switch (part) {
                    case "u" -> "v";
                    case "v" -> "u";
                    case "uu" -> "vv";
                    case "vv" -> "uu";
                    default -> part;
                })
                .reduce((a, b) -> a + "." + b)
                .orElseThrow();
    }

    /** Tr|γ − P_grid| lies between the difference and the sum of mean-field and mode-truncation error. */
    @Test
    void distanceFromTheGridObeysTheTriangleInequality() {
        Map<String, Double> row = last(SPECIES.formatted("u", "v", "uu", "vv", "u", "v", "u", "v", "factorised"));
        double meanField = row.get("gamma.trace-distance");
        double truncation = row.get("modes.truncation-error");
        assertThat(row.get("gamma.trace-distance.grid"))
                .isBetween(Math.abs(meanField - truncation), meanField + truncation);
        assertThat(truncation).isGreaterThan(1e-3);
    }
}
