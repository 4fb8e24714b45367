package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.run.Workers;

class SplittingTest {

    private static final Workers WORKERS = Workers.of(1);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    static List<Splitting> schemes() {
        return Splitting.names().stream()
                .map(name -> Splitting.named(name).orElseThrow())
                .toList();
    }

    /**
     * Errors of the Manakov soliton at t = 1, computed independently; given to two digits, of which the second may be
     * rounded either way.
     */
    @ParameterizedTest
    @CsvSource({
        "strang, 0.02, 3.8e-2", "strang, 0.01, 9.6e-3", "strang, 0.005, 2.4e-3",
        "yoshida4, 0.02, 2.1e-3", "yoshida4, 0.01, 1.4e-4", "yoshida4, 0.005, 8.7e-6",
        "blanes-moan4, 0.02, 1.8e-5", "blanes-moan4, 0.01, 6.3e-7", "blanes-moan4, 0.005, 3.9e-8",
        "rkn6b, 0.02, 7.0e-6", "rkn6b, 0.01, 4.8e-8", "rkn6b, 0.005, 5.4e-10"
    })
    void manakovSolitonHasTheKnownError(String scheme, double step, double known) {
        Discretization problem = Problems1D.manakov(WORKERS);
        SplitStepPropagator propagator =
                SplitStepPropagator.fixed(problem, Splitting.named(scheme).orElseThrow(), step, false, 1e-12);
        propagator.advanceTo(1);
        HartreeState state = propagator.state();
        double error = Math.hypot(distanceFromSoliton(state.u(), 0.6), distanceFromSoliton(state.v(), 0.8));
        assertThat(error).isCloseTo(known, within(0.06 * known));
    }

    /** ‖ψ − soliton‖ with ψ scaled back from norm 1 to the soliton's, amplitude·√(2A). */
    private static double distanceFromSoliton(ComplexField field, double amplitude) {
        Grid grid = field.grid();
        double scale = amplitude * 2;
        double sum = 0;
        for (int j = 0; j < grid.size(); j++) {
            double[] exact = Problems1D.soliton(amplitude, grid.coordinate(0, j), 1);
            sum += Math.pow(scale * field.data()[2 * j] - exact[0], 2)
                    + Math.pow(scale * field.data()[2 * j + 1] - exact[1], 2);
        }
        return Math.sqrt(sum * grid.cellVolume());
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void errorFallsWithTheStatedOrderInFreeSpace(Splitting scheme) {
        // With twenty steps the errors of the best scheme, 1e-11, have left the order behind.
        assertOrder(scheme, Problems1D.trapped(WORKERS, false), 1, scheme.order() > 4 ? 5 : 10);
    }

    /** The times at which the changing trap and interactions are taken must keep the order too. */
    @ParameterizedTest
    @MethodSource("schemes")
    void errorFallsWithTheStatedOrderWhereTheHamiltonianChanges(Splitting scheme) {
        assertOrder(scheme, Problems1D.changing(WORKERS), 1, 10);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void errorFallsWithTheStatedOrderForASoliton(Splitting scheme) {
        assertOrder(scheme, Problems1D.manakov(WORKERS), 0.25, 24);
    }

    private static void assertOrder(Splitting scheme, Discretization problem, double end, int few) {
        // Errors of order 6 meet rounding soon.
        int steps = scheme.order() > 4 ? few : 4 * few;
        double[] exact = final_(problem, Splitting.RKN11B, end, end / 320);
        double coarse = distance(final_(problem, scheme, end, end / steps), exact);
        double fine = distance(final_(problem, scheme, end, end / (2 * steps)), exact);
        double observed = Math.log(coarse / fine) / Math.log(2);
        // Errors of higher orders still show: those of the sixth-order scheme are near rounding where they no longer
        // do.
        assertThat(observed).isBetween(scheme.order() - 0.3, scheme.order() + (scheme.order() > 4 ? 2.6 : 1.2));
    }

    private static double[] final_(Discretization problem, Splitting scheme, double end, double step) {
        SplitStepPropagator propagator = SplitStepPropagator.fixed(problem, scheme, step, false, 1e-12);
        propagator.advanceTo(end);
        return both(propagator.state());
    }

    private static double[] both(HartreeState state) {
        double[] both = Arrays.copyOf(state.u().data(), 2 * state.u().data().length);
        System.arraycopy(
                state.v().data(), 0, both, state.u().data().length, state.v().data().length);
        return both;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void stepsBackUndoStepsForward(Splitting scheme) {
        Discretization problem = Problems1D.trapped(WORKERS, false);
        HartreeFlow flow = new HartreeFlow(problem, 1e-12);
        Trajectory trajectory = new Trajectory(flow, problem.initial(SpeciesName.U), problem.initial(SpeciesName.V));
        for (int i = 0; i < 20; i++) {
            trajectory.step(scheme, 0.05 * i, 0.05, 2);
        }
        for (int i = 20; i > 0; i--) {
            trajectory.step(scheme, 0.05 * i, -0.05, 2);
        }
        trajectory.flush();
        HartreeState state = new HartreeState(trajectory.u, trajectory.v);
        for (SpeciesName s : SpeciesName.values()) {
            // Rounding of some hundred transforms.
            assertThat(distance(state.orbital(s).data(), problem.initial(s).data()))
                    .isLessThan(1e-11);
        }
    }

    @Test
    void fractionsOfEachKindAddUpToOneAndReadTheSameBackwards() {
        for (Splitting scheme : schemes()) {
            double[] sums = new double[2];
            double[] f = scheme.fractions();
            for (int i = 0; i < f.length; i++) {
                sums[i % 2] += f[i];
                assertThat(f[i]).isEqualTo(f[f.length - 1 - i]);
            }
            // Coefficients are given to 15 digits.
            assertThat(sums[0]).isCloseTo(1, within(1e-14));
            assertThat(sums[1]).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void anOutputBetweenStepsDoesNotChangeTheResult() {
        SplitStepPropagator whole =
                SplitStepPropagator.fixed(Problems1D.trapped(WORKERS, false), Splitting.RKN6B, 0.01, false, 1e-12);
        SplitStepPropagator parts =
                SplitStepPropagator.fixed(Problems1D.trapped(WORKERS, false), Splitting.RKN6B, 0.01, false, 1e-12);
        whole.advanceTo(0.2);
        for (int i = 1; i <= 4; i++) {
            parts.advanceTo(0.05 * i);
        }
        double[] a = whole.state().u().data();
        double[] b = parts.state().u().data();
        assertThat(distance(a, b)).isLessThan(1e-12);
    }
}
