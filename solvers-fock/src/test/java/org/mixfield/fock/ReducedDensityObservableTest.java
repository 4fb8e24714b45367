package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;
import org.mixfield.testkit.MadeUpMixture;

class ReducedDensityObservableTest {

    /** The columns of γ on 3 and 2 modes, by name. */
    private static Map<String, Double> measured(double[] gamma) {
        try (Workers workers = Workers.of(1)) {
            Discretization discretization = MadeUpMixture.onALine(workers);
            Observable observable =
                    new ReducedDensityObservableProvider().create(Settings.of(Map.of(), new Problems()));
            List<Column> columns = observable.columns(discretization, Set.of(ManyBodyState.class));
            Measurement row = new Measurement(columns);
            LaboratoryState state = new LaboratoryState(
                    new double[] {1, 0, 0, 0, 0, 0},
                    new double[] {1, 0, 0, 0},
                    0,
                    1,
                    0,
                    3,
                    2,
                    new ReducedDensity(3, 2, gamma),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            observable.measure(new Snapshot(0, discretization, List.of(state)), row);
            double[] values = row.row();
            Map<String, Double> named = new java.util.HashMap<>();
            for (int i = 0; i < values.length; i++) {
                named.put(columns.get(i).name(), values[i]);
            }
            return named;
        }
    }

    private static double[] mixture(double p, double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = p * a[i] + (1 - p) * b[i];
        }
        return sum;
    }

    /** √p φ₀χ₀ + √(1−p) φ₁χ₁, entry i·2 + j. */
    private static double[] entangled(double p, double angle) {
        double[] w = new double[12];
        w[0] = Math.sqrt(p);
        w[6] = Math.sqrt(1 - p) * Math.cos(angle);
        w[7] = Math.sqrt(1 - p) * Math.sin(angle);
        return DensityMatrices.pure(w);
    }

    @Test
    void aProductOfMixedStatesHasNoMutualInformation() {
        // (0.7, 0.2, 0.1) ⊗ (0.9, 0.1) in its own basis.
        double[] gamma = new double[72];
        double[] u = {0.7, 0.2, 0.1};
        double[] v = {0.9, 0.1};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                gamma[2 * (i * 2 + j) * 7] = u[i] * v[j];
            }
        }
        Map<String, Double> row = measured(gamma);
        // Six eigenvalues of order 1 to rounding.
        assertThat(row.get("gamma.mutual-information")).isCloseTo(0, within(1e-14));
        assertThat(row.get("gamma.one-body.u.1")).isCloseTo(0.7, within(1e-15));
        assertThat(row.get("gamma.one-body.u.2")).isCloseTo(0.2, within(1e-15));
        assertThat(row.get("gamma.one-body.u.3")).isCloseTo(0.1, within(1e-15));
        assertThat(row.get("gamma.one-body.v.1")).isCloseTo(0.9, within(1e-15));
        assertThat(row.get("gamma.one-body.v.2")).isCloseTo(0.1, within(1e-15));
        assertThat(row.get("gamma.one-body.v.3")).isZero();
        assertThat(row.get("gamma.occupation.2")).isCloseTo(0.18, within(1e-15));
    }

    @Test
    void aProductOfPureStatesHasNoMutualInformation() {
        double[] w = MeanFieldDistance.product(Systems.orbital(3, 1), Systems.orbital(2, 2));
        Map<String, Double> row = measured(DensityMatrices.pure(w));
        // Each of nine eigenvalues that are 0 adds up to 1e-16·ln 1e16.
        assertThat(row.get("gamma.mutual-information")).isCloseTo(0, within(4e-14));
        assertThat(row.get("gamma.one-body.u.1")).isCloseTo(1, within(2e-15));
        assertThat(row.get("gamma.one-body.v.1")).isCloseTo(1, within(2e-15));
    }

    /** A pure state has no entropy and its halves have the same: I = 2h(p), and 2 ln 2 for a maximally entangled pair. */
    @Test
    void entangledPairsKnowTwiceTheEntropyOfAHalf() {
        for (double p : new double[] {0.5, 0.9, 0.999}) {
            double entropy = -p * Math.log(p) - (1 - p) * Math.log1p(-p);
            Map<String, Double> row = measured(entangled(p, 0.4));
            assertThat(row.get("gamma.mutual-information")).isCloseTo(2 * entropy, within(4e-14));
            assertThat(row.get("gamma.one-body.u.1")).isCloseTo(p, within(1e-15));
            assertThat(row.get("gamma.one-body.u.2")).isCloseTo(1 - p, within(1e-15));
            assertThat(row.get("gamma.one-body.v.2")).isCloseTo(1 - p, within(1e-15));
        }
        assertThat(measured(entangled(0.5, 0)).get("gamma.mutual-information"))
                .isCloseTo(2 * Math.log(2), within(4e-14));
    }

    /** The equal mixture of φ₀χ₀ and φ₁χ₁ is correlated and not entangled: I = ln 2. */
    @Test
    void aClassicalCorrelationIsHalfOfThat() {
        double[] gamma = mixture(0.5, entangled(1, 0), entangled(0, 0));
        assertThat(measured(gamma).get("gamma.mutual-information")).isCloseTo(Math.log(2), within(4e-14));
    }
}
