package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTimesTest {

    @Test
    void evenTimesBeginAtZeroEndAtTheEndAndAreTheNearestNumbersToTheirDecimals() {
        assertThat(OutputTimes.even(0.2, 4).rows()).containsExactly(0.0, 0.05, 0.1, 0.15, 0.2);
        assertThat(OutputTimes.even(1.0 / 3, 7).end()).isEqualTo(1.0 / 3);
    }

    @Test
    void evenTimesAreTheDecimalsNearestToThem() {
        for (String end : new String[] {"0.1", "0.25", "1e-5", "7", "2.5", "12.3456", "31.4159265", "1000000"}) {
            for (int steps = 1; steps <= 300; steps++) {
                List<Double> rows =
                        OutputTimes.even(Double.parseDouble(end), steps).rows();
                for (int step = 0; step <= steps; step++) {
                    double expected = new BigDecimal(end)
                            .multiply(BigDecimal.valueOf(step))
                            .divide(BigDecimal.valueOf(steps), MathContext.DECIMAL128)
                            .doubleValue();
                    assertThat(rows.get(step)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void timesAscendFromZeroOn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutputTimes(List.of(0.0, 0.2, 0.2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutputTimes(List.of(-0.1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutputTimes(List.of()));
    }

    @Test
    void snapshotsAreSpreadOverAllRowsWithTheFirstAndTheLast() {
        OutputTimes times = OutputTimes.even(1, 20);
        assertThat(times.spread(0)).isEmpty();
        assertThat(times.spread(1)).containsExactly(20);
        assertThat(times.spread(2)).containsExactly(0, 20);
        assertThat(times.spread(5)).containsExactly(0, 5, 10, 15, 20);
        assertThat(times.spread(1000)).hasSize(21);
    }
}
