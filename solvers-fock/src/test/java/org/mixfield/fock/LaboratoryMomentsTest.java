package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/** Moments of the fluctuation state from the sectors of the laboratory frame; {@link SecondQuantisationTest} has generic ones. */
class LaboratoryMomentsTest {

    private static LaboratoryPropagator start(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, double tail, double time, Workers workers) {
        return new LaboratoryPropagator(tensors, mixture, u, v, InitialState.COHERENT, tail, 1e-12, time, workers);
    }

    private static CoherentMoments moments(LaboratoryPropagator propagator, double time) {
        propagator.advanceTo(time);
        return ((FluctuationState) propagator.state()).moments().orElseThrow();
    }

    /** ⟨𝒩⟩ = 2N[1 − e^{N(cos z−1)} cos(N sin z − Nz)], z = λt/N, λ = 1, t = 0.7: one mode, H = (λ/2N)a†²a². */
    @ParameterizedTest
    @CsvSource({"10, 0.483854199091", "100, 0.489398247229"})
    void kerrHasTheKnownNumberOfFluctuations(int n, double exact) {
        ModeTensors tensors = Systems.diagonal(
                new double[] {0.3}, new double[] {0.1}, new double[][] {{1}}, new double[][] {{0}}, new double[][] {{0}
                });
        double[] one = {1, 0};
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator = start(tensors, Systems.mixture(n, 1), one, one, 1e-15, 0.7, workers);
            CoherentMoments moments = moments(propagator, 0.7);
            // The phases of N particles have an error of 1e-13, and count N-fold.
            assertThat(moments.numberU()).isCloseTo(exact, within(1e-12 + 1e-13 * n));
            assertThat(moments.numberV()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void momentsDoNotDependOnTheNumberOfWorkersNorOnAStop() {
        ModeTensors tensors = Systems.random(2, 3, 4);
        double[] u = Systems.orbital(2, 5);
        double[] v = Systems.orbital(3, 6);
        Mixture mixture = Systems.mixture(2, 1, 0.4);
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            LaboratoryPropagator whole = start(tensors, mixture, u, v, 1e-6, 0.3, one);
            CoherentMoments expected = moments(whole, 0.3);
            assertThat(moments(start(tensors, mixture, u, v, 1e-6, 0.3, three), 0.3)
                            .gram())
                    .containsExactly(expected.gram());
            LaboratoryPropagator taken = start(tensors, mixture, u, v, 1e-6, 0.3, one);
            taken.restore(whole.save());
            assertThat(moments(taken, 0.3).gram()).containsExactly(expected.gram());
        }
    }

    @Test
    void aTailThatLeavesNoNeighboursIsRefusedWithWhatWouldDo() {
        try (Workers workers = Workers.of(1)) {
            LaboratoryPropagator propagator = start(
                    Systems.random(2, 2, 1),
                    Systems.mixture(1, 1),
                    Systems.orbital(2, 1),
                    Systems.orbital(2, 2),
                    0.5,
                    0.1,
                    workers);
            assertThatThrownBy(() -> moments(propagator, 0.1))
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContaining("solvers.fock.tail");
        }
    }
}
