package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/** The many-body ground state as a start, in the laboratory frame. */
class ManyBodyGroundStateTest {

    private static final double TOLERANCE = 1e-11;

    private static LaboratoryPropagator propagator(
            ModeTensors tensors, int n1, int n2, double[] u, double[] v, Workers workers) {
        return new LaboratoryPropagator(
                tensors, Systems.mixture(n1, n2), u, v, InitialState.GROUND_STATE, 1e-12, TOLERANCE, 3, workers);
    }

    @SuppressWarnings("unchecked")
    private static double found(LaboratoryPropagator propagator, String name) {
        return ((Number) ((Map<String, Object>) propagator.report().get("ground-state")).get(name)).doubleValue();
    }

    /** U n(n−1)/2 on each of two sites with −J hopping, for two particles; nothing of the other species matters. */
    private static ModeTensors dimer(double repulsion, double j) {
        int n = 2;
        ModeTensors tensors = Systems.diagonal(
                new double[] {0, 0},
                new double[] {0},
                new double[][] {{n * repulsion, 0}, {0, n * repulsion}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        tensors.oneBody()[0][1] = -j;
        tensors.oneBody()[0][2] = -j;
        return tensors;
    }

    /** E = U/2 − √(U²/4+4J²), the next level being U where the sites repel and the upper one of the two where U < 0. */
    @ParameterizedTest
    @CsvSource({"1.3, 0.7", "-2.1, 0.4", "40, 0.1"})
    void dimerHasItsClosedForm(double repulsion, double j) {
        double root = Math.sqrt(repulsion * repulsion / 4 + 4 * j * j);
        double energy = repulsion / 2 - root;
        double gap = Math.min(repulsion, repulsion / 2 + root) - energy;
        try (Workers workers = Workers.of(1)) {
            LaboratoryPropagator propagator =
                    propagator(dimer(repulsion, j), 2, 1, new double[] {0.6, 0, 0.8, 0}, new double[] {1, 0}, workers);
            ManyBodyState state = propagator.state();
            // Rounding of the largest level, 40.
            assertThat(3 * state.energyPerParticle()).isCloseTo(energy, within(1e-13));
            assertThat(found(propagator, "energy")).isCloseTo(energy, within(1e-13));
            assertThat(found(propagator, "gap")).isCloseTo(gap, within(1e-12));
            assertThat(found(propagator, "residual")).isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3, 2", "2, 2, 2, 3", "3, 1, 3, 2", "3, 3, 2, 2"})
    void genericSystemAgreesWithTheDenseProblemOfFirstQuantisation(int n1, int n2, int mu, int mv) {
        ModeTensors tensors = Systems.random(mu, mv, 17 * n1 + n2 + mu);
        FirstQuantisation exact = new FirstQuantisation(tensors, n1, n2);
        int[] levels = exact.bosonicLevels();
        double energy = exact.energy(levels[0]);
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator =
                    propagator(tensors, n1, n2, Systems.orbital(mu, 5), Systems.orbital(mv, 6), workers);
            ManyBodyState state = propagator.state();
            // Energies of order 10 to rounding; the state to the tolerance, of which γ sees twice as much.
            assertThat(found(propagator, "energy")).isCloseTo(energy, within(1e-12));
            assertThat(found(propagator, "gap")).isCloseTo(exact.energy(levels[1]) - energy, within(1e-9));
            double[] gamma = exact.reducedDensity(exact.level(levels[0]));
            assertThat(state.reducedDensity().matrix()).containsExactly(gamma, within(2 * TOLERANCE));
        }
    }

    @Test
    void itStandsStillAndKnowsItsError() {
        ModeTensors tensors = Systems.random(3, 3, 8);
        try (Workers workers = Workers.of(2)) {
            // 10 · 15 states: more than the memory of vectors, so that the search restarts.
            LaboratoryPropagator propagator =
                    propagator(tensors, 3, 4, Systems.orbital(3, 1), Systems.orbital(3, 2), workers);
            double[] before = propagator.state().reducedDensity().matrix();
            double energy = propagator.state().energyPerParticle();
            assertThat(found(propagator, "restarts")).isPositive();
            assertThat(found(propagator, "state-error")).isLessThan(TOLERANCE);
            assertThat(found(propagator, "residual")).isGreaterThan(0);
            propagator.advanceTo(3);
            ManyBodyState after = propagator.state();
            // The start and the propagation may each be off by the tolerance, γ by twice that.
            assertThat(after.reducedDensity().matrix()).containsExactly(before, within(4 * TOLERANCE));
            assertThat(after.energyPerParticle()).isCloseTo(energy, within(1e-13 * 10));
            assertThat(after.traceDistanceError()).isGreaterThan(2 * found(propagator, "state-error"));
        }
    }

    /** H conserves the parity of the particles in mode 1 here, and that of u^{⊗3} with u = φ₁ is odd. */
    @Test
    void aStartOfTheWrongSymmetryDoesNotHideTheGroundState() {
        ModeTensors tensors = Systems.diagonal(
                new double[] {-1, 2},
                new double[] {0},
                new double[][] {{0.3, 0.1}, {0.1, 0.2}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        // b*_0 b*_0 b_1 b_1 and its adjoint
        tensors.own()[0][4 + 1] = 0.4;
        tensors.own()[0][4 + 2] = 0.4;
        tensors.own()[0][8 + 1] = 0.4;
        tensors.own()[0][8 + 2] = 0.4;
        FirstQuantisation exact = new FirstQuantisation(tensors, 3, 1);
        try (Workers workers = Workers.of(1)) {
            LaboratoryPropagator propagator =
                    propagator(tensors, 3, 1, new double[] {0, 0, 1, 0}, new double[] {1, 0}, workers);
            propagator.advanceTo(0);
            assertThat(found(propagator, "energy")).isCloseTo(exact.energy(exact.bosonicLevels()[0]), within(1e-12));
        }
    }

    @Test
    void theNumberOfWorkersDoesNotMatter() {
        ModeTensors tensors = Systems.random(3, 3, 8);
        double[][] gamma = new double[2][];
        for (int i = 0; i < 2; i++) {
            try (Workers workers = Workers.of(i + 1)) {
                gamma[i] = propagator(tensors, 4, 4, Systems.orbital(3, 1), Systems.orbital(3, 2), workers)
                        .state()
                        .reducedDensity()
                        .matrix();
            }
        }
        assertThat(gamma[1]).containsExactly(gamma[0]);
    }

    /** Two modes of v differ by 1e-9 of energy alone, so that a residual of 1e-20 would be needed to tell their states apart. */
    @Test
    void levelsThatLieTooCloseAreAnError() {
        ModeTensors tensors = Systems.random(3, 3, 8);
        ModeTensors close = new ModeTensors(3, 3, tensors.oneBody(), tensors.own(), new double[81]);
        double[] h = {1, 0, 0, 0, 1 + 1e-9, 0, 0, 0, 3};
        close.oneBody()[1] = h;
        close.own()[1] = new double[81];
        try (Workers workers = Workers.of(1)) {
            LaboratoryPropagator propagator =
                    propagator(close, 3, 4, Systems.orbital(3, 1), Systems.orbital(3, 2), workers);
            assertThatThrownBy(propagator::state)
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContainingAll("ground state was not found", "residual", "solvers.fock.tolerance");
        }
    }

    /** What is saved in the middle of a search begins it anew, and what is saved after it goes on; both to the last bit. */
    @Test
    void aSearchThatWasInterruptedFindsTheSame() {
        ModeTensors tensors = Systems.random(3, 3, 8);
        double[] u = Systems.orbital(3, 1);
        double[] v = Systems.orbital(3, 2);
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator whole = propagator(tensors, 4, 4, u, v, workers);
            whole.advanceTo(1);
            double[] end = whole.state().reducedDensity().matrix();

            LaboratoryPropagator early = propagator(tensors, 4, 4, u, v, workers);
            assertThat(early.stepTowards(1)).isFalse();
            LaboratoryPropagator again = propagator(tensors, 4, 4, u, v, workers);
            again.restore(early.save());
            again.advanceTo(1);
            assertThat(again.state().reducedDensity().matrix()).containsExactly(end);

            LaboratoryPropagator late = propagator(tensors, 4, 4, u, v, workers);
            late.advanceTo(0.4);
            LaboratoryPropagator on = propagator(tensors, 4, 4, u, v, workers);
            on.restore(late.save());
            on.advanceTo(1);
            late.advanceTo(1);
            assertThat(on.state().reducedDensity().matrix())
                    .containsExactly(late.state().reducedDensity().matrix());
            assertThat(on.state().traceDistanceError()).isEqualTo(late.state().traceDistanceError());
            assertThat(on.report().get("ground-state")).isEqualTo(late.report().get("ground-state"));
        }
    }
}
