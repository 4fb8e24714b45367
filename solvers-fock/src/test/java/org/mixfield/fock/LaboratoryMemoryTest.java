package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

/** Whether Krylov vectors are kept or computed twice, and that it makes no difference but in memory. */
class LaboratoryMemoryTest {

    private static final double GIB = Math.pow(2, 30);
    private static final TruncatedFockSolver FACTORISED =
            new TruncatedFockSolver(InitialState.FACTORISED, 1e-12, 1e-10);

    /** 32 + 32 particles in four modes each: 6545² = 42 837 025 amplitudes, 0.64 GiB. */
    private static Discretization fortyMillionStates(Workers workers) {
        Grid grid = Grid.of(new int[] {16}, new double[] {10});
        return Discretization.of(Systems.mixture(32, 32), grid, Boundary.FREE, JTransformsProvider.backend(), workers)
                .withModes(new ModesChoice((g, s, n) -> HarmonicModesProvider.sample(g, 1, n), 4, 4));
    }

    private static double bytes(Iterable<MemoryNeed> needs) {
        double sum = 0;
        for (MemoryNeed need : needs) {
            sum += need.bytes();
        }
        return sum;
    }

    @Test
    void vectorsAreKeptWhereTheHeapHoldsThem() {
        try (Workers workers = Workers.of(2)) {
            Discretization discretization = fortyMillionStates(workers);
            // 31 vectors and the state, and once more in a checkpoint, and Schmidt vectors: 24 GiB and 15 % of the
            // heap.
            assertThat(FACTORISED.passes(discretization, 29 * GIB)).isEqualTo(LanczosPasses.ONE);
            assertThat(FACTORISED.passes(discretization, 25 * GIB)).isEqualTo(LanczosPasses.TWO);
        }
    }

    @Test
    void thePlanStatesTheSmallerNeed() {
        try (Workers workers = Workers.of(2)) {
            Discretization discretization = fortyMillionStates(workers);
            double vector = 16.0 * 6545 * 6545;
            double one = bytes(FACTORISED.memory(discretization, LanczosPasses.ONE));
            double two = bytes(FACTORISED.memory(discretization, LanczosPasses.TWO));
            assertThat(one - two).isEqualTo((31 - 4) * vector);
            // The state, its copy in a checkpoint, four vectors, and tables and tiles of 1 % of that.
            double schmidt = SchmidtWeights.bytes(6545, 6545);
            assertThat(two - schmidt).isBetween(6 * vector, 6.1 * vector);
        }
    }

    @Test
    void twoPassesLeadToTheSameRows() {
        ModeTensors tensors = Systems.random(3, 3, 12);
        for (InitialState initial : List.of(InitialState.COHERENT, InitialState.FACTORISED)) {
            try (Workers workers = Workers.of(2)) {
                LaboratoryPropagator one = propagator(tensors, initial, LanczosPasses.ONE, workers);
                LaboratoryPropagator two = propagator(tensors, initial, LanczosPasses.TWO, workers);
                for (double t : new double[] {0.1, 0.2, 1}) {
                    one.advanceTo(t);
                    two.advanceTo(t);
                    // Each state is within 2e-13 of the exact one, and γ changes by at most twice as much.
                    assertThat(two.state().reducedDensity().matrix())
                            .containsExactly(one.state().reducedDensity().matrix(), within(1e-12));
                    assertThat(two.state().energyPerParticle())
                            .isCloseTo(one.state().energyPerParticle(), within(1e-12));
                }
                assertThat(two.report()).containsEntry("krylov-passes", 2);
                assertThat(one.report()).containsEntry("krylov-passes", 1);
            }
        }
    }

    @Test
    void aSavedSpaceOfTwoPassesGoesOn() {
        ModeTensors tensors = Systems.random(3, 3, 12);
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator whole = propagator(tensors, InitialState.FACTORISED, LanczosPasses.TWO, workers);
            whole.advanceTo(0.5);
            Map<String, double[]> saved = new java.util.HashMap<>();
            whole.save().forEach((name, array) -> saved.put(name, array.clone()));
            whole.advanceTo(1.5);
            LaboratoryPropagator resumed = propagator(tensors, InitialState.FACTORISED, LanczosPasses.TWO, workers);
            resumed.restore(saved);
            resumed.advanceTo(1.5);
            assertThat(resumed.state().reducedDensity().matrix())
                    .containsExactly(whole.state().reducedDensity().matrix());
        }
    }

    private static LaboratoryPropagator propagator(
            ModeTensors tensors, InitialState initial, LanczosPasses passes, Workers workers) {
        return new LaboratoryPropagator(
                tensors,
                Systems.mixture(2, 2),
                Systems.orbital(3, 1),
                Systems.orbital(3, 2),
                initial,
                1e-2,
                2e-13,
                1.5,
                passes,
                workers);
    }
}
