package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;
import org.mixfield.testkit.MadeUpMixture;

/** The columns that runs in the frames leave. */
class FrameColumnsTest {

    private static Map<String, Double> row(Map<String, ?> settings) {
        Map<String, Double> row = new HashMap<>();
        try (Workers workers = Workers.of(2)) {
            Discretization discretization = MadeUpMixture.onALine(workers);
            Solver solver = new TruncatedFockProvider().create(Settings.of(settings, new Problems()));
            Propagator propagator = solver.start(discretization, 0.1);
            propagator.advanceTo(0.1);
            Snapshot snapshot = new Snapshot(0.1, discretization, List.of(propagator.state()));
            for (ObservableProvider provider : List.of(
                    new ReducedDensityObservableProvider(),
                    new ManyBodyObservableProvider(),
                    new FluctuationObservableProvider(),
                    new ProjectedObservableProvider(),
                    new DirectObservableProvider(),
                    new LaboratoryObservableProvider())) {
                Observable observable = provider.create(Settings.of(Map.of(), new Problems()));
                List<Column> columns = observable.columns(discretization, solver.stateTypes());
                if (!columns.isEmpty()) {
                    Measurement measurement = new Measurement(columns);
                    observable.measure(snapshot, measurement);
                    double[] values = measurement.row();
                    for (int i = 0; i < values.length; i++) {
                        row.put(columns.get(i).name(), values[i]);
                    }
                }
            }
        }
        return row;
    }

    @Test
    void remaindersAndBoundsEncloseTheTraceDistance() {
        Map<String, Double> row = row(Map.of("sectors", "all", "cutoff", 3, "tail", 1e-4, "tolerance", 1e-6));
        double distance = row.get("gamma.trace-distance");
        double remainders = 0;
        for (int j = 1; j <= 15; j++) {
            remainders += row.get("fluctuation.remainder." + j);
        }
        double bounds = 0;
        for (int j = 1; j <= 9; j++) {
            bounds += row.get("fluctuation.bound." + j);
        }
        // Tr|Σr_j| ≤ ΣTr|r_j| ≤ Σp_j, Proposition 3.1.
        assertThat(distance).isPositive().isLessThan(remainders);
        assertThat(remainders).isLessThan(bounds);
        assertThat(row.get("fluctuation.number-squared.u")).isGreaterThan(row.get("fluctuation.number.u"));
        assertThat(row).doesNotContainKey("laboratory.fock.norm");
    }

    @Test
    void bothFramesStandSideBySideAndAgree() {
        Map<String, Double> row =
                row(Map.of("state", "factorised", "frames", List.of("laboratory", "comoving"), "tolerance", 1e-9));
        // Both are exact here: 3 + 2 particles take 5 excitations.
        assertThat(row.get("laboratory.gamma.trace-distance"))
                .isCloseTo(
                        row.get("gamma.trace-distance"),
                        within(row.get("gamma.trace-distance.error")
                                + row.get("laboratory.gamma.trace-distance.error")));
        assertThat(row).containsKeys("laboratory.fock.energy", "fock.energy");
        assertThat(row.keySet()).noneMatch(name -> name.startsWith("fluctuation"));
    }

    @Test
    void directColumnsAgreeWithThoseOfTheCoMovingFrame() {
        Map<String, Double> row = row(Map.of(
                "frames",
                List.of("comoving", "fluctuation"),
                "sectors",
                "all",
                "cutoff",
                5,
                "tail",
                1e-7,
                "direct-cutoff",
                Map.of("u", 6, "v", 5),
                "tolerance",
                1e-7));
        assertAgree(row, "direct.trace-distance", "gamma.trace-distance", row.get("gamma.trace-distance.error"));
        // The tail is weighted by the number of particles, five at most.
        for (String name : List.of("number.u", "number.v", "number.uv")) {
            assertAgree(row, "direct." + name, "fluctuation." + name, 5 * row.get("gamma.trace-distance.error"));
        }
        assertThat(row).doesNotContainKey("truncated.distance");
    }

    private static void assertAgree(Map<String, Double> row, String direct, String other, double otherError) {
        double error = row.get(direct + ".error");
        assertThat(row.get(direct)).as(direct).isCloseTo(row.get(other), within(error + otherError));
        assertThat(error + otherError).as("errors of " + direct).isLessThan(0.05 * row.get(other));
    }

    @Test
    void theFluctuationFrameAloneLeavesItsOwnColumns() {
        Map<String, Double> row =
                row(Map.of("frames", List.of("fluctuation"), "direct-cutoff", 5, "cubic-cutoff", 1, "tolerance", 1e-7));
        assertThat(row)
                .containsKeys(
                        "direct.number.u",
                        "direct.number.v.error",
                        "truncated.number.u",
                        "truncated.distance",
                        "truncated.distance.error",
                        "projected.energy");
        assertThat(row.keySet())
                .noneMatch(name -> name.startsWith("fock")
                        || name.startsWith("gamma")
                        || name.startsWith("fluctuation")
                        || name.startsWith("laboratory"));
        assertThat(row.get("truncated.distance")).isPositive();
    }

    @Test
    void fluctuationsOfTheLaboratoryStandBesideThoseOfTheCoMovingFrameAndAgree() {
        Map<String, Double> row = row(Map.of(
                "frames",
                List.of("comoving", "laboratory"),
                "sectors",
                "all",
                "cutoff",
                4,
                "tail",
                1e-7,
                "tolerance",
                1e-7));
        List<String> names = row.keySet().stream()
                .filter(name -> name.startsWith("fluctuation."))
                .toList();
        assertThat(names).hasSize(30);
        for (String name : names) {
            if (name.equals("fluctuation.remainder-sum")) {
                assertThat(row.get(name)).isLessThan(1e-12);
                assertThat(row.get("laboratory." + name)).isLessThan(1e-12);
                continue;
            }
            // The sectors without neighbours in the laboratory have 2e-6 of the probability.
            assertThat(row.get("laboratory." + name)).isCloseTo(row.get(name), within(1e-3 * row.get(name)));
        }
    }

    @Test
    void theLaboratoryAloneHasFluctuationsOfACoherentStartOnly() {
        Map<String, Double> coherent = row(Map.of("frames", List.of("laboratory"), "tail", 1e-6));
        assertThat(coherent).containsKeys("fluctuation.number.uv", "fluctuation.remainder.15", "fluctuation.bound.9");
        assertThat(coherent.keySet()).noneMatch(name -> name.startsWith("laboratory."));
        assertThat(row(Map.of("frames", List.of("laboratory"), "state", "factorised"))
                        .keySet())
                .noneMatch(name -> name.startsWith("fluctuation"));
    }
}
