package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Condition (2.3): |N₁/(N₁+N₂) − c₁| ≤ D/N₂ and |N₂/(N₁+N₂) − c₂| ≤ D/N₁. */
class WeightsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 20", "3, 7", "1, 1000000", "2000000000, 2000000000"})
    void defaultWeightsHaveConditionConstantZero(int n1, int n2) {
        Weights weights = Weights.ofParticles(n1, n2);
        assertThat(weights.c1() + weights.c2()).isCloseTo(1, within(1e-15));
        assertThat(weights.c1() / weights.c2()).isCloseTo((double) n1 / n2, within(1e-15 * n1 / n2));
        // The same divisions again: exactly 0.
        assertThat(weights.conditionConstant(n1, n2)).isZero();
    }

    @Test
    void conditionConstantIsTheLeastThatSatisfiesBothInequalities() {
        // |10/30 − 0.4| = 1/15, times N₂ = 20; the other inequality asks for 10/15 only.
        assertThat(new Weights(0.4, 0.6).conditionConstant(10, 20)).isCloseTo(20.0 / 15, within(1e-14));
        assertThat(new Weights(0.4, 0.6).conditionConstant(20, 10)).isCloseTo(20 * (2.0 / 3 - 0.4), within(1e-14));
    }

    @Test
    void fixedWeightsOffTheRatioViolateTheConditionAsTheNumbersGrow() {
        Weights weights = new Weights(0.5, 0.5);
        assertThat(weights.conditionConstant(1000, 2000))
                .isCloseTo(10 * weights.conditionConstant(100, 200), within(1e-9));
    }

    @Test
    void roundingOfDecimalInputIsAllowed() {
        assertThat(new Weights(0.1, 0.9 + 1e-13).c1()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-0.5, 1.5", "0.5, 0.6", "0.5, 0.49999", "NaN, 0.5", "0.5, NaN"})
    void weightsThatDoNotSumToOneOrAreNotPositiveAreRefused(double c1, double c2) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(c1, c2))
                .withMessageContaining("c1 + c2 = 1");
    }
}
