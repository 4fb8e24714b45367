package org.mixfield.pipeline.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTrialsTest {

    /** 1e-6, what the class promises. */
    private static final double PERCENT = 1e-4;

    private static double ratio(int dimension, double s, DoubleUnaryOperator potential) {
        return new GaussianTrials(r -> potential.applyAsDouble(r) * potential.applyAsDouble(r), dimension).ratio(s);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 1, 30, 1e6})
    void ratiosAreThoseOfTheClosedForms(double s) {
        double kinetic = 1 / (2 * s * s);
        assertThat(ratio(3, s, r -> 1 / r))
                .as("<1/r^2> = 2/s^2 in three dimensions")
                .isCloseTo(2 / (s * s) / (1 + 3 * kinetic), withinPercentage(PERCENT));
        assertThat(ratio(2, s, r -> 1 / Math.sqrt(r)))
                .as("<1/r> = sqrt(pi)/s in two dimensions")
                .isCloseTo(Math.sqrt(Math.PI) / s / (1 + 2 * kinetic), withinPercentage(PERCENT));
        assertThat(ratio(1, s, r -> Math.exp(-r * r / 2)))
                .as("<exp(-x^2)> = 1/sqrt(1 + s^2)")
                .isCloseTo(1 / Math.sqrt(1 + s * s) / (1 + kinetic), withinPercentage(PERCENT));
        assertThat(ratio(1, s, r -> r < 1 ? 1 : 0))
                .as("a square well, which jumps")
                .isCloseTo(Erf.erf(1 / s) / (1 + kinetic), withinPercentage(100 * PERCENT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 100})
    void anExpectationThatDivergesIsInfinite(double s) {
        assertThat(ratio(2, s, r -> 1 / r)).isInfinite();
        assertThat(ratio(1, s, r -> 1 / r)).isInfinite();
    }
}
