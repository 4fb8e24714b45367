package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.HarmonicTrap;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class HarmonicFlowTest {

    private static final Workers WORKERS = Workers.of(2);
    private static final PairPotential NONE = RadialPotential.of(r -> 0);
    private static final PairPotential SOFT = RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r));
    private static final HarmonicTrap ON_U = new HarmonicTrap(new double[] {1, 2.5, 0}, new double[] {0.2, -0.1, 0});
    private static final HarmonicTrap ON_V = new HarmonicTrap(new double[] {0.6, 0.9, 0}, new double[3]);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    static List<Splitting> schemes() {
        return SplittingTest.schemes();
    }

    /** Hides from the solver what it knows of a trap. */
    private static Trap unknown(HarmonicTrap trap) {
        return (x, y, z) -> trap.along(0, x) + trap.along(1, y);
    }

    private static InitialOrbital gaussian(double x0, double y0, double momentum) {
        return site -> {
            ComplexField field = ComplexField.zero(site.grid());
            site.grid().forEachPoint((index, x, y, z) -> {
                double size = Math.exp(-0.5 * ((x - x0) * (x - x0) + (y - y0) * (y - y0)));
                field.data()[2 * index] = size * Math.cos(momentum * x);
                field.data()[2 * index + 1] = size * Math.sin(momentum * x);
            });
            return field;
        };
    }

    private static Discretization inAPlane(Trap onU, Trap onV, PairPotential pairs) {
        Mixture mixture = new Mixture(
                new Species(20, 0.5, onU, gaussian(0.7, -0.3, 0.4)),
                new Species(12, 0.8, onV, gaussian(-0.4, 0.2, -0.2)),
                new Interactions(pairs, pairs, pairs),
                Weights.ofParticles(20, 12));
        return inFreeSpace(mixture, new int[] {60, 64}, new double[] {16, 16});
    }

    private static Discretization inFreeSpace(Mixture mixture, int[] points, double[] length) {
        return Discretization.of(
                mixture, Grid.of(points, length), Boundary.FREE, JTransformsProvider.backend(), WORKERS);
    }

    private static SplitStepPropagator propagator(Discretization problem, Splitting scheme, double step) {
        return SplitStepPropagator.fixed(problem, scheme, step, false, 1e-13).withExactTraps();
    }

    private static List<ComplexField> after(Discretization problem, Splitting scheme, double step, double end) {
        SplitStepPropagator propagator = propagator(problem, scheme, step);
        propagator.advanceTo(end);
        return List.of(propagator.state().u().copy(), propagator.state().v().copy());
    }

    private static double distance(List<ComplexField> a, List<ComplexField> b) {
        double sum = 0;
        for (int s = 0; s < 2; s++) {
            double[] x = a.get(s).data();
            double[] y = b.get(s).data();
            for (int i = 0; i < x.length; i++) {
                sum += (x[i] - y[i]) * (x[i] - y[i]) * a.get(s).grid().cellVolume();
            }
        }
        return Math.sqrt(sum);
    }

    /** ⟨x⟩ = c + (x₀ − c) cos ωt + p₀/(mω) sin ωt, ω² = 2k/m, and nothing of it depends on the step. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 2.9})
    void withoutInteractionACloudSwingsExactlyWithAnyStep(double step) {
        double end = 2.9;
        List<ComplexField> clouds = after(inAPlane(ON_U, ON_V, NONE), Splitting.STRANG, step, end);
        double omega = Math.sqrt(2 * 1 / 0.5);
        double expected = 0.2 + (0.7 - 0.2) * Math.cos(omega * end) + 0.4 / (0.5 * omega) * Math.sin(omega * end);
        double[] mean = new double[1];
        ComplexField u = clouds.get(0);
        u.grid()
                .forEachPoint((index, x, y, z) -> mean[0] += x
                        * (u.data()[2 * index] * u.data()[2 * index]
                                + u.data()[2 * index + 1] * u.data()[2 * index + 1])
                        * u.grid().cellVolume());
        // What is left is the grid's own: clouds of this width end at 1e-12 in momentum.
        assertThat(mean[0]).isCloseTo(expected, within(1e-10));
        List<ComplexField> small = after(inAPlane(ON_U, ON_V, NONE), Splitting.STRANG, 0.01, end);
        assertThat(distance(clouds, small)).isLessThan(1e-10);
    }

    @Test
    void withInteractionItIsTheSameDynamics() {
        Discretization known = inAPlane(ON_U, ON_V, SOFT);
        List<ComplexField> expected =
                after(inAPlane(unknown(ON_U), unknown(ON_V), SOFT), Splitting.RKN11B, 1.0 / 80, 1);
        assertThat(propagator(known, Splitting.RKN11B, 0.1).report())
                .containsEntry("exact-trap-axes", Map.of("u", List.of("x", "y"), "v", List.of("x", "y")));
        // Rounding of some thousand transforms.
        assertThat(distance(after(known, Splitting.RKN11B, 1.0 / 40, 1), expected))
                .isLessThan(1e-11);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void errorFallsWithTheStatedOrder(Splitting scheme) {
        Discretization problem = inAPlane(ON_U, ON_V, SOFT);
        List<ComplexField> exact = after(problem, Splitting.RKN11B, 1.0 / 80, 1);
        int steps = scheme.order() > 4 ? 5 : 20;
        double coarse = distance(after(problem, scheme, 1.0 / steps, 1), exact);
        double fine = distance(after(problem, scheme, 0.5 / steps, 1), exact);
        // Errors of higher orders still show where those of the leading one are small, as RKN6B's are.
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(scheme.order() - 0.3, scheme.order() + 2.6);
    }

    /** The error of Strang's splitting is the trap's for the most part, when that is strong. */
    @Test
    void aTightAxisCostsNoAccuracy() {
        HarmonicTrap tight = new HarmonicTrap(new double[] {0.5, 40, 0}, new double[3]);
        InitialOrbital narrow = site -> {
            ComplexField field = ComplexField.zero(site.grid());
            site.grid()
                    .forEachPoint((index, x, y, z) -> field.data()[2 * index] =
                            Math.exp(-0.5 * (x - 0.5) * (x - 0.5) - 0.5 * Math.sqrt(40) * y * y));
            return field;
        };
        List<Double> errors = new ArrayList<>();
        for (Trap trap : List.of(tight, unknown(tight))) {
            Mixture mixture = new Mixture(
                    new Species(20, 0.5, trap, narrow),
                    new Species(12, 0.5, trap, narrow),
                    new Interactions(SOFT, SOFT, SOFT),
                    Weights.ofParticles(20, 12));
            Discretization problem = inFreeSpace(mixture, new int[] {48, 48}, new double[] {14, 6});
            List<ComplexField> exact = after(problem, Splitting.RKN11B, 1.0 / 200, 0.5);
            errors.add(distance(after(problem, Splitting.STRANG, 0.01, 0.5), exact));
        }
        assertThat(errors.get(0)).isLessThan(0.01 * errors.get(1));
    }

    @Test
    void stepsBackUndoStepsForwardInPiecesToo() {
        Discretization problem = inAPlane(ON_U, ON_V, SOFT);
        HartreeFlow flow = new HartreeFlow(problem, 1e-13);
        Trajectory trajectory = new Trajectory(flow, problem.initial(SpeciesName.U), problem.initial(SpeciesName.V));
        trajectory.chooseTrapShare(0);
        assertThat(flow.pieces(0.4)).isGreaterThan(1);
        for (int i = 0; i < 5; i++) {
            trajectory.step(Splitting.YOSHIDA4, 0.4 * i, 0.4, 9);
        }
        for (int i = 5; i > 0; i--) {
            trajectory.step(Splitting.YOSHIDA4, 0.4 * i, -0.4, 9);
        }
        trajectory.flush();
        List<ComplexField> start = List.of(problem.initial(SpeciesName.U), problem.initial(SpeciesName.V));
        assertThat(distance(List.of(trajectory.u, trajectory.v), start)).isLessThan(1e-11);
    }

    /** In a Thomas–Fermi cloud the interaction balances the trap. */
    @Test
    void aTrapThatTheInteractionBalancesStaysWithTheInteraction() {
        HarmonicTrap trap = new HarmonicTrap(new double[] {1, 0, 0}, new double[3]);
        double radius = 4;
        // n(x) = (μ − x²)/g of norm 1: g = 4R³/3.
        PairPotential contact = new ContactPotential(4 * radius * radius * radius / 3);
        InitialOrbital cloud =
                Problems1D.orbital(x -> new double[] {Math.sqrt(Math.max(0, radius * radius - x * x)), 0});
        InitialOrbital far = Problems1D.gaussian(0, 1, 0);
        Mixture mixture = new Mixture(
                new Species(20, 0.5, trap, cloud),
                new Species(12, 0.5, trap, far),
                new Interactions(contact, NONE, NONE),
                Weights.ofParticles(20, 12));
        Discretization problem = inFreeSpace(mixture, new int[] {256}, new double[] {20});
        assertThat(propagator(problem, Splitting.STRANG, 0.01).report())
                .containsEntry("exact-trap-axes", Map.of("u", List.of(), "v", List.of("x")));
    }
}
