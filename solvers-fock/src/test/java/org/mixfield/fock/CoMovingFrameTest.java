package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/** The co-moving frame against systems that can be solved otherwise. */
class CoMovingFrameTest {

    private static CoMovingChoice choice(InitialState initial, int cutoff, int nodes, SectorSum sum, double tolerance) {
        return new CoMovingChoice(initial, OptionalInt.of(cutoff), OptionalInt.of(nodes), 1e-6, sum, 1e-7, tolerance);
    }

    private static CoMovingPropagator evolved(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            CoMovingChoice choice,
            double time,
            int count) {
        try (Workers workers = Workers.of(count)) {
            CoMovingPropagator propagator = new CoMovingPropagator(tensors, mixture, u, v, choice, time, workers);
            propagator.advanceTo(time);
            return propagator;
        }
    }

    private static CoMovingState evolve(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, CoMovingChoice choice, double time) {
        return (CoMovingState) evolved(tensors, mixture, u, v, choice, time, 2).state();
    }

    private static ManyBodyState laboratory(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, InitialState initial, double time) {
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator =
                    new LaboratoryPropagator(tensors, mixture, u, v, initial, 1e-10, 1e-11, time, workers);
            propagator.advanceTo(time);
            return propagator.state();
        }
    }

    // ---- the diagonal mixture

    @Test
    void closedFormOfTheDiagonalMixtureHasTheKnownTraceDistances() {
        assertThat(DiagonalMixture.traceDistance(10, 1)).isCloseTo(0.159023189132, within(1e-12));
        assertThat(DiagonalMixture.traceDistance(20, 1)).isCloseTo(0.082322231804, within(1e-12));
        assertThat(DiagonalMixture.traceDistance(640, 1)).isCloseTo(0.0026627367388, within(1e-13));
        // The rate 1/n, to four digits printed; what is next in 1/n has gone.
        assertThat(1e8 * DiagonalMixture.traceDistance(100000000, 1)).isCloseTo(1.706, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 1, 8",
        "80, 1, 8",
        "640, 1, 8",
        "1000000, 1, 8",
        "640, 0.5, 6",
        "1000000, 0.5, 6",
        "100, 0.5, 6",
        "1000, 0.5, 6",
        "10000, 0.5, 6",
        "100000, 0.5, 6"
    })
    void statedErrorOfADiagonalMixtureEnclosesTheTrueOneWithinAFactorTen(int n, double time, int cutoff) {
        CoMovingState state = evolve(
                DiagonalMixture.tensors(),
                Systems.mixture(n, n),
                DiagonalMixture.U,
                DiagonalMixture.V,
                choice(InitialState.COHERENT, cutoff, 5, SectorSum.GAUSS, 1e-8),
                time);
        double error = Math.abs(state.traceDistance() - DiagonalMixture.traceDistance(n, time));
        assertThat(state.traceDistanceError()).isBetween(error, 10 * error);
        double[] gamma = state.reducedDensity().matrix();
        // The rounding of γ, of size 1.
        assertThat(MeanFieldDistance.of(gamma, state.projectedU(), state.projectedV()))
                .isCloseTo(state.traceDistance(), within(1e-14));
        assertThat(state.norm()).isCloseTo(1, within(1e-9));
        // Gauss quadrature has it exactly, and the mean is large.
        assertThat(state.numberU()).isCloseTo(n, within(1e-9 * n));
    }

    @Test
    void diagonalMixtureConvergesToRoundingWithTheCutoff() {
        CoMovingState state = evolve(
                DiagonalMixture.tensors(),
                Systems.mixture(1000000, 1000000),
                DiagonalMixture.U,
                DiagonalMixture.V,
                choice(InitialState.COHERENT, 10, 5, SectorSum.GAUSS, 1e-9),
                0.25);
        double exact = DiagonalMixture.traceDistance(1000000, 0.25);
        // The distance is 3e-7; the eigenvalues of γ − P carry the rounding of √N-fold differences.
        assertThat(state.traceDistance()).isCloseTo(exact, within(1e-7 * exact));
    }

    @Test
    void fewParticlesAreSummedOverAllWholeNumbers() {
        CoMovingState state = evolve(
                DiagonalMixture.tensors(),
                Systems.mixture(10, 10),
                DiagonalMixture.U,
                DiagonalMixture.V,
                choice(InitialState.COHERENT, 6, 1, SectorSum.AUTO, 1e-6),
                0.5);
        double error = Math.abs(state.traceDistance() - DiagonalMixture.traceDistance(10, 0.5));
        assertThat(state.traceDistanceError()).isBetween(error, 10 * error);
    }

    @Test
    void workDoesNotGrowWithTheParticles() {
        long few = applications(20);
        long many = applications(1000000);
        assertThat((double) many / few).isBetween(0.8, 1.25);
    }

    private static long applications(int n) {
        return (Long) evolved(
                        DiagonalMixture.tensors(),
                        Systems.mixture(n, n),
                        DiagonalMixture.U,
                        DiagonalMixture.V,
                        choice(InitialState.COHERENT, 4, 3, SectorSum.GAUSS, 1e-7),
                        0.5,
                        1)
                .report()
                .get("hamiltonian-applications");
    }

    @Test
    void automaticChoicesReachTheAccuracy() {
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT, OptionalInt.empty(), OptionalInt.empty(), 1e-4, SectorSum.AUTO, 1e-12, 1e-8);
        CoMovingState state = evolve(
                DiagonalMixture.tensors(),
                Systems.mixture(100, 50000),
                DiagonalMixture.U,
                DiagonalMixture.V,
                choice,
                0.5);
        CoMovingState more = evolve(
                DiagonalMixture.tensors(),
                Systems.mixture(100, 50000),
                DiagonalMixture.U,
                DiagonalMixture.V,
                choice(InitialState.COHERENT, 12, 5, SectorSum.AUTO, 1e-8),
                0.5);
        assertThat(state.traceDistance()).isCloseTo(more.traceDistance(), within(1e-4 * more.traceDistance()));
        assertThat(state.traceDistanceError()).isLessThan(2e-4 * state.traceDistance());
    }

    @Test
    void accuracyOutOfReachIsSaidWithWhatWouldDo() {
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT, OptionalInt.of(4), OptionalInt.empty(), 1e-9, SectorSum.GAUSS, 1e-12, 1e-8);
        assertThatThrownBy(() -> evolve(
                        DiagonalMixture.tensors(),
                        Systems.mixture(6, 6),
                        DiagonalMixture.U,
                        DiagonalMixture.V,
                        choice,
                        0.5))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("solvers.fock.accuracy")
                .hasMessageContaining("sectors: all")
                .hasMessageContaining("3 nodes");
    }

    // ---- one-axis twisting

    @Test
    void oneAxisTwistingTurnsTheSpinAsKnown() {
        double chi = 0.2;
        int n = 12;
        double t = 1.1;
        // χJ_z² = χ/4 (n₀² + n₁² − 2n₀n₁) in terms of n_j(n_k − δ_jk)/(2N)
        double c = chi * n / 2;
        ModeTensors tensors = Systems.diagonal(
                new double[] {chi / 4, chi / 4},
                new double[] {0},
                new double[][] {{c, -c}, {-c, c}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        double[] u = {Math.sqrt(0.5), 0, Math.sqrt(0.5), 0};
        double[] v = {1, 0};
        CoMovingState fixed = evolve(
                tensors, Systems.mixture(n, 1), u, v, choice(InitialState.FACTORISED, n, 1, SectorSum.AUTO, 1e-10), t);
        // All 12 excitations are kept: exact up to the tolerance.
        assertThat(n * fixed.reducedDensity().matrix()[2]).isCloseTo(4.587723785468, within(1e-9));
        CoMovingState coherent = evolve(
                tensors, Systems.mixture(n, 1), u, v, choice(InitialState.COHERENT, 16, 1, SectorSum.ALL, 1e-7), t);
        // χNt = 2.6 empties the condensate fast: the cutoff decides.
        assertThat(coherent.traceDistanceError()).isLessThan(1e-3);
        assertThat(n * coherent.reducedDensity().matrix()[2])
                .isCloseTo(4.493036982517, within(n * coherent.traceDistanceError()));
    }

    // ---- generic small systems

    @ParameterizedTest
    @CsvSource({"2, 1, 3, 2", "2, 2, 2, 3", "1, 3, 3, 2"})
    void withAllExcitationsAFactorisedStateAgreesWithFirstQuantisation(int n1, int n2, int mu, int mv) {
        ModeTensors tensors = Systems.weakened(Systems.random(mu, mv, 17 * n1 + n2 + mu), 0.5);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        double t = 0.3;
        FirstQuantisation exact = new FirstQuantisation(tensors, n1, n2);
        double[] gamma = exact.reducedDensity(exact.evolve(u, v, t));
        CoMovingState state = evolve(
                tensors,
                Systems.mixture(n1, n2, 0.4),
                u,
                v,
                choice(InitialState.FACTORISED, n1 + n2, 1, SectorSum.AUTO, 2e-12),
                t);
        assertThat(state.reducedDensity().matrix()).containsExactly(gamma, within(1e-11));
        assertThat(state.errors().cutoff()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"6, 4, 2, 2, 4", "6, 4, 2, 2, 6", "4, 5, 3, 2, 6"})
    void truncatedFactorisedStateAgreesWithTheLaboratoryWithinItsStatedError(
            int n1, int n2, int mu, int mv, int cutoff) {
        ModeTensors tensors = Systems.weakened(Systems.random(mu, mv, 3), 0.7);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        double t = 0.4;
        Mixture mixture = Systems.mixture(n1, n2, 0.5);
        ManyBodyState reference = laboratory(tensors, mixture, u, v, InitialState.FACTORISED, t);
        CoMovingState state =
                evolve(tensors, mixture, u, v, choice(InitialState.FACTORISED, cutoff, 1, SectorSum.AUTO, 1e-9), t);
        assertAgree(state, reference);
        // The energy is what the truncation leaves of it.
        assertThat(state.energyPerParticle())
                .isCloseTo(reference.energyPerParticle(), within(10 * state.traceDistanceError()));
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 0.5", "2, 3, 0.45"})
    void coherentStateAgreesWithTheLaboratoryWithinItsStatedError(int n1, int n2, double c1) {
        ModeTensors tensors = Systems.weakened(Systems.random(2, 3, 3), 0.3);
        double[] u = Systems.orbital(2, 5);
        double[] v = Systems.orbital(3, 6);
        double t = 0.2;
        Mixture mixture = Systems.mixture(n1, n2, c1);
        ManyBodyState reference = laboratory(tensors, mixture, u, v, InitialState.COHERENT, t);
        CoMovingState state =
                evolve(tensors, mixture, u, v, choice(InitialState.COHERENT, 6, 1, SectorSum.AUTO, 1e-7), t);
        assertAgree(state, reference);
    }

    private static void assertAgree(CoMovingState state, ManyBodyState reference) {
        double[] difference = reference.reducedDensity().matrix().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= state.reducedDensity().matrix()[i];
        }
        double apart = HermitianEigenvalues.traceNorm(
                difference, state.reducedDensity().size());
        assertThat(state.errors().gamma()).isBetween(apart, 30 * apart + 1e-9);
        double distance = MeanFieldDistance.of(
                reference.reducedDensity().matrix(), reference.projectedU(), reference.projectedV());
        assertThat(state.traceDistance()).isCloseTo(distance, within(state.traceDistanceError()));
        assertThat(state.projectedEnergy()).isCloseTo(reference.projectedEnergy(), within(1e-10));
    }

    // ---- what stays

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        ModeTensors tensors = Systems.weakened(Systems.random(3, 2, 8), 0.3);
        double[] u = Systems.orbital(3, 1);
        double[] v = Systems.orbital(2, 2);
        CoMovingChoice choice = choice(InitialState.COHERENT, 3, 3, SectorSum.GAUSS, 1e-6);
        CoMovingPropagator one = evolved(tensors, Systems.mixture(30, 40), u, v, choice, 0.2, 1);
        CoMovingPropagator three = evolved(tensors, Systems.mixture(30, 40), u, v, choice, 0.2, 3);
        assertThat(three.state().reducedDensity().matrix())
                .containsExactly(one.state().reducedDensity().matrix());
        assertThat(three.state().energyPerParticle()).isEqualTo(one.state().energyPerParticle());
    }

    @Test
    void energyOfAFullExpansionStaysAsItWas() {
        ModeTensors tensors = Systems.weakened(Systems.random(3, 2, 8), 0.5);
        CoMovingChoice choice = choice(InitialState.FACTORISED, 4, 1, SectorSum.AUTO, 1e-10);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator = new CoMovingPropagator(
                    tensors, Systems.mixture(2, 2), Systems.orbital(3, 1), Systems.orbital(2, 2), choice, 0.5, workers);
            double energy = propagator.state().energyPerParticle();
            propagator.advanceTo(0.25);
            // The bases move by the DP853 method at 1e-13 a step, the state to 1e-10.
            assertThat(propagator.state().energyPerParticle()).isCloseTo(energy, within(1e-9));
            propagator.advanceTo(0.5);
            assertThat(propagator.state().energyPerParticle()).isCloseTo(energy, within(1e-9));
            assertThat(propagator.state().norm()).isCloseTo(1, within(1e-11));
        }
    }
}
