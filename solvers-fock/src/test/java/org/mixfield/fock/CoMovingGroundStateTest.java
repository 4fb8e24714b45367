package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.Workers;

/** The many-body ground state as a start, in the co-moving frame, against the laboratory frame. */
class CoMovingGroundStateTest {

    private static final double END = 0.4;

    /** Pair potentials at this strength; the one-body part as it is. */
    private static ModeTensors weak(int mu, int mv, double strength) {
        ModeTensors some = Systems.random(mu, mv, 8);
        double[][] own = {scaled(some.own()[0], strength), scaled(some.own()[1], strength)};
        return new ModeTensors(mu, mv, some.oneBody(), own, scaled(some.between(), strength));
    }

    private static double[] scaled(double[] a, double factor) {
        return java.util.Arrays.stream(a).map(x -> factor * x).toArray();
    }

    private static LaboratoryPropagator laboratory(
            ModeTensors tensors, int n1, int n2, double[] u, double[] v, Workers workers) {
        return new LaboratoryPropagator(
                tensors, Systems.mixture(n1, n2), u, v, InitialState.GROUND_STATE, 1e-12, 1e-11, END, workers);
    }

    private static CoMovingPropagator comoving(
            ModeTensors tensors, int n1, int n2, double[] u, double[] v, int cutoff, Workers workers) {
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.GROUND_STATE,
                OptionalInt.of(cutoff),
                OptionalInt.empty(),
                1e-6,
                SectorSum.AUTO,
                1e-12,
                1e-10);
        return new CoMovingPropagator(tensors, Systems.mixture(n1, n2), u, v, choice, END, workers);
    }

    @SuppressWarnings("unchecked")
    private static double found(Propagator propagator, String name) {
        return ((Number) ((Map<String, Object>) propagator.report().get("ground-state")).get(name)).doubleValue();
    }

    private static double apart(ManyBodyState a, ManyBodyState b) {
        double[] difference = a.reducedDensity().matrix().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= b.reducedDensity().matrix()[i];
        }
        return HermitianEigenvalues.traceNorm(difference, a.reducedDensity().size());
    }

    /** With all excitations nothing is truncated, whatever the orbitals, complex and no eigenvectors of anything here. */
    @ParameterizedTest
    @CsvSource({"2, 2, 3, 2", "3, 1, 2, 3", "1, 4, 2, 2"})
    void withAllExcitationsItIsThatOfTheLaboratory(int n1, int n2, int mu, int mv) {
        ModeTensors tensors = weak(mu, mv, 0.5);
        double[] u = Systems.orbital(mu, 1);
        double[] v = Systems.orbital(mv, 2);
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator reference = laboratory(tensors, n1, n2, u, v, workers);
            CoMovingPropagator propagator = comoving(tensors, n1, n2, u, v, n1 + n2, workers);
            for (double time : new double[] {0, END}) {
                reference.advanceTo(time);
                propagator.advanceTo(time);
                // The tolerance 1e-10 of the states, of which γ sees twice as much, and of the moving bases.
                assertThat(propagator.state().reducedDensity().matrix())
                        .containsExactly(reference.state().reducedDensity().matrix(), within(1e-9));
                assertThat(propagator.state().energyPerParticle())
                        .isCloseTo(reference.state().energyPerParticle(), within(1e-9));
            }
            assertThat(found(propagator, "energy")).isCloseTo(found(reference, "energy"), within(1e-11));
            assertThat(found(propagator, "energy"))
                    .isCloseTo((n1 + n2) * reference.state().energyPerParticle(), within(1e-10));
            double gap = found(reference, "gap");
            assertThat(found(propagator, "gap")).isBetween(0.7 * gap, 1.5 * gap);
        }
    }

    /** From orbitals that minimise the energy of a product, few excitations do; the energy is above by what they miss. */
    @ParameterizedTest
    @CsvSource({"30, 20, 2, 2, 4", "30, 20, 2, 2, 6", "12, 12, 3, 2, 4", "12, 12, 3, 2, 6"})
    void fewExcitationsComeWithinTheStatedError(int n1, int n2, int mu, int mv, int cutoff) {
        ModeTensors tensors = weak(mu, mv, 0.3);
        try (Workers workers = Workers.of(2)) {
            double[][] orbitals = minimiser(tensors, n1, n2);
            LaboratoryPropagator reference = laboratory(tensors, n1, n2, orbitals[0], orbitals[1], workers);
            CoMovingPropagator propagator = comoving(tensors, n1, n2, orbitals[0], orbitals[1], cutoff, workers);
            ManyBodyState exact = reference.state();
            CoMovingState state = (CoMovingState) propagator.state();
            double difference = apart(state, exact);
            assertThat(state.errors().gamma()).isBetween(difference, 30 * difference + 1e-9);
            assertThat(found(propagator, "energy"))
                    .isBetween(found(reference, "energy") - 1e-11, found(reference, "energy") + difference);
            propagator.advanceTo(END);
            // It stands still but for what the truncation makes of it.
            assertThat(apart(propagator.state(), exact))
                    .isLessThan(((CoMovingState) propagator.state()).errors().gamma());
        }
    }

    /** Imaginary time on the mean fields of N−1 and N particles. */
    private static double[][] minimiser(ModeTensors tensors, int n1, int n2) {
        int mu = tensors.modesU();
        int mv = tensors.modesV();
        double[] u = Systems.orbital(mu, 1);
        double[] v = Systems.orbital(mv, 2);
        FrameWeights w = FrameWeights.factorised(n1, n2);
        for (int step = 0; step < 4000; step++) {
            double[] both = java.util.Arrays.copyOf(u, 2 * (mu + mv));
            System.arraycopy(v, 0, both, 2 * mu, 2 * mv);
            double[][] h = ModeMeanField.of(
                    tensors,
                    ModeMeanField.density(both, 0, mu),
                    ModeMeanField.density(both, 2 * mu, mv),
                    w.a11(),
                    w.a12(),
                    w.a22(),
                    w.a21());
            u = stepped(u, h[0]);
            v = stepped(v, h[1]);
        }
        return new double[][] {u, v};
    }

    private static double[] stepped(double[] orbital, double[] h) {
        int m = orbital.length / 2;
        double[] next = orbital.clone();
        double square = 0;
        for (int i = 0; i < 2 * m; i++) {
            for (int j = 0; j < m; j++) {
                next[i] -= 0.05 * h[i / 2 * m + j] * orbital[2 * j + i % 2];
            }
            square += next[i] * next[i];
        }
        double norm = Math.sqrt(square);
        return java.util.Arrays.stream(next).map(x -> x / norm).toArray();
    }

    @Test
    void itIsSavedAndRestored() {
        ModeTensors tensors = weak(3, 2, 0.3);
        double[] u = Systems.orbital(3, 1);
        double[] v = Systems.orbital(2, 2);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator one = comoving(tensors, 4, 3, u, v, 4, workers);
            one.advanceTo(0.1);
            CoMovingPropagator two = comoving(tensors, 4, 3, u, v, 4, workers);
            two.restore(one.save());
            assertThat(two.report().get("ground-state")).isEqualTo(one.report().get("ground-state"));
            one.advanceTo(0.2);
            two.advanceTo(0.2);
            assertThat(two.state().reducedDensity().matrix())
                    .containsExactly(one.state().reducedDensity().matrix());
        }
    }
}
