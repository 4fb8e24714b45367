package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The harmonic-interaction mixture (Klaiman, Streltsov, Alon, arXiv:1605.05608), from the configuration on: N = (10, 20),
 * m = (1, 2), ω = 1, λ = (.03, .02), λ₁₂ = .025. Its ground state is a Gaussian, and the exact energy
 * ½[(N₁−1)Ω₁ + (N₂−1)Ω₂ + Ω₁₂ + ω] = 20.70900292320. The couplings of H carry 1/N₁, 1/N₂ and 1/(N₁+N₂), and so the
 * stiffnesses N₁λ₁, N₂λ₂, (N₁+N₂)λ₁₂.
 */
class HarmonicMixtureTest {

    private static final double EXACT = 20.70900292320;

    private static final String MIXTURE = """
            mixfield: 1
            name: harmonic-mixture
            grid: {points: [64], length: [14]}
            assumptions: relaxed
            species:
              u: {particles: 10, mass: 1, trap: {type: harmonic, stiffness: [0.5]}, initial: {type: ground-state}}
              v: {particles: 20, mass: 2, trap: {type: harmonic, stiffness: [1.0]}, initial: {type: ground-state}}
            interactions:
              uu: {type: harmonic, stiffness: 0.3}
              vv: {type: harmonic, stiffness: 0.4}
              uv: {type: harmonic, stiffness: 0.75}
            time: {at: [0]}
            solvers:
              fock:
                modes: {type: harmonic, count: 2, stiffness: {u: 2.6, v: 6.6}}
                state: ground-state
                frames: [laboratory]
            """;

    @TempDir
    private Path folder;

    private RunResult execute(String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            return mixfield.load(Configurations.write(folder, MIXTURE), java.util.List.of(overrides))
                    .execute(folder.resolve("out"), true, Progress.SILENT);
        }
    }

    private static double found(RunResult result, String name) {
        Map<?, ?> fock = (Map<?, ?>) ((Map<?, ?>) result.summary().get("solvers")).get("fock");
        return ((Number) ((Map<?, ?>) fock.get("ground-state")).get(name)).doubleValue();
    }

    /**
     * Energies, gaps, occupations and Schmidt weights of a program that shares nothing with this one: Kronecker products of
     * sparse matrices of one species, with the matrix elements of x and x² in closed form, and ARPACK.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 20.710545023616, 1.00887571, 0.998852698471, 6.26239637e-3, 3.09800897e-5, 0.03836754126",
        "3, 20.709011386269, 1.00017757, 0.998796293679, 6.53174557e-3, 4.27138517e-5, 0.03984870412",
    })
    void fewModesHaveTheirOwnGroundState(
            int modes, double energy, double gap, double occupation, double second, double third, double entropy) {
        RunResult result = execute("solvers.fock.modes.count=" + modes);
        // Matrix elements on the grid are exact to rounding, some 1e-13 of energies up to 200.
        assertThat(30 * result.last("fock.energy").orElseThrow()).isCloseTo(energy, within(1e-10));
        assertThat(found(result, "energy")).isCloseTo(energy, within(1e-10)).isGreaterThan(EXACT);
        // A gap is a lower estimate, from a level that is known less well than the lowest.
        assertThat(found(result, "gap")).isBetween(0.7 * gap, gap);
        assertThat(found(result, "residual")).isLessThan(1e-10 * gap);
        // The state to 1e-10, and the references as printed.
        assertThat(result.last("gamma.one-body.u.1").orElseThrow()).isCloseTo(occupation, within(1e-10));
        assertThat(result.last("schmidt.2").orElseThrow()).isCloseTo(second, within(1e-10));
        assertThat(result.last("schmidt.3").orElseThrow()).isCloseTo(third, within(1e-10));
        assertThat(result.last("schmidt.entropy").orElseThrow()).isCloseTo(entropy, within(1e-9));
    }

    /**
     * Only the centres of mass entangle the species. With M₁ = 10, M₂ = 40 and μ = 8, Ω₁₂ = 1.5 of their distance, centre 1 has
     * ⟨X²⟩ = 1/(2·50) + 0.8²/(2μΩ₁₂) and ⟨P²⟩ = 0.2²·50/2 + μΩ₁₂/2; with ν² = ⟨X²⟩⟨P²⟩ the Schmidt weights are (1−q)qᵏ,
     * q = (ν−½)/(ν+½). One particle of species 1 has the Gaussian density of variance ⟨X²⟩ + 0.9/(2Ω₁), Ω₁² = 2.6.
     */
    @Test
    void entanglementAndDensityAreThoseOfAGaussian() throws IOException {
        double square = 1 / 100.0 + 0.64 / (2 * 8 * 1.5);
        double nu = Math.sqrt(square * (0.04 * 25 + 6));
        double q = (nu - 0.5) / (nu + 0.5);
        RunResult result = execute("solvers.fock.modes.count=3", "output.fields=1");
        // What three modes miss of the energy, 8e-6, is the square of what they miss of the state, but for factors of
        // order 1.
        assertThat(result.last("schmidt.1").orElseThrow()).isCloseTo(1 - q, within(1e-5));
        assertThat(result.last("schmidt.2").orElseThrow()).isCloseTo((1 - q) * q, within(1e-5));
        assertThat(result.last("schmidt.entropy").orElseThrow())
                .isCloseTo(-Math.log(1 - q) - q * Math.log(q) / (1 - q), within(5e-5));
        double variance = square + 0.9 / (2 * Math.sqrt(2.6));
        try (HdfFile file = new HdfFile(folder.resolve("out/fields/0000.h5"))) {
            double[] x = (double[]) file.getDatasetByPath("profiles/x").getData();
            double[] density =
                    (double[]) file.getDatasetByPath("one-body/u/density").getData();
            double[] occupations =
                    (double[]) file.getDatasetByPath("one-body/u/occupations").getData();
            double[][] natural =
                    (double[][]) file.getDatasetByPath("one-body/u/natural-1").getData();
            assertThat(occupations).hasSize(3);
            assertThat(occupations[0])
                    .isEqualTo(result.last("gamma.one-body.u.1").orElseThrow(), within(1e-14));
            double sum = 0;
            double norm = 0;
            for (int j = 0; j < x.length; j++) {
                double gauss = Math.exp(-x[j] * x[j] / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
                assertThat(density[j]).isCloseTo(gauss, within(2e-3));
                sum += density[j] * 14.0 / 64;
                norm += natural[j][0] * natural[j][0] * 14.0 / 64;
                assertThat(natural[j][1]).isCloseTo(0, within(1e-15));
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(norm).isCloseTo(1, within(1e-12));
            assertThat(file.getDatasetByPath("one-body/v/natural-3").getDimensions())
                    .containsExactly(64, 2);
        }
    }

    /**
     * The co-moving frame does not care for the number of particles: 1000 + 2000 with the same springs times particles, where
     * the exact energy, ½[999 Ω₁ + 1999 Ω₂ + Ω₁₂ + ω] with Ω₁² = 2.6, Ω₂² = 1.65, Ω₁₂ = 1.5, is 2090.5505452926.
     */
    @Test
    void theGroundStateOfThousandsIsThatOfTheClosedForm() {
        double exact = 0.5 * (999 * Math.sqrt(2.6) + 1999 * Math.sqrt(1.65) + 1.5 + 1);
        RunResult result = execute(
                "solvers.fock.modes.count=3",
                "solvers.fock.frames=[comoving]",
                "solvers.fock.cutoff=8",
                "species.u.particles=1000",
                "species.v.particles=2000");
        // Modes and cutoff leave 3e-8 above, rounding 1e-12 of it; mean field is above by 0.02.
        assertThat(found(result, "energy")).isBetween(exact, exact + 5e-8);
        assertThat(3000 * result.last("fock.energy").orElseThrow()).isCloseTo(found(result, "energy"), within(1e-9));
        // The weights (1−q)qᵏ do not depend on the numbers, see above.
        double nu = Math.sqrt((1 / 100.0 + 0.64 / (2 * 8 * 1.5)) * (0.04 * 25 + 6));
        double q = (nu - 0.5) / (nu + 0.5);
        assertThat(result.last("schmidt.2").orElseThrow()).isCloseTo((1 - q) * q, within(1e-7));
    }

    /** Ten and twenty particles are few enough for both frames. */
    @Test
    void bothFramesFindTheSame() {
        RunResult result = execute(
                "solvers.fock.modes.count=3", "solvers.fock.frames=[comoving,laboratory]", "solvers.fock.cutoff=6");
        double apart = Math.abs(result.last("gamma.trace-distance").orElseThrow()
                - result.last("laboratory.gamma.trace-distance").orElseThrow());
        double error = result.last("gamma.trace-distance.error").orElseThrow();
        assertThat(error).isBetween(apart, 10 * apart);
        for (String column : java.util.List.of("gamma.pair-correlation.u", "gamma.pair-correlation.v", "schmidt.2")) {
            assertThat(result.last(column).orElseThrow())
                    .isCloseTo(result.last("laboratory." + column).orElseThrow(), within(error));
        }
        // What the cutoff misses of the energy is of second order in what it misses of the state.
        assertThat(found(result, "energy")).isBetween(20.709011386269, 20.709011386269 + 2e-6);
    }

    /** 506 506 states. */
    @Test
    @Tag("slow")
    void fourModesComeWithinTwoPartsInTenMillion() {
        RunResult result = execute("solvers.fock.modes.count=4");
        // Of the same independent program.
        assertThat(found(result, "energy")).isCloseTo(20.709003052365, within(1e-9));
        assertThat(found(result, "energy") - EXACT).isBetween(1.2e-7, 1.4e-7);
        assertThat(result.last("schmidt.entropy").orElseThrow()).isCloseTo(0.03987257566615, within(1e-9));
        assertThat(result.last("gamma.one-body.u.1").orElseThrow()).isCloseTo(0.998795331682, within(1e-10));
    }
}
