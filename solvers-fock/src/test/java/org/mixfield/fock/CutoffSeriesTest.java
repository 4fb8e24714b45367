package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffSeriesTest {

    private static double[] changes(double ratio, int count) {
        double[] changes = new double[count];
        for (int i = 0; i < count; i++) {
            changes[i] = Math.pow(ratio, -i);
        }
        return changes;
    }

    /** Σ_{k≥1} q^k is missing after a last change of 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 0.8})
    void ofAGeometricSeriesItStatesThreeTimesWhatIsMissing(double ratio) {
        for (int count = 2; count <= 4; count++) {
            double[] changes = changes(ratio, count);
            double exact = ratio / (1 - ratio);
            assertThat(CutoffSeries.missing(changes, changes, 2)).isBetween(2.9 * exact, 3.1 * exact);
        }
    }

    @Test
    void aLastChangeThatVanishesByAccidentDoesNotHideTheError() {
        double[] changes = changes(0.5, 4);
        changes[0] = 1e-9;
        // Without the accident, 1 is missing.
        assertThat(CutoffSeries.missing(changes, changes(0.5, 4), 2)).isBetween(1.0, 3.1);
    }

    @Test
    void whereThereIsNothingToCompareWithTheErrorIsUnknown() {
        assertThat(CutoffSeries.missing(new double[0], new double[0], 2)).isEqualTo(2);
    }
}
