package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.model.OrbitalSite;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Workers;

/** What every initial orbital must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class OrbitalContract extends ProviderContract<OrbitalProvider> {

    private final Workers workers = Workers.of(1);

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

    /** The orbital as that of species u in {@link MadeUpMixture}. */
    private Discretization mixture(InitialOrbital orbital) {
        Discretization mixture = MadeUpMixture.with(orbital, grid(), workers);
        return modes().map(modes ->
                        mixture.withModes(new ModesChoice((on, species, count) -> modes, modes.count(), modes.count())))
                .orElse(mixture);
    }

    private double[] values(InitialOrbital orbital) {
        return orbital.on(mixture(orbital).site(SpeciesName.U)).data();
    }

    @AfterEach
    void closeWorkers() {
        workers.close();
    }

    @Test
    void itIsAFunctionOnTheGridItIsAskedFor() {
        InitialOrbital orbital = orbital();
        ComplexField field = orbital.on(mixture(orbital).site(SpeciesName.U));
        assertThat(field.grid()).isEqualTo(grid());
        assertFinite(field.data());
        assertThat(field.normSquared()).isPositive();
    }

    @Test
    void theNormItClaimsIsTheNormOnTheGrid() {
        InitialOrbital orbital = orbital();
        orbital.exactNormSquared(grid().dimension())
                .ifPresent(exact -> assertThat(
                                orbital.on(mixture(orbital).site(SpeciesName.U)).normSquared())
                        // From here on a run warns.
                        .isCloseTo(exact, within(1e-8 * exact)));
    }

    @Test
    void everyCallGivesAFieldOfItsOwn() {
        InitialOrbital orbital = orbital();
        OrbitalSite site = mixture(orbital).site(SpeciesName.U);
        double[] once = orbital.on(site).data();
        double[] kept = once.clone();
        Arrays.fill(once, Double.NaN);
        assertValues(orbital.on(site).data(), kept, 0);
    }

    @Test
    void valuesAreTheSameOnEveryThreadAndFromEqualSettings() {
        InitialOrbital orbital = orbital();
        double[] once = values(orbital);
        IntStream.range(0, 16).parallel().forEach(repeat -> assertValues(values(orbital), once, 0));
        assertValues(values(orbital()), once, 0);
    }
}
