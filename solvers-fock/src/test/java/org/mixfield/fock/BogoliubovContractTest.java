package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;
import org.mixfield.testkit.MadeUpMixture;
import org.mixfield.testkit.SolverContract;

/** What every solver keeps, kept by the frame {@code bogoliubov}, and its columns. */
class BogoliubovContractTest {

    /** The provider as it is for this frame alone, whose state is no many-body state. */
    public static final class Alone implements SolverProvider {

        @Override
        public String name() {
            return "truncated";
        }

        @Override
        public Class<? extends State> stateType() {
            return BogoliubovState.class;
        }

        @Override
        public Solver create(Settings settings) {
            return new TruncatedFockProvider().create(settings);
        }
    }

    static double[] numbers(BogoliubovState gaussian) {
        GaussianMoments moments = gaussian.moments();
        return new double[] {
            moments.numberU(),
            moments.numberV(),
            moments.numberUV(),
            moments.coefficient(),
            gaussian.orbitals()[0],
            gaussian.orbitals()[1]
        };
    }

    @Nested
    class InModes extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new Alone();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("frames", List.of("bogoliubov"), "tolerance", 1e-9);
        }

        @Override
        protected double[] values(State state) {
            return numbers((BogoliubovState) state);
        }
    }

    @Nested
    class OnGrid extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new Alone();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("frames", List.of("bogoliubov"), "bogoliubov", "grid", "tolerance", 1e-6);
        }

        @Override
        protected Discretization discretization(Workers workers) {
            return MadeUpMixture.on(Grid.of(new int[] {16}, new double[] {9}), workers);
        }

        @Override
        protected double[] values(State state) {
            return numbers((BogoliubovState) state);
        }
    }

    @Nested
    class BesideTheCoMovingFrame extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "frames",
                    List.of("comoving", "bogoliubov"),
                    "sectors",
                    "gauss",
                    "nodes",
                    3,
                    "cutoff",
                    2,
                    "tolerance",
                    1e-9);
        }

        @Override
        protected double[] values(State state) {
            return FrameValues.of(state, super::values);
        }
    }

    private static Map<String, Double> row(Map<String, ?> settings) {
        Map<String, Double> row = new HashMap<>();
        try (Workers workers = Workers.of(2)) {
            Discretization discretization = MadeUpMixture.onALine(workers);
            Solver solver = new TruncatedFockProvider().create(Settings.of(settings, new Problems()));
            Propagator propagator = solver.start(discretization, 0.1);
            propagator.advanceTo(0.1);
            Observable observable = new BogoliubovObservableProvider().create(Settings.of(Map.of(), new Problems()));
            List<Column> columns = observable.columns(discretization, solver.stateTypes());
            if (!columns.isEmpty()) {
                Measurement measurement = new Measurement(columns);
                observable.measure(new Snapshot(0.1, discretization, List.of(propagator.state())), measurement);
                double[] values = measurement.row();
                for (int i = 0; i < values.length; i++) {
                    row.put(columns.get(i).name(), values[i]);
                }
            }
        }
        return row;
    }

    @Test
    void columnsAreTheSameAloneAndBesideAnotherFrame() {
        Map<String, Double> alone = row(Map.of("frames", List.of("bogoliubov")));
        Map<String, Double> beside =
                row(Map.of("frames", List.of("bogoliubov", "comoving"), "sectors", "gauss", "nodes", 3, "cutoff", 2));
        assertThat(beside).isEqualTo(alone);
        assertThat(alone)
                .containsOnlyKeys(
                        "bogoliubov.number.u",
                        "bogoliubov.number.u.error",
                        "bogoliubov.number.v",
                        "bogoliubov.number.v.error",
                        "bogoliubov.number.uv",
                        "bogoliubov.number.uv.error",
                        "bogoliubov.coefficient",
                        "bogoliubov.coefficient.error");
        assertThat(alone.get("bogoliubov.coefficient")).isGreaterThan(1e-3);
        assertThat(row(Map.of("frames", List.of("laboratory"), "tail", 0.1))).isEmpty();
    }
}
