package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.run.Workers;

/** What every solver must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class SolverContract extends ProviderContract<SolverProvider> {

    private static final double END = 0.2;
    private static final int ROWS = 4;

    private final Workers workers = Workers.of(2);

    /** Settings it accepts, without {@code type}. */
    @Override
    protected abstract Map<String, Object> settings();

    /** The problem that is solved up to time 0.2; {@link MadeUpMixture#onALine} unless overridden. */
    protected Discretization discretization(Workers workers) {
        return MadeUpMixture.onALine(workers);
    }

    /** How far two states may be apart that were reached with and without stops on the way. */
    protected double tolerance() {
        return 1e-8;
    }

    /** All the numbers of a state; overridden for kinds of states that Mixfield does not know. */
    protected double[] values(State state) {
        return StateValues.of(state);
    }

    @AfterEach
    void closeWorkers() {
        workers.close();
    }

    @Override
    final Solver create(SolverProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private Solver solver() {
        return (Solver) created();
    }

    private Propagator start() {
        return solver().start(discretization(workers), END);
    }

    @Test
    void theKindOfStateIsTheOneStated() {
        Class<? extends State> stated = provider().stateType();
        assertThat(stated).isAssignableFrom(solver().stateType());
        assertThat(start().state()).isInstanceOf(solver().stateType());
    }

    @Test
    void itStartsFromTheInitialOrbitals() {
        Discretization problem = discretization(workers);
        State state = solver().start(problem, END).state();
        if (state instanceof HartreeState hartree) {
            for (SpeciesName species : SpeciesName.values()) {
                assertValues(
                        hartree.orbital(species).data(),
                        problem.initial(species).data(),
                        1e-12);
            }
        } else if (state instanceof ManyBodyState manyBody) {
            ProductState product = ProductState.of(problem);
            assertValues(manyBody.projectedU(), product.projectedU(), 1e-10);
            assertValues(manyBody.projectedV(), product.projectedV(), 1e-10);
            // A coherent state leaves a little out.
            assertThat(manyBody.norm()).isCloseTo(1, within(0.01));
        }
        assertFinite(values(state));
    }

    @Test
    void advancingToThePresentTimeChangesNothing() {
        Propagator propagator = start();
        double[] before = values(propagator.state());
        propagator.advanceTo(0);
        assertValues(values(propagator.state()), before, 1e-12);
        propagator.advanceTo(END);
        double[] end = values(propagator.state());
        propagator.advanceTo(END);
        assertValues(values(propagator.state()), end, 1e-12);
    }

    @Test
    void timeMovesTheState() {
        Propagator propagator = start();
        double[] before = values(propagator.state());
        propagator.advanceTo(END);
        double[] after = values(propagator.state());
        assertThat(after).hasSameSizeAs(before);
        assertFinite(after);
        assertThat(distance(before, after)).isGreaterThan(1e-3);
    }

    @Test
    void timeRunsForwardOnly() {
        Propagator propagator = start();
        propagator.advanceTo(END);
        assertThatIllegalArgumentException().isThrownBy(() -> propagator.advanceTo(END / 2));
    }

    @Test
    void stopsOnTheWayDoNotChangeTheResult() {
        Propagator whole = start();
        Propagator parts = start();
        whole.advanceTo(END);
        for (int i = 1; i <= 4; i++) {
            parts.advanceTo(END * i / 4);
            values(parts.state());
        }
        assertThat(distance(values(whole.state()), values(parts.state()))).isLessThan(tolerance());
    }

    @Test
    void theSameRunGivesTheSameNumbers() {
        Propagator one = start();
        Propagator other = start();
        one.advanceTo(END);
        other.advanceTo(END);
        assertValues(values(other.state()), values(one.state()), 0);
    }

    /** Wherever it stopped: a run that is interrupted and resumed leaves the numbers of one that was not. */
    @Test
    void aSavedPropagatorGoesOnInAnotherWithTheSameNumbers() {
        Propagator whole = start();
        List<double[]> rows = new ArrayList<>();
        int steps = 0;
        for (int row = 0; row < ROWS; row++) {
            do {
                steps++;
            } while (!whole.stepTowards(END * row / (ROWS - 1)));
            rows.add(values(whole.state()));
        }
        for (int stop = 0; stop <= steps; stop = stop < 3 ? stop + 1 : 2 * stop) {
            assertGoesOnAfter(stop, rows, whole.report());
        }
    }

    private void assertGoesOnAfter(int stop, List<double[]> rows, Map<String, Object> report) {
        Propagator propagator = start();
        int left = stop;
        for (int row = 0; row < ROWS; row++) {
            double time = END * row / (ROWS - 1);
            boolean there;
            do {
                if (left-- == 0) {
                    Map<String, double[]> saved = copied(propagator.save());
                    propagator = start();
                    propagator.restore(saved);
                }
                there = propagator.stepTowards(time);
            } while (!there);
            assertThat(values(propagator.state()))
                    .as("row %d of a propagator saved and restored after %d steps", row, stop)
                    .isEqualTo(rows.get(row));
        }
        assertThat(propagator.report()).isEqualTo(report);
    }

    private static Map<String, double[]> copied(Map<String, double[]> saved) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        saved.forEach((name, array) -> {
            assertThat(name).matches("[A-Za-z0-9._-]+");
            copy.put(name, array.clone());
        });
        return copy;
    }

    @Test
    void anArrayThatIsMissingOrTooShortIsNotRestoredFrom() {
        Propagator propagator = start();
        propagator.stepTowards(END);
        Map<String, double[]> saved = copied(propagator.save());
        for (String name : saved.keySet()) {
            Map<String, double[]> without = new LinkedHashMap<>(saved);
            without.remove(name);
            assertThatIllegalArgumentException().as("without " + name).isThrownBy(() -> start().restore(without));
            Map<String, double[]> shorter = new LinkedHashMap<>(saved);
            shorter.put(name, Arrays.copyOf(saved.get(name), saved.get(name).length - 1));
            assertThatIllegalArgumentException().as("with less of " + name).isThrownBy(() -> start().restore(shorter));
        }
    }

    @Test
    void whatIsKnownOfTheWorkIsPlausible() {
        Workload workload = solver().workload(discretization(workers), List.of(0.0, END));
        workload.steps().ifPresent(steps -> assertThat(steps).isPositive());
        workload.transforms().ifPresent(transforms -> assertThat(transforms).isPositive());
        assertThat(workload.sizes()).allSatisfy((name, size) -> assertThat(size).isPositive());
    }

    @Test
    void memoryIsStatedBeforeItIsTaken() {
        List<MemoryNeed> needs = solver().memory(discretization(workers));
        assertThat(needs).isNotEmpty().allSatisfy(need -> {
            assertThat(need.what()).isNotBlank();
            assertThat(need.remedy()).isNotBlank();
            assertThat(need.bytes()).isFinite().isNotNegative();
        });
        assertThat(needs.stream().mapToDouble(MemoryNeed::bytes).sum()).isPositive();
    }

    /** They go to {@code summary.json}. */
    @Test
    void reportsArePlainValues() {
        Propagator propagator = start();
        assertPlain("report()", propagator.report());
        propagator.advanceTo(END);
        propagator.state();
        Map<String, Object> report = propagator.report();
        assertThat(report).isNotEmpty();
        assertPlain("report()", report);
    }

    private static void assertPlain(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                assertThat(key).as(where).isInstanceOf(String.class);
                assertPlain(where + "." + key, inner);
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> assertPlain(where + "[]", inner));
        } else if (value instanceof Double || value instanceof Float) {
            assertThat(((Number) value).doubleValue()).as(where).isFinite();
        } else {
            assertThat(Stream.of(Number.class, Boolean.class, String.class).anyMatch(type -> type.isInstance(value)))
                    .as("%s is a number, a truth value or a text: %s", where, value)
                    .isTrue();
        }
    }

    private static double distance(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = Math.abs(a[i] - b[i]);
        }
        return DoubleStream.of(difference).max().orElse(0);
    }
}
