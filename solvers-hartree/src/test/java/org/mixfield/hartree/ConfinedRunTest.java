package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;
import org.mixfield.core.spectral.Padding;

/** Two charged clouds that fly apart in free space, so that convolutions need more and more of the box. */
class ConfinedRunTest {

    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static InitialOrbital cloud(double width, double place, double momentum) {
        return site -> {
            ComplexField field = ComplexField.zero(site.grid());
            site.grid().forEachPoint((index, x, y, z) -> {
                double size = Math.exp(-((x - place) * (x - place) + y * y) / (2 * width * width));
                field.data()[2 * index] = size * Math.cos(momentum * x);
                field.data()[2 * index + 1] = size * Math.sin(momentum * x);
            });
            return field;
        };
    }

    private static Discretization flyingApart(double strength) {
        RadialPotential repulsion = RadialPotential.of(r -> strength / r);
        Mixture mixture = new Mixture(
                new Species(20, 0.5, Trap.NONE, cloud(0.8, 0.5, 1)),
                new Species(10, 0.5, Trap.NONE, cloud(0.7, -0.5, -1.5)),
                new Interactions(repulsion, repulsion, repulsion));
        Grid grid = Grid.of(new int[] {120, 96}, new double[] {30, 24});
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), WORKERS);
    }

    private static SplitStepPropagator run(Discretization problem, double end) {
        SplitStepPropagator propagator = SplitStepPropagator.fixed(problem, Splitting.RKN6B, 0.02, false, 1e-6);
        propagator.advanceTo(end);
        return propagator;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> padding(SplitStepPropagator propagator) {
        return (Map<String, Object>) propagator.report().get("padding");
    }

    private static double distance(HartreeState a, HartreeState b) {
        double sum = 0;
        for (int i = 0; i < a.u().data().length; i++) {
            sum += Math.pow(a.u().data()[i] - b.u().data()[i], 2)
                    + Math.pow(a.v().data()[i] - b.v().data()[i], 2);
        }
        return Math.sqrt(sum * a.u().grid().cellVolume());
    }

    @Test
    void orbitalsAreThoseOfFullPaddingUpToTheStatedError() {
        Discretization problem = flyingApart(1);
        SplitStepPropagator confined = run(problem, 0.6);
        SplitStepPropagator full = run(problem.withPadding(Padding.FULL), 0.6);
        double error = (double) padding(confined).get("error");
        assertThat(full.report()).doesNotContainKey("padding");
        assertThat(error).isBetween(1e-12, 1e-6 * 0.6);
        assertThat(distance(confined.state(), full.state()))
                .isLessThanOrEqualTo(error)
                .isPositive();
        assertThat((int) padding(confined).get("kernels-made")).isGreaterThan(1);
        List<?> points = (List<?>) padding(confined).get("points");
        assertThat((int) points.get(0) * (int) points.get(1)).isLessThan(240 * 192 * 8 / 10);
    }

    /** Potentials that are wrong would drive the same orbitals elsewhere: twice the interaction, for scale. */
    @Test
    void theInteractionIsNoSmallOne() {
        assertThat(distance(
                        run(flyingApart(1), 0.6).state(),
                        run(flyingApart(2), 0.6).state()))
                .isGreaterThan(0.1);
    }

    @Test
    void aRunTakenUpAfterThePaddingGrewHasTheSameBits() {
        Discretization problem = flyingApart(1);
        SplitStepPropagator whole = run(problem, 0.4);
        SplitStepPropagator resumed = SplitStepPropagator.fixed(problem, Splitting.RKN6B, 0.02, false, 1e-6);
        resumed.restore(Map.copyOf(run(problem, 0.4).save()));
        whole.advanceTo(0.6);
        resumed.advanceTo(0.6);
        assertThat(resumed.state().u().data()).containsExactly(whole.state().u().data());
        assertThat(resumed.state().v().data()).containsExactly(whole.state().v().data());
        assertThat(padding(resumed)).isEqualTo(padding(whole));
    }
}
