package org.mixfield.core.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class SnapshotTest {

    private final Workers workers = Workers.of(1);
    private final Grid grid = Grid.of(new int[] {4}, new double[] {1});
    private final HartreeState hartree = new HartreeState(ComplexField.zero(grid), ComplexField.zero(grid));

    @AfterEach
    void close() {
        workers.close();
    }

    private Discretization discretization() {
        InitialOrbital zero = site -> ComplexField.zero(site.grid());
        Species species = new Species(1, 1, Trap.NONE, zero);
        RadialPotential none = RadialPotential.none();
        return Discretization.of(
                new Mixture(species, species, new Interactions(none, none, none), Weights.ofParticles(1, 1)),
                grid,
                Boundary.PERIODIC,
                JTransformsProvider.backend(),
                workers);
    }

    @Test
    void statesAreFoundByTheirKind() {
        Snapshot snapshot = new Snapshot(0.5, discretization(), List.of(new Other(), hartree));
        assertThat(snapshot.state(HartreeState.class)).isSameAs(hartree);
        assertThat(snapshot.state(HartreeState.class).orbital(SpeciesName.V)).isSameAs(hartree.v());
        assertThat(snapshot.state(HartreeState.class).orbital(SpeciesName.U)).isSameAs(hartree.u());
        assertThatIllegalStateException()
                .isThrownBy(() -> snapshot.state(ManyBodyState.class))
                .withMessageContaining("holds no ManyBodyState");
    }

    @Test
    void theListOfStatesIsACopy() {
        List<State> states = new ArrayList<>(List.of(hartree));
        Snapshot snapshot = new Snapshot(0, discretization(), states);
        states.clear();
        assertThat(snapshot.states()).containsExactly(hartree);
    }

    private static final class Other implements State {}
}
