package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;

/** What every factor of time must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class ModulationContract extends ProviderContract<ModulationProvider> {

    private static final int SAMPLES = 997;

    /** Settings it accepts, without {@code type}. */
    @Override
    protected abstract Map<String, Object> settings();

    /** It is tried from time 0 to this. */
    protected double end() {
        return 10;
    }

    @Override
    final Modulation create(ModulationProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private Modulation factor() {
        return (Modulation) created();
    }

    private double[] times(Modulation factor) {
        return DoubleStream.concat(
                        IntStream.rangeClosed(0, SAMPLES).mapToDouble(i -> i * end() / SAMPLES),
                        factor.kinks().stream().mapToDouble(Double::doubleValue))
                .filter(time -> time >= 0 && time <= end())
                .toArray();
    }

    private double[] values(Modulation factor) {
        return DoubleStream.of(times(factor)).map(factor::at).toArray();
    }

    @Test
    void valuesAreFinite() {
        assertFinite(values(factor()));
    }

    @Test
    void valuesAreTheSameAgainAndOnEveryThread() {
        Modulation factor = factor();
        double[] once = values(factor);
        IntStream.range(0, 64)
                .parallel()
                .forEach(repeat -> assertThat(values(factor)).containsExactly(once));
        assertThat(values(factor())).as("a factor from equal settings").containsExactly(once);
    }

    @Test
    void aFactorThatDoesNotChangeIsConstant() {
        Modulation factor = factor();
        if (!factor.changes()) {
            assertThat(values(factor)).containsOnly(factor.at(0));
            assertThat(factor.kinks()).isEmpty();
        }
    }

    @Test
    void kinksAreFiniteAndAscend() {
        assertThat(factor().kinks()).doesNotHaveDuplicates().isSorted().allMatch(Double::isFinite);
    }

    /** The samples of the default may miss the top of a bump by what it bends between two of them. */
    @Test
    void noValueIsLargerThanTheLargest() {
        Modulation factor = factor();
        double largest = factor.largest(end());
        assertThat(largest).isFinite();
        for (double value : values(factor)) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(largest * (1 + 1e-3));
        }
    }
}
