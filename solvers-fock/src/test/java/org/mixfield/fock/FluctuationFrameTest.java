package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Weights;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/** The fluctuation frame against closed forms, the co-moving frame and itself. */
class FluctuationFrameTest {

    /** A problem without any symmetry: complex orbitals, particle numbers and weights that do not match. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Problem(ModeTensors tensors, int n1, int n2, double c1, double[] u, double[] v, double time) {

        static Problem of(int mu, int mv, int seed, double coupling, int n1, int n2, double c1, double time) {
            ModeTensors t = Systems.random(mu, mv, seed);
            ModeTensors weak = new ModeTensors(
                    mu,
                    mv,
                    t.oneBody(),
                    new double[][] {times(coupling, t.own()[0]), times(-coupling, t.own()[1])},
                    times(coupling, t.between()));
            return new Problem(weak, n1, n2, c1, Systems.orbital(mu, seed + 1), Systems.orbital(mv, seed + 2), time);
        }

        private static double[] times(double f, double[] x) {
            return java.util.Arrays.stream(x).map(a -> f * a).toArray();
        }

        Mixture mixture() {
            Mixture plain = Systems.mixture(n1, n2);
            return new Mixture(plain.u(), plain.v(), plain.interactions(), new Weights(c1, 1 - c1));
        }
    }

    /** One mode, H = (1/2N)a†²a². */
    private static Problem kerr(int n, double time) {
        ModeTensors tensors = Systems.diagonal(
                new double[] {0.3}, new double[] {0.1}, new double[][] {{1}}, new double[][] {{0}}, new double[][] {{0}
                });
        return new Problem(tensors, n, 20, n / (n + 20.0), new double[] {1, 0}, new double[] {1, 0}, time);
    }

    private static double kerrNumber(int n, double time) {
        double z = time / n;
        return 2 * n * (1 - Math.exp(n * (Math.cos(z) - 1)) * Math.cos(n * Math.sin(z) - time));
    }

    private static FluctuationPropagator evolved(
            Problem problem, int ku, int kv, Optional<SpeciesCutoffs> cubic, double tolerance, int count) {
        try (Workers workers = Workers.of(count)) {
            FluctuationPropagator propagator = new FluctuationPropagator(
                    problem.tensors(),
                    problem.mixture(),
                    problem.u(),
                    problem.v(),
                    new FluctuationChoice(new SpeciesCutoffs(ku, kv), cubic, tolerance),
                    problem.time(),
                    workers);
            propagator.advanceTo(problem.time());
            propagator.state();
            return propagator;
        }
    }

    private static DirectState evolve(Problem problem, int ku, int kv) {
        return evolved(problem, ku, kv, Optional.empty(), 1e-10, 2).state();
    }

    // ---- one mode, in closed form

    @ParameterizedTest
    @CsvSource({"10, 64, 0.483854199091", "100, 48, 0.489398247229"})
    void oneModeHasTheKnownNumberOfFluctuations(int n, int cutoff, double exact) {
        Estimate number = evolve(kerr(n, 0.7), cutoff, 2).numberU();
        assertThat(kerrNumber(n, 0.7)).isCloseTo(exact, within(1e-12));
        // P(n > 64) is 1e-11 for ten particles, and the number has a hundred times that error.
        assertThat(number.value()).isCloseTo(exact, within(2e-9));
        assertThat(number.error()).isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.7, 14", "10, 0.7, 20", "10, 0.4, 8", "100, 0.7, 12", "100, 0.3, 8", "4, 0.5, 16"})
    void statedErrorEnclosesTheTrueOneWithinAFactorTen(int n, double time, int cutoff) {
        Estimate number = evolve(kerr(n, time), cutoff, 2).numberU();
        double error = Math.abs(number.value() - kerrNumber(n, time));
        assertThat(error).isGreaterThan(1e-8);
        assertThat(number.error()).isBetween(error, 10 * error);
    }

    // ---- against the co-moving frame

    @ParameterizedTest
    @CsvSource({
        "2, 1, 7, 0.25, 3, 2, 0.75, 0.3, 14, 8, 12",
        "2, 2, 3, 0.15, 2, 3, 0.20, 0.3, 8, 8, 8",
        "3, 1, 9, -0.1, 2, 1, 0.55, 0.25, 8, 6, 8"
    })
    void everyMomentIsThatOfTheCoMovingFrame(
            int mu,
            int mv,
            int seed,
            double coupling,
            int n1,
            int n2,
            double c1,
            double time,
            int ku,
            int kv,
            int comovingCutoff) {
        Problem problem = Problem.of(mu, mv, seed, coupling, n1, n2, c1, time);
        DirectState direct = evolve(problem, ku, kv);
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT,
                OptionalInt.of(comovingCutoff),
                OptionalInt.empty(),
                1e-6,
                SectorSum.ALL,
                1e-9,
                OptionalDouble.of(1e-8));
        CoMovingState comoving;
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator = new CoMovingPropagator(
                    problem.tensors(), problem.mixture(), problem.u(), problem.v(), choice, time, workers);
            propagator.advanceTo(time);
            comoving = (CoMovingState) propagator.state();
        }
        CoherentMoments reference = comoving.moments().orElseThrow();
        double other = comoving.traceDistanceError();
        assertThat(direct.traceDistance().value())
                .isCloseTo(
                        comoving.traceDistance(), within(direct.traceDistance().error() + other));
        // An error of γ is one of the numbers per particle.
        assertAgree(direct.numberU(), reference.numberU(), n1 * other);
        assertAgree(direct.numberV(), reference.numberV(), n2 * other);
        assertAgree(direct.numberUV(), reference.numberUV(), n1 * n2 * other);
        // The particles that are missing are those of the top shells.
        CoherentMoments moments = direct.moments();
        assertThat(moments.numberSquaredU())
                .isCloseTo(
                        reference.numberSquaredU(),
                        within(ku * (direct.numberU().error() + n1 * other)));
        assertThat(moments.numberSquaredV())
                .isCloseTo(
                        reference.numberSquaredV(),
                        within(kv * (direct.numberV().error() + n2 * other)));
        double[] remainders = moments.remainders();
        double[] others = reference.remainders();
        double[] smaller = evolve(problem, ku - 2, kv - 2).moments().remainders();
        // What two more particles change is more than what is missing then.
        double error = 2 * other;
        for (int j = 0; j < 15; j++) {
            error = Math.max(error, 2 * other + Math.abs(remainders[j] - smaller[j]));
        }
        for (int j = 0; j < 15; j++) {
            assertThat(remainders[j]).as("r_%d", j + 1).isCloseTo(others[j], within(error));
            assertThat(others[j]).as("r_%d is not lost in the error", j + 1).isGreaterThan(4 * error);
        }
    }

    private static void assertAgree(Estimate estimate, double reference, double error) {
        assertThat(estimate.value()).isCloseTo(reference, within(estimate.error() + error));
        assertThat(estimate.error() + error).isLessThan(1e-3 * reference);
    }

    @Test
    void stepsKeepTheToleranceThatTheyAreGiven() {
        Problem problem = Problem.of(2, 2, 3, 0.15, 3, 5, 0.2, 0.3);
        for (double tolerance : new double[] {1e-5, 1e-7}) {
            DirectState rough =
                    evolved(problem, 6, 6, Optional.empty(), tolerance, 2).state();
            DirectState fine =
                    evolved(problem, 6, 6, Optional.empty(), 1e-11, 2).state();
            // ⟨𝒩⟩ is below 1: 2δ‖𝒩ω‖ for states δ apart.
            assertThat(rough.numberU().value()).isCloseTo(fine.numberU().value(), within(4 * tolerance));
            assertThat(rough.traceDistance().value())
                    .isCloseTo(fine.traceDistance().value(), within(4 * tolerance));
        }
    }

    // ---- truncated dynamics

    @Test
    void truncatedDynamicsApproachesTheWholeOneAsItsCutoffsGrow() {
        Problem problem = Problem.of(2, 2, 3, 0.3, 3, 5, 0.2, 0.3);
        double before = Double.MAX_VALUE;
        double first = 0;
        for (int m : new int[] {0, 2, 4, 6}) {
            DirectState state = evolved(problem, 7, 7, Optional.of(new SpeciesCutoffs(m, m)), 1e-7, 2)
                    .state();
            double distance = state.truncated().orElseThrow().distance().value();
            assertThat(distance).isLessThan(before).isPositive();
            first = m == 0 ? distance : first;
            before = distance;
        }
        assertThat(before).isLessThan(0.1 * first);
        TruncatedState all = evolved(problem, 7, 7, Optional.of(new SpeciesCutoffs(7, 7)), 1e-7, 2)
                .state()
                .truncated()
                .orElseThrow();
        // Equal matrices, step by step.
        assertThat(all.distance().value()).isZero();
        assertThat(all.distance().error()).isPositive();
    }

    @Test
    @Tag("slow")
    void statedErrorsOfTheTruncatedDynamicsEncloseWhatLargerCutoffsChange() {
        Problem problem = Problem.of(2, 1, 7, 0.3, 6, 2, 0.75, 0.4);
        Optional<SpeciesCutoffs> cubic = Optional.of(new SpeciesCutoffs(2, 1));
        TruncatedState exact =
                evolved(problem, 16, 10, cubic, 1e-9, 2).state().truncated().orElseThrow();
        for (int cutoff : new int[] {6, 8, 10}) {
            TruncatedState state = evolved(problem, cutoff, cutoff - 2, cubic, 1e-9, 2)
                    .state()
                    .truncated()
                    .orElseThrow();
            assertEncloses(state.numberU(), exact.numberU());
            assertEncloses(state.numberV(), exact.numberV());
            assertEncloses(state.distance(), exact.distance());
        }
    }

    private static void assertEncloses(Estimate estimate, Estimate exact) {
        double error = Math.abs(estimate.value() - exact.value());
        assertThat(estimate.error()).isBetween(error, 10 * error + exact.error());
    }

    // ---- cutoffs that are too small

    @Test
    void aCutoffThatIsTooSmallIsRefusedWithOneThatDoes() {
        for (double time : new double[] {0.7, 1}) {
            assertThatThrownBy(() -> evolve(kerr(10, time), 4, 2))
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContainingAll("solvers.fock.direct-cutoff: {u: 4, v: 2}", "time " + time, "comoving")
                    .satisfies(e -> {
                        String advice = String.valueOf(e.getMessage());
                        String cutoff =
                                advice.replaceFirst("(?s).*direct-cutoff: \\{u: (\\d+), v: 2} would do.*", "$1");
                        assertThat(evolve(kerr(10, time), Integer.parseInt(cutoff), 2)
                                        .numberU()
                                        .error())
                                .isLessThan(0.1);
                    });
        }
    }

    @Test
    void aRowBeforeTheEndNamesACutoffForTheEnd() {
        Problem problem = kerr(10, 1);
        try (Workers workers = Workers.of(1)) {
            FluctuationPropagator propagator = new FluctuationPropagator(
                    problem.tensors(),
                    problem.mixture(),
                    problem.u(),
                    problem.v(),
                    new FluctuationChoice(new SpeciesCutoffs(6, 2), Optional.empty(), 1e-9),
                    1,
                    workers);
            propagator.advanceTo(0.25);
            assertThat(propagator.state().numberU().value()).isPositive();
            propagator.advanceTo(0.65);
            assertThatThrownBy(propagator::state)
                    .isInstanceOf(NumericalException.class)
                    .satisfies(e -> {
                        String advice = String.valueOf(e.getMessage());
                        int cutoff = Integer.parseInt(
                                advice.replaceFirst("(?s).*direct-cutoff: \\{u: (\\d+), v: 2} would do.*", "$1"));
                        assertThat(evolve(problem, cutoff, 2).numberU().value())
                                .isCloseTo(kerrNumber(10, 1), within(0.05));
                    });
        }
    }

    // ---- workers and reports

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        Problem problem = Problem.of(2, 2, 3, 0.3, 3, 5, 0.2, 0.2);
        Optional<SpeciesCutoffs> cubic = Optional.of(new SpeciesCutoffs(1, 2));
        DirectState one = evolved(problem, 6, 5, cubic, 1e-8, 1).state();
        DirectState three = evolved(problem, 6, 5, cubic, 1e-8, 3).state();
        assertThat(three.numberU()).isEqualTo(one.numberU());
        assertThat(three.traceDistance()).isEqualTo(one.traceDistance());
        assertThat(three.truncated()).isEqualTo(one.truncated());
        assertThat(three.moments().gram()).containsExactly(one.moments().gram());
    }

    @Test
    void itReportsStepsAndTopShells() {
        FluctuationPropagator propagator = evolved(kerr(10, 0.5), 12, 2, Optional.empty(), 1e-9, 1);
        assertThat(propagator.report()).containsKeys("steps", "operator-applications", "time", "states");
        assertThat(propagator.report().get("top-shell-weight").toString()).contains("u=", "v=0.0");
        assertThat(FluctuationLevels.cutoffs(new SpeciesCutoffs(3, 2)))
                .isEqualTo(List.of(new SpeciesCutoffs(3, 2), new SpeciesCutoffs(1, 0)));
    }
}
