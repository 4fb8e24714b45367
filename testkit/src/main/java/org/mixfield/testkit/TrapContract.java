package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** What every external potential must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class TrapContract extends ProviderContract<TrapProvider> {

    private static final int POINTS = 9;

    private static final double[] TIMES = {0, 1e-3, 0.1, 0.5, 1, 2.75, 10, 1000};

    /** Settings it accepts, without {@code type}; values for each axis for {@link #axes()} axes. */
    @Override
    protected abstract Map<String, Object> settings();

    @Override
    protected int axes() {
        return 1;
    }

    /** The values are tried for coordinates from minus this to this. */
    protected double extent() {
        return 20;
    }

    @Override
    final Trap create(TrapProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private Trap trap() {
        return (Trap) created();
    }

    private double[] values(Trap trap) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < (axes() > 1 ? POINTS : 1); j++) {
                for (int k = 0; k < (axes() > 2 ? POINTS : 1); k++) {
                    values.add(
                            trap.value(coordinate(i), axes() > 1 ? coordinate(j) : 0, axes() > 2 ? coordinate(k) : 0));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double coordinate(int i) {
        return extent() * (2.0 * i / (POINTS - 1) - 1);
    }

    @Test
    void valuesAreFinite() {
        assertFinite(values(trap()));
    }

    @Test
    void valuesAreTheSameAgainAndOnEveryThread() {
        Trap trap = trap();
        double[] once = values(trap);
        IntStream.range(0, 64)
                .parallel()
                .forEach(repeat -> assertThat(values(trap)).containsExactly(once));
        assertThat(values(trap())).as("a trap from equal settings").containsExactly(once);
    }

    @Test
    void valuesAreFiniteAtAllTimes() {
        Trap trap = trap();
        for (double time : times(trap)) {
            assertFinite(values(trap.at(time)));
        }
    }

    /** A trap is what it is at time 0, and one that does not change is the same at all times. */
    @Test
    void aTrapChangesWhereItSaysSo() {
        Trap trap = trap();
        double[] start = values(trap);
        assertThat(values(trap.at(0))).as("at time 0").containsExactly(start);
        for (double time : times(trap)) {
            Trap then = trap.at(time);
            assertThat(values(then)).as("again at %s", time).containsExactly(values(trap.at(time)));
            if (!trap.changes()) {
                assertThat(values(then)).as("at %s", time).containsExactly(start);
            }
        }
        assertThat(values(trap)).as("after it was asked for other times").containsExactly(start);
    }

    @Test
    void kinksAreFiniteAndAscend() {
        Trap trap = trap();
        assertThat(trap.kinks()).doesNotHaveDuplicates().isSorted().allMatch(Double::isFinite);
        assertThat(trap.changes() || trap.kinks().isEmpty())
                .as("a trap that does not change has no kinks")
                .isTrue();
    }

    private static double[] times(Trap trap) {
        return DoubleStream.concat(Arrays.stream(TIMES), trap.kinks().stream().mapToDouble(Double::doubleValue))
                .toArray();
    }
}
