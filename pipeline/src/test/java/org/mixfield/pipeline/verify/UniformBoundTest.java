package org.mixfield.pipeline.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformBoundTest {

    private static final double[] TENS = {40, 400, 4000, 4e4, 4e5, 4e6};
    private static final double[] THREE = {8, 16, 32};

    /** How far the larger half exceeds the bound of the smaller one. */
    private static double excess(double[] totals, DoubleUnaryOperator law) {
        double[] values = DoubleStream.of(totals).map(law).toArray();
        UniformBound bound = UniformBound.of(totals, values, new double[values.length]);
        return Arrays.stream(values, UniformBound.smaller(values.length), values.length)
                        .max()
                        .orElseThrow()
                - bound.value();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 1, 2})
    void whatTendsToALimitKeepsToItFromBelowAndAbove(double power) {
        for (double amplitude : new double[] {-30, -1, 1, 30}) {
            DoubleUnaryOperator law = n -> 7 + amplitude * Math.pow(n, -power);
            assertThat(excess(TENS, law)).isLessThanOrEqualTo(1e-14);
            assertThat(excess(THREE, law)).isLessThanOrEqualTo(1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.25, 0.5, 1})
    void whateverGrowsDoesNot(double power) {
        assertThat(excess(TENS, n -> Math.pow(n, power))).isPositive();
        assertThat(excess(TENS, Math::log)).isPositive();
    }

    @Test
    void whatGrowsIsSeenBesideSomethingThatFalls() {
        assertThat(excess(TENS, n -> 1 / n + 0.01 * Math.pow(n, 0.25))).isPositive();
    }

    @Test
    void theBoundOfTheSlowestLawIsItsLimit() {
        double[] totals = {100, 400, 10_000};
        double[] values = {5 - 1, 5 - 0.5, 5 - 0.1};
        UniformBound bound = UniformBound.of(totals, values, new double[] {0.01, 0.02, 0});
        assertThat(bound.value()).isCloseTo(5, within(1e-14));
        // 4.5 + (4.5 - 4)/1: the first has the error of one value, the second that of two.
        assertThat(bound.error()).isCloseTo(0.02 + 0.03, within(1e-15));
    }

    @Test
    void itsOwnMoveIsNotForgottenWhereItComesToRest() {
        double[] totals = {10, 40, 160, 640, 2560};
        double[] values = {1, 2, 2, 2, 2};
        // From 10 to 160 by 1, so by at most 1/(4 - 1) from there on.
        assertThat(UniformBound.of(totals, values, new double[5]).value()).isCloseTo(2 + 1.0 / 3, within(1e-14));
    }
}
