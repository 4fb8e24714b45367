package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.OrbitalProvider;

/** What every initial orbital must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class OrbitalContract extends ProviderContract<OrbitalProvider> {

    /** Settings it accepts, without {@code type}; values for each axis for the grid's axes. */
    @Override
    protected abstract Map<String, Object> settings();

    /** A grid that the orbital fits; its dimension is that of the settings. */
    protected Grid grid() {
        return Grid.of(new int[] {96}, new double[] {24});
    }

    /** The modes of the run, for an orbital that needs them: {@link MadeUpModes} has some. */
    protected Optional<ModeFunctions> modes() {
        return Optional.empty();
    }

    @Override
    protected final int axes() {
        return grid().dimension();
    }

    @Override
    final InitialOrbital create(OrbitalProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private InitialOrbital orbital() {
        return (InitialOrbital) created();
    }

    private double[] values(InitialOrbital orbital) {
        return orbital.on(grid(), modes()).data();
    }

    @Test
    void itIsAFunctionOnTheGridItIsAskedFor() {
        ComplexField field = orbital().on(grid(), modes());
        assertThat(field.grid()).isEqualTo(grid());
        assertFinite(field.data());
        assertThat(field.normSquared()).isPositive();
    }

    @Test
    void theNormItClaimsIsTheNormOnTheGrid() {
        InitialOrbital orbital = orbital();
        orbital.exactNormSquared(grid().dimension())
                .ifPresent(exact -> assertThat(orbital.on(grid(), modes()).normSquared())
                        // From here on a run warns.
                        .isCloseTo(exact, within(1e-8 * exact)));
    }

    @Test
    void everyCallGivesAFieldOfItsOwn() {
        InitialOrbital orbital = orbital();
        double[] once = values(orbital);
        double[] kept = once.clone();
        Arrays.fill(once, Double.NaN);
        assertValues(values(orbital), kept, 0);
    }

    @Test
    void valuesAreTheSameOnEveryThreadAndFromEqualSettings() {
        InitialOrbital orbital = orbital();
        double[] once = values(orbital);
        IntStream.range(0, 16).parallel().forEach(repeat -> assertValues(values(orbital), once, 0));
        assertValues(values(orbital()), once, 0);
    }
}
