package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

class AdaptiveStepTest {

    private static final Workers WORKERS = Workers.of(1);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of("soliton", Problems1D.manakov(WORKERS)),
                Arguments.of("trapped", Problems1D.trapped(WORKERS, false)),
                Arguments.of("changing", Problems1D.changing(WORKERS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void theStatedErrorIsAnUpperEstimateAndNotMuchTooLarge(String name, Discretization problem) {
        for (Splitting scheme : List.of(Splitting.BLANES_MOAN4, Splitting.RKN11B)) {
            SplitStepPropagator exact = SplitStepPropagator.fixed(problem, Splitting.RKN11B, 0.0025, false, 1e-12);
            exact.advanceTo(1);
            for (double tolerance : new double[] {1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9}) {
                SplitStepPropagator propagator =
                        SplitStepPropagator.adaptive(problem, List.of(scheme), tolerance, 1e-12);
                propagator.advanceTo(0.37);
                propagator.advanceTo(1);
                double error = distance(propagator.state(), exact.state());
                double stated = propagator.error().orElseThrow();
                // Where the error falls faster than with the stated order, as it may at such steps, it is
                // overestimated.
                assertThat(stated).as(scheme.name() + " " + tolerance).isBetween(error, 12 * error);
            }
        }
    }

    private static double distance(HartreeState a, HartreeState b) {
        double sum = 0;
        for (int i = 0; i < a.u().data().length; i++) {
            sum += Math.pow(a.u().data()[i] - b.u().data()[i], 2)
                    + Math.pow(a.v().data()[i] - b.v().data()[i], 2);
        }
        return Math.sqrt(sum * a.u().grid().cellVolume());
    }

    /** Rows every 0.02 leave the scheme of order 6 no use of its long steps. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void nearOutputsAreReachedByTheSchemeThatCostsLess(String name, Discretization problem) {
        SplitStepPropagator exact = SplitStepPropagator.fixed(problem, Splitting.RKN11B, 0.0025, false, 1e-12);
        exact.advanceTo(1);
        SplitStepPropagator chosen =
                SplitStepPropagator.adaptive(problem, List.of(Splitting.RKN11B, Splitting.RKN6B), 1e-7, 1e-12);
        SplitStepPropagator sixth = SplitStepPropagator.adaptive(problem, List.of(Splitting.RKN11B), 1e-7, 1e-12);
        for (int row = 1; row <= 50; row++) {
            chosen.advanceTo(row / 50.0);
            sixth.advanceTo(row / 50.0);
        }
        double error = distance(chosen.state(), exact.state());
        assertThat(chosen.error().orElseThrow()).isBetween(error, 100 * error);
        assertThat(error).isLessThan(1e-7);
        // The soliton needs steps as short as that anyway; 6 stages for 11 elsewhere.
        double part = name.equals("soliton") ? 1 : 0.7;
        assertThat((double) (long) chosen.report().get("potential-evaluations"))
                .isLessThanOrEqualTo(part * (long) sixth.report().get("potential-evaluations"));
    }

    @Test
    void aToleranceBelowRoundingIsRefused() {
        SplitStepPropagator propagator = SplitStepPropagator.adaptive(
                Problems1D.trapped(WORKERS, false), List.of(Splitting.RKN11B), 1e-15, 1e-12);
        assertThatThrownBy(() -> propagator.advanceTo(1))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("rounding");
    }

    /** Every column with its error, at two tolerances: what the tighter one changes is less than the looser one states. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void aTighterToleranceChangesNoObservableByMoreThanTheStatedError(String name, Discretization problem) {
        double[] loose = measured(problem, 1e-6);
        double[] tight = measured(problem, 1e-7);
        List<Column> columns = columns(problem);
        for (int i = 0; i < columns.size(); i += 2) {
            assertThat(Math.abs(loose[i] - tight[i])).as(columns.get(i).name()).isLessThanOrEqualTo(loose[i + 1]);
        }
    }

    private static List<Column> columns(Discretization problem) {
        return new HartreeObservable().columns(problem, Set.of(HartreeState.class, HartreeState.Coarser.class));
    }

    private static double[] measured(Discretization problem, double tolerance) {
        SplitStepPropagator propagator =
                SplitStepPropagator.adaptive(problem, List.of(Splitting.RKN11B), tolerance, 1e-12);
        propagator.advanceTo(0.5);
        propagator.advanceTo(1);
        Measurement row = new Measurement(columns(problem));
        new HartreeObservable().measure(new Snapshot(1, problem, List.of(propagator.state())), row);
        return row.row();
    }

    /** A trap that is switched at a time between two outputs is two runs one after the other. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aQuenchIsNeverSteppedAcross(boolean adaptive) {
        double when = 0.3141;
        Discretization quenched = Problems1D.quenched(WORKERS, when);
        SplitStepPropagator propagator = adaptive
                ? SplitStepPropagator.adaptive(quenched, List.of(Splitting.RKN11B), 1e-9, 1e-12)
                : SplitStepPropagator.fixed(quenched, Splitting.RKN11B, 0.02, false, 1e-12);
        propagator.advanceTo(0.7);
        SplitStepPropagator before =
                SplitStepPropagator.fixed(Problems1D.quenched(WORKERS, 9), Splitting.RKN11B, 0.01, false, 1e-12);
        before.advanceTo(when);
        SplitStepPropagator after =
                SplitStepPropagator.fixed(Problems1D.quenched(WORKERS, -1), Splitting.RKN11B, 0.01, false, 1e-12);
        Map<String, double[]> saved = after.save();
        saved.put("u", before.state().u().data());
        saved.put("v", before.state().v().data());
        after.restore(saved);
        after.advanceTo(0.7 - when);
        assertThat(distance(propagator.state(), after.state())).isLessThan(1e-9);
    }

    @Test
    void aRunThatIsSavedAndRestoredGoesOnBitForBit() {
        Discretization problem = Problems1D.changing(WORKERS);
        SplitStepPropagator whole = SplitStepPropagator.adaptive(problem, List.of(Splitting.BLANES_MOAN4), 1e-6, 1e-12);
        for (int i = 0; i < 7; i++) {
            assertThat(whole.stepTowards(1)).isFalse();
        }
        Map<String, double[]> saved = new java.util.HashMap<>();
        whole.save().forEach((key, values) -> saved.put(key, values.clone()));
        SplitStepPropagator resumed =
                SplitStepPropagator.adaptive(problem, List.of(Splitting.BLANES_MOAN4), 1e-6, 1e-12);
        resumed.restore(saved);
        whole.advanceTo(1);
        resumed.advanceTo(1);
        assertThat(resumed.state().u().data()).containsExactly(whole.state().u().data());
        assertThat(resumed.state().v().data()).containsExactly(whole.state().v().data());
        assertThat(resumed.report()).isEqualTo(whole.report());
    }
}
