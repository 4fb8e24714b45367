package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mixfield.hartree.GroundStateProblems.cube;
import static org.mixfield.hartree.GroundStateProblems.groundState;
import static org.mixfield.hartree.GroundStateProblems.species;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.DisplacedOrbitalProvider;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.run.Workers;

/**
 * Kohn's theorem: in harmonic traps of one frequency ω, stiffness ½ m ω², the total centre of mass oscillates at ω whatever
 * the interactions, which act between pairs: c₁ m₁ ⟨x⟩_u + c₂ m₂ ⟨x⟩_v = A cos ωt.
 */
class KohnModeTest {

    private static final Workers WORKERS = Workers.of(2);

    private static final double OMEGA = 1.3;

    private static final double[] MASS = {0.5, 0.9};

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static InitialOrbital displacedGroundState(Double... by) {
        Problems problems = new Problems();
        Settings settings = Settings.of(Map.of("by", List.of(by), "of", Map.of("type", "ground-state")), problems);
        Optional<InitialOrbital> orbital = Optional.of(new DisplacedOrbitalProvider().create(settings));
        problems.throwIfAny();
        return orbital.orElseThrow();
    }

    private static Trap trap(double mass) {
        double stiffness = 0.5 * mass * OMEGA * OMEGA;
        return (x, y, z) -> stiffness * (x * x + y * y + z * z);
    }

    private static Discretization mixture(Grid grid, InitialOrbital u, InitialOrbital v) {
        return GroundStateProblems.of(
                species(MASS[0], trap(MASS[0]), u),
                species(MASS[1], trap(MASS[1]), v),
                new Interactions(
                        RadialPotential.of(r -> 2 / Math.sqrt(1 + r * r)),
                        RadialPotential.of(r -> -0.8 * Math.exp(-r * r / 2)),
                        RadialPotential.of(r -> 1.5 * Math.exp(-r * r))),
                new Weights(0.6, 0.4),
                grid,
                WORKERS);
    }

    private static void assertKohnMode(Discretization problem, double step, double[] times, double tolerance) {
        SplitStepPropagator propagator = SplitStepPropagator.fixed(problem, Splitting.RKN6B, step, false, 1e-12);
        double[] start = centre(problem, propagator.state());
        double[] relative = apart(propagator.state());
        boolean exchanged = false;
        for (double time : times) {
            propagator.advanceTo(time);
            double[] now = centre(problem, propagator.state());
            for (int axis = 0; axis < start.length; axis++) {
                assertThat(now[axis])
                        .as("axis %s at time %s", axis, time)
                        .isCloseTo(start[axis] * Math.cos(OMEGA * time), within(tolerance));
            }
            double[] species = apart(propagator.state());
            exchanged |= Math.abs(species[0] - relative[0] * Math.cos(OMEGA * time)) > 1e-3;
        }
        assertThat(exchanged)
                .as("the interaction moves each species off that oscillation")
                .isTrue();
    }

    /** c₁ m₁ ⟨x⟩_u + c₂ m₂ ⟨x⟩_v along every axis. */
    private static double[] centre(Discretization problem, HartreeState state) {
        double[] u = mean(state.u());
        double[] v = mean(state.v());
        double[] centre = new double[problem.grid().dimension()];
        for (int axis = 0; axis < centre.length; axis++) {
            centre[axis] = problem.mixture().weights().c1() * MASS[0] * u[axis]
                    + problem.mixture().weights().c2() * MASS[1] * v[axis];
        }
        return centre;
    }

    private static double[] apart(HartreeState state) {
        double[] u = mean(state.u());
        double[] v = mean(state.v());
        return new double[] {u[0] - v[0]};
    }

    private static double[] mean(ComplexField field) {
        double[] mean = new double[3];
        double[] psi = field.data();
        field.grid().forEachPoint((j, x, y, z) -> {
            double density = (psi[2 * j] * psi[2 * j] + psi[2 * j + 1] * psi[2 * j + 1])
                    * field.grid().cellVolume();
            mean[0] += x * density;
            mean[1] += y * density;
            mean[2] += z * density;
        });
        return mean;
    }

    @Test
    void theTotalCentreOfMassOscillatesAtTheTrapsFrequency() {
        Discretization problem =
                mixture(cube(2, 40, 15), displacedGroundState(0.6, 0.0), displacedGroundState(-0.9, 0.4));
        // Order 4: the error at this step, where a step twice as long has 16 times as much.
        assertKohnMode(problem, 0.01, new double[] {0.7, 1.5}, 1e-8);
    }

    @Test
    @Tag("slow")
    void inSpaceToo() {
        Discretization problem =
                mixture(cube(3, 32, 14), displacedGroundState(0.6, 0.0, -0.3), displacedGroundState(-0.9, 0.4, 0.0));
        assertKohnMode(problem, 0.02, new double[] {0.8}, 1e-8);
    }

    @Test
    void theGroundStateItselfDoesNotMove() {
        Discretization problem = mixture(cube(2, 32, 13), groundState(), groundState());
        SplitStepPropagator propagator = SplitStepPropagator.fixed(problem, Splitting.RKN6B, 0.01, false, 1e-12);
        propagator.advanceTo(0.5);
        HartreeState state = propagator.state();
        for (SpeciesName name : SpeciesName.values()) {
            double[] overlap = problem.initial(name).inner(state.orbital(name));
            // 1 − |overlap| is of second order in the errors of the step and of the ground state.
            assertThat(Math.hypot(overlap[0], overlap[1])).isCloseTo(1, within(1e-12));
        }
    }
}
