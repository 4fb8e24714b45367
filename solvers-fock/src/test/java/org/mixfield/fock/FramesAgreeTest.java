package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.run.Workers;

/**
 * The co-moving frame against the laboratory frame on generic systems, with random interactions of either sign and weights that
 * need not be N_p/N: γ is as far from the exact one as stated, or up to ten times nearer.
 */
class FramesAgreeTest {

    @ParameterizedTest
    @CsvSource({
        // particles, modes, factor of the interactions, c₁, cutoff, time
        "8, 5, 2, 2, 0.5, 0.4, 4, 0.5",
        "8, 5, 2, 2, 0.5, 0.4, 6, 0.5",
        "8, 5, 2, 2, -0.5, 0.4, 6, 0.5",
        "5, 7, 3, 2, 0.5, 0.5, 4, 0.4",
        "5, 7, 3, 2, -0.5, 0.5, 6, 0.4",
        "5, 7, 3, 2, -1, 0.5, 6, 0.4",
        "6, 3, 3, 3, 0.5, 0.5, 6, 0.3",
        "6, 3, 3, 3, -0.5, 0.5, 4, 0.3",
        "4, 4, 4, 3, 0.5, 0.6, 6, 0.25",
        "4, 4, 4, 3, -0.5, 0.6, 4, 0.25"
    })
    void factorisedStates(int n1, int n2, int mu, int mv, double factor, double c1, int cutoff, double time) {
        compare(InitialState.FACTORISED, n1, n2, mu, mv, factor, c1, cutoff, time);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 2, 2, 0.4, 0.4, 4, 0.3",
        "3, 2, 2, 2, -0.4, 0.6, 6, 0.3",
        "6, 3, 2, 2, 0.4, 0.7, 4, 0.3",
        "6, 3, 2, 2, -0.4, 0.7, 4, 0.3",
        "1, 3, 2, 3, -0.4, 0.5, 4, 0.2",
        "2, 1, 3, 2, 0.4, 0.5, 4, 0.2"
    })
    void coherentStates(int n1, int n2, int mu, int mv, double factor, double c1, int cutoff, double time) {
        compare(InitialState.COHERENT, n1, n2, mu, mv, factor, c1, cutoff, time);
    }

    private static void compare(
            InitialState initial, int n1, int n2, int mu, int mv, double factor, double c1, int cutoff, double time) {
        ModeTensors tensors = Systems.weakened(Systems.random(mu, mv, 3), factor);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        Mixture mixture = Systems.mixture(n1, n2, c1);
        CoMovingChoice choice = new CoMovingChoice(
                initial, OptionalInt.of(cutoff), OptionalInt.empty(), 1e-6, SectorSum.ALL, 1e-8, 1e-8);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator comoving = new CoMovingPropagator(tensors, mixture, u, v, choice, time, workers);
            // Exact in comparison: the cutoff leaves out 1e-6 and more.
            LaboratoryPropagator laboratory =
                    new LaboratoryPropagator(tensors, mixture, u, v, initial, 1e-9, 1e-9, time, workers);
            comoving.advanceTo(time);
            laboratory.advanceTo(time);
            CoMovingState state = (CoMovingState) comoving.state();
            ManyBodyState exact = laboratory.state();
            double[] difference = exact.reducedDensity().matrix().clone();
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= state.reducedDensity().matrix()[i];
            }
            double apart = HermitianEigenvalues.traceNorm(difference, mu * mv);
            double distance =
                    MeanFieldDistance.of(exact.reducedDensity().matrix(), exact.projectedU(), exact.projectedV());
            assertThat(apart).isGreaterThan(1e-6);
            assertThat(state.errors().gamma()).isBetween(apart, 10 * apart);
            // A distance may agree better by chance than the quarter of γ's stated error that is the least for it; else
            // the
            // factor is at most 11.2, in one of these problems.
            double off = Math.abs(state.traceDistance() - distance);
            assertThat(state.traceDistanceError()).isBetween(off, Math.max(11.2 * off, 3 * apart));
            // Each distance belongs to its γ: the triangle inequality.
            assertThat(Math.abs(state.traceDistance() - distance)).isLessThanOrEqualTo(apart + 1e-12);
        }
    }
}
