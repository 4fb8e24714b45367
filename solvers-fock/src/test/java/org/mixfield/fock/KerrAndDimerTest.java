package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.Workers;

/** One species on one or two modes, solved on paper, in both frames; the other species looks on from a single mode. */
class KerrAndDimerTest {

    private static double[] gamma(
            boolean laboratory, ModeTensors tensors, int n, double[] u, InitialState initial, int cutoff, double time) {
        double[] v = {1, 0};
        CoMovingChoice choice = new CoMovingChoice(
                initial, OptionalInt.of(cutoff), OptionalInt.empty(), 1e-6, SectorSum.ALL, 1e-13, 1e-11);
        try (Workers workers = Workers.of(2)) {
            Propagator propagator = laboratory
                    ? new LaboratoryPropagator(
                            tensors, Systems.mixture(n, 1), u, v, initial, 1e-14, 1e-12, time, workers)
                    : new CoMovingPropagator(tensors, Systems.mixture(n, 1), u, v, choice, time, workers);
            propagator.advanceTo(time);
            return ((org.mixfield.core.propagator.ManyBodyState) propagator.state())
                    .reducedDensity()
                    .matrix();
        }
    }

    /**
     * H = (U/2)a†²a²: ⟨a⟩ = α exp[|α|²(e^{−iUt}−1)], for U = 0.3, α = 1.5, t = 0.7. It is read off γ against a second mode that
     * stays as it is: α² of the three particles are in the first, and ⟨a†₁a⟩ = ᾱ₁⟨a⟩.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void kerrTurnsAndShrinksTheMeanField(boolean laboratory) {
        int n = 3;
        double alpha = 1.5;
        double other = Math.sqrt(n - alpha * alpha);
        ModeTensors tensors = Systems.diagonal(
                new double[] {0, 0},
                new double[] {0},
                new double[][] {{0.3 * n, 0}, {0, 0}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        double[] u = {alpha / Math.sqrt(n), 0, other / Math.sqrt(n), 0};
        double[] gamma = gamma(laboratory, tensors, n, u, InitialState.COHERENT, 20, 0.7);
        // The reference is printed to 1e-12; the tolerances are below 1e-11.
        assertThat(n * gamma[2] / other).isCloseTo(1.273477231450, within(3e-11));
        assertThat(n * gamma[3] / other).isCloseTo(-0.645337401451, within(3e-11));
    }

    /**
     * Two particles on two sites, hopping −J and (U/2)n(n−1): energies U and U/2 ± Ω, Ω² = U²/4 + 4J², so that of two particles
     * on the first site ⟨n₀−n₁⟩/2 = cos(Ut/2)cos Ωt + (U/2Ω) sin(Ut/2) sin Ωt.
     */
    @ParameterizedTest
    @CsvSource({"true, 0.7, 1.3, 2.2", "false, 0.7, 1.3, 2.2", "true, 0.4, -3, 1.5", "false, 0.4, -3, 1.5"})
    void theDimerSwingsWithItsKnownEnergies(boolean laboratory, double hopping, double repulsion, double t) {
        ModeTensors tensors = Systems.diagonal(
                new double[] {0, 0},
                new double[] {0},
                new double[][] {{2 * repulsion, 0}, {0, 2 * repulsion}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        tensors.oneBody()[0][1] = -hopping;
        tensors.oneBody()[0][2] = -hopping;
        double[] u = {1, 0, 0, 0};
        double[] gamma = gamma(laboratory, tensors, 2, u, InitialState.FACTORISED, 2, t);
        double frequency = Math.sqrt(repulsion * repulsion / 4 + 4 * hopping * hopping);
        double half = repulsion * t / 2;
        double exact = Math.cos(half) * Math.cos(frequency * t)
                + repulsion / (2 * frequency) * Math.sin(half) * Math.sin(frequency * t);
        // Tolerances of 1e-12 and 1e-11 in the state.
        assertThat(gamma[0] - gamma[6]).isCloseTo(exact, within(5e-11));
    }
}
