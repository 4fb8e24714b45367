package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.run.Workers;

/** γ − P = Σr_j, and that it takes the right prefactors. */
class RemaindersTest {

    private static CoMovingState comoving(int n1, int n2, SectorSum sectors, double tail, double time) {
        ModeTensors tensors = Systems.weakened(Systems.random(3, 2, 3), 0.4);
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT,
                OptionalInt.of(4),
                sectors == SectorSum.GAUSS ? OptionalInt.of(4) : OptionalInt.empty(),
                1e-6,
                sectors,
                tail,
                1e-7);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator = new CoMovingPropagator(
                    tensors,
                    Systems.mixture(n1, n2, 0.4),
                    Systems.orbital(3, 5),
                    Systems.orbital(2, 6),
                    choice,
                    time,
                    workers);
            propagator.advanceTo(time);
            return (CoMovingState) propagator.state();
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2, ALL, 1e-3", "20, 30, GAUSS, 1e-12", "1000, 700, GAUSS, 1e-12", "1000000, 700000, GAUSS, 1e-12"})
    void theirSumIsWhatGammaDiffersFromTheProductBy(int n1, int n2, SectorSum sectors, double tail) {
        double time = n1 > 10_000 ? 0.02 : 0.3;
        CoMovingState state = comoving(n1, n2, sectors, tail, time);
        assertThat(state.remainderSum().orElseThrow()).isLessThan(1e-12);
        // Something is summed.
        assertThat(state.traceDistance()).isGreaterThan(1e-9);
    }

    @Test
    void kernelByKernelTheyAreThoseOfTheVectorsThemselves() {
        CoMovingState state = comoving(20, 30, SectorSum.GAUSS, 1e-12, 0.3);
        CoherentMoments moments = state.moments().orElseThrow();
        double[] sum = Remainders.EXPANSION.sum(moments);
        double[] difference = moments.difference();
        for (int i = 0; i < sum.length; i++) {
            assertThat(sum[i]).isCloseTo(difference[i], within(1e-15));
        }
        double[] norms = moments.remainders();
        for (int j = 1; j <= 15; j++) {
            double[] kernel = new double[difference.length];
            Remainders.EXPANSION.terms().get(j - 1).addTo(kernel, moments);
            assertThat(ComplexSingularValues.sum(kernel, 6, 6)).isCloseTo(norms[j - 1], within(1e-14));
        }
    }

    @Test
    void aPrefactorAsMisprintedMakesItLarge() {
        CoMovingState state = comoving(20, 30, SectorSum.GAUSS, 1e-12, 0.3);
        CoherentMoments moments = state.moments().orElseThrow();
        double[] gamma = moments.difference();
        gamma[0] += 1;
        assertThat(Remainders.EXPANSION.defect(gamma, 1, moments)).isLessThan(1e-13);
        double norm = moments.remainders()[10];
        // N₁ for N₁⁻¹ makes r₁₁ N₁² times as large; the Hermitian part and the rest have half of it each.
        assertThat(misprinted().defect(gamma, 1, moments)).isCloseTo(2 * 399 * norm, within(400 * norm));
    }

    /** r₁₁ with N₁N₂^{-½} for N₁^{-1}N₂^{-½}. */
    static Remainders misprinted() {
        List<Remainder> terms = new ArrayList<>(Remainders.EXPANSION.terms());
        terms.set(10, new Remainder(true, true, true, false, 1, -0.5));
        return new Remainders(terms);
    }
}
