package org.mixfield.core.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModulatedTrapTest {

    private static final Trap SQUARE = (x, y, z) -> x * x;

    /** Moves with time 1, with a kink at 3. */
    private static final Trap MOVING = new Trap() {
        @Override
        public double value(double x, double y, double z) {
            return at(0).value(x, y, z);
        }

        @Override
        public Trap at(double time) {
            return (x, y, z) -> (x - time) * (x - time);
        }

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public List<Double> kinks() {
            return List.of(3.0);
        }
    };

    /** 1 + t, with kinks at 1 and 3. */
    private static final Modulation RISING = new Modulation() {
        @Override
        public double at(double time) {
            return 1 + time;
        }

        @Override
        public List<Double> kinks() {
            return List.of(1.0, 3.0);
        }
    };

    @Test
    void aTrapTimesAFactorIsTheirProductAtAllTimes() {
        Trap trap = MOVING.times(RISING);
        assertThat(trap.value(5, 0, 0)).isEqualTo(25);
        assertThat(trap.at(2).value(5, 0, 0)).isEqualTo(27);
        assertThat(trap.changes()).isTrue();
        assertThat(trap.kinks()).containsExactly(1.0, 3.0);
    }

    @Test
    void theHarmonicPartIsThatOfTheTermsThatDoNotChange() {
        HarmonicTrap harmonic = new HarmonicTrap(new double[] {1, 2, 3}, new double[] {0.5, 0, 0});
        Trap doubled = Trap.sum(List.of(SQUARE, harmonic)).times(Modulation.constant(2));
        HarmonicTrap part = doubled.harmonicPart().orElseThrow();
        assertThat(part.value(1, 1, 1)).isEqualTo(2 * harmonic.value(1, 1, 1));
        assertThat(doubled.value(1, 1, 1)).isEqualTo(2 + part.value(1, 1, 1));
        assertThat(harmonic.times(RISING).harmonicPart()).isEmpty();
        assertThat(SQUARE.harmonicPart()).isEmpty();
    }

    @Test
    void aConstantFactorChangesNothingInTime() {
        Trap trap = SQUARE.times(Modulation.constant(-2));
        assertThat(trap.changes()).isFalse();
        assertThat(trap.value(3, 0, 0)).isEqualTo(-18);
        assertThat(trap.at(7).value(3, 0, 0)).isEqualTo(-18);
        assertThat(SQUARE.times(Modulation.constant(1))).isSameAs(SQUARE);
        assertThat(Trap.NONE.times(RISING)).isSameAs(Trap.NONE);
        assertThat(Modulation.constant(-2).changes()).isFalse();
        assertThat(Modulation.constant(-2).largest(1)).isEqualTo(2);
    }

    @Test
    void aSumOfTrapsIsTheirSumAtAllTimes() {
        Trap sum = Trap.sum(List.of(MOVING, SQUARE, SQUARE.times(RISING)));
        assertThat(sum.value(2, 0, 0)).isEqualTo(4 + 4 + 4);
        assertThat(sum.at(1).value(2, 0, 0)).isEqualTo(1 + 4 + 8);
        assertThat(sum.changes()).isTrue();
        assertThat(sum.kinks()).containsExactly(1.0, 3.0);
        assertThat(Trap.sum(List.of(SQUARE))).isSameAs(SQUARE);
        assertThat(Trap.sum(List.of())).isSameAs(Trap.NONE);
        assertThat(Trap.sum(List.of(SQUARE, SQUARE)).changes()).isFalse();
    }
}
