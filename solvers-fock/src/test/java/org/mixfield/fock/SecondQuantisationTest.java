package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.run.Workers;

/** Both frames against {@link SecondQuantisation}, on generic problems with weights off N_p/N. */
class SecondQuantisationTest {

    /** Tolerances of 1e-12 and 3e-11 in the states; ⟨𝒩²⟩ of few particles counts them a few times. */
    private static final double AGREEMENT = 1e-10;

    private static ManyBodyState laboratory(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, InitialState initial, double time) {
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator =
                    new LaboratoryPropagator(tensors, mixture, u, v, initial, 1e-15, 1e-12, time, workers);
            propagator.advanceTo(time);
            return propagator.state();
        }
    }

    private static ManyBodyState comoving(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            InitialState initial,
            int cutoff,
            double time) {
        CoMovingChoice choice = new CoMovingChoice(
                initial, OptionalInt.of(cutoff), OptionalInt.empty(), 1e-6, SectorSum.ALL, 1e-13, 3e-11);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator = new CoMovingPropagator(tensors, mixture, u, v, choice, time, workers);
            propagator.advanceTo(time);
            return propagator.state();
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2, 2", "2, 2, 3, 2", "2, 1, 3, 3", "1, 4, 2, 3"})
    void factorisedStatesAgree(int n1, int n2, int mu, int mv) {
        ModeTensors tensors = Systems.weakened(Systems.random(mu, mv, 11 * n1 + mu), 0.6);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        double t = 0.5;
        SecondQuantisation space = new SecondQuantisation(tensors, n1, n2, n1, n2);
        double[] psi = space.evolve(space.factorised(u, n1, v, n2), t);
        double[] gamma = new FluctuationsByHand(space, psi, n1, u, n2, v).reducedDensity();
        Mixture mixture = Systems.mixture(n1, n2, 0.3);
        assertThat(laboratory(tensors, mixture, u, v, InitialState.FACTORISED, t)
                        .reducedDensity()
                        .matrix())
                .containsExactly(gamma, within(AGREEMENT));
        assertThat(comoving(tensors, mixture, u, v, InitialState.FACTORISED, n1 + n2, t)
                        .reducedDensity()
                        .matrix())
                .containsExactly(gamma, within(AGREEMENT));
    }

    @Test
    void firstAndSecondQuantisationAgree() {
        ModeTensors tensors = Systems.random(2, 3, 8);
        double[] u = Systems.orbital(2, 5);
        double[] v = Systems.orbital(3, 6);
        SecondQuantisation second = new SecondQuantisation(tensors, 3, 2, 3, 2);
        double[] psi = second.evolve(second.factorised(u, 3, v, 2), 0.7);
        FirstQuantisation first = new FirstQuantisation(tensors, 3, 2);
        // Rounding of an eigenproblem of dimension 72 and of a few steps.
        assertThat(new FluctuationsByHand(second, psi, 3, u, 2, v).reducedDensity())
                .containsExactly(first.reducedDensity(first.evolve(u, v, 0.7)), within(1e-13));
    }

    /**
     * Room for 16 particles where one is the mean, and for 20 where two are, leaves out 1e-14 and 1e-12 even of n². Ten
     * excitations leave out 1e-11 at these couplings.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 2, 2, 16, 16, 0.3", "2, 1, 2, 1, 20, 16, 0.8", "1, 1, 3, 1, 16, 16, 0.4"})
    void coherentStatesAndTheirFluctuationsAgree(int n1, int n2, int mu, int mv, int mostU, int mostV, double c1) {
        ModeTensors tensors = Systems.weakened(Systems.random(mu, mv, 3), 0.15);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        double t = 0.2;
        SecondQuantisation space = new SecondQuantisation(tensors, n1, n2, mostU, mostV);
        double[] psi = space.evolve(space.coherent(u, n1, v, n2), t);
        Mixture mixture = Systems.mixture(n1, n2, c1);
        ManyBodyState laboratory = laboratory(tensors, mixture, u, v, InitialState.COHERENT, t);
        FluctuationsByHand exact =
                new FluctuationsByHand(space, psi, n1, laboratory.projectedU(), n2, laboratory.projectedV());
        for (int j = 1; j <= 15; j++) {
            // Nothing below is trivial.
            assertThat(exact.traceNorm(j)).isGreaterThan(1e4 * AGREEMENT);
        }
        assertAgree(laboratory, exact);
        ManyBodyState comoving = comoving(tensors, mixture, u, v, InitialState.COHERENT, 10, t);
        assertAgree(comoving, exact);
    }

    private static void assertAgree(ManyBodyState state, FluctuationsByHand exact) {
        assertThat(state.reducedDensity().matrix()).containsExactly(exact.reducedDensity(), within(AGREEMENT));
        CoherentMoments moments = ((FluctuationState) state).moments().orElseThrow();
        assertThat(((FluctuationState) state).remainderSum().orElseThrow()).isLessThan(1e-13);
        // γ − P = Σr_j in the bases where u = v = e₀.
        assertThat(HermitianEigenvalues.traceNorm(
                        moments.difference(), state.reducedDensity().size()))
                .isCloseTo(
                        MeanFieldDistance.of(exact.reducedDensity(), state.projectedU(), state.projectedV()),
                        within(AGREEMENT));
        assertThat(moments.numberU()).isCloseTo(exact.numberU(), within(AGREEMENT));
        assertThat(moments.numberV()).isCloseTo(exact.numberV(), within(AGREEMENT));
        assertThat(moments.numberUV()).isCloseTo(exact.numberUV(), within(AGREEMENT));
        assertThat(moments.numberSquaredU()).isCloseTo(exact.numberSquaredU(), within(AGREEMENT));
        assertThat(moments.numberSquaredV()).isCloseTo(exact.numberSquaredV(), within(AGREEMENT));
        for (int j = 1; j <= 15; j++) {
            assertThat(moments.remainders()[j - 1]).isCloseTo(exact.traceNorm(j), within(AGREEMENT));
        }
    }
}
