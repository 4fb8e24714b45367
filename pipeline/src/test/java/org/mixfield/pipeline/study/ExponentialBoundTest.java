package org.mixfield.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialBoundTest {

    private static final double[] TIMES = {0, 0.5, 1, 1.5, 2};

    @Test
    void leastGammaIsZeroWithTheMaximum() {
        assertThat(ExponentialBound.least(new double[] {0, 0.2, 0.7, 0.3})).isEqualTo(new ExponentialBound(0, 0.7));
    }

    @Test
    void envelopeOfAnExponentialIsTheExponential() {
        double[] values =
                java.util.Arrays.stream(TIMES).map(t -> 0.3 * Math.exp(1.7 * t)).toArray();
        values[0] = 0; // as at the start, where nothing has grown yet
        ExponentialBound bound = ExponentialBound.envelope(TIMES, values);
        assertThat(bound.gamma()).isCloseTo(1.7, within(1e-12));
        assertThat(bound.constant()).isCloseTo(0.3, within(1e-12));
    }

    /** ln g = 2 ln t is concave; its upper hull are the chords between neighbours, and 1.25 is the mean of the times that count. */
    @Test
    void envelopeTouchesTheHullAroundTheMeanTimeAndLiesAboveAllValues() {
        double[] values = java.util.Arrays.stream(TIMES).map(t -> t * t).toArray();
        ExponentialBound bound = ExponentialBound.envelope(TIMES, values);
        assertThat(bound.gamma()).isCloseTo(2 * Math.log(1.5) / 0.5, within(1e-12));
        for (int i = 0; i < TIMES.length; i++) {
            assertThat(values[i])
                    .isLessThanOrEqualTo(bound.constant() * Math.exp(bound.gamma() * TIMES[i]) * (1 + 1e-14));
        }
    }

    @Test
    void whatFallsHasALevelEnvelope() {
        assertThat(ExponentialBound.envelope(TIMES, new double[] {5, 4, 3, 2, 1}))
                .isEqualTo(new ExponentialBound(0, 5));
    }

    @Test
    void growthRateIsTheSlopeAndItsIntervalSaysHowStraightItIs() {
        double[] straight =
                java.util.Arrays.stream(TIMES).map(t -> 2 * Math.exp(0.8 * t)).toArray();
        Interval rate = GrowthRate.of(TIMES, straight, new double[5]);
        assertThat(rate.value()).isCloseTo(0.8, within(1e-12));
        assertThat(rate.upper() - rate.lower()).isLessThan(1e-10);
        double[] curved =
                java.util.Arrays.stream(TIMES).map(t -> Math.exp(t * t)).toArray();
        // The line nearest to t² on [0, 2] has the slope 2; its interval has the slopes of the parabola's middle half.
        Interval bent = GrowthRate.of(TIMES, curved, new double[5]);
        assertThat(bent.value()).isCloseTo(2, within(1e-9));
        assertThat(bent.contains(1.5) && bent.contains(2.5)).isTrue();
    }
}
