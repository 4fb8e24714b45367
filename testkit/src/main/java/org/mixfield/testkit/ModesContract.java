package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesProvider;
import org.mixfield.core.model.SpeciesName;

/** What every family of one-particle modes must keep. That they are real, their type says. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class ModesContract extends ProviderContract<ModesProvider> {

    /** Settings it accepts, without {@code type} and {@code count}. */
    @Override
    protected abstract Map<String, Object> settings();

    /** A grid that holds {@link #count()} modes. */
    protected Grid grid() {
        return Grid.of(new int[] {96}, new double[] {24});
    }

    /** As many modes as are tried. */
    protected int count() {
        return 6;
    }

    /** How far ⟨φ_p|φ_q⟩ may be from δ_pq on the grid. */
    protected double orthonormality() {
        return 1e-10;
    }

    @Override
    protected final int axes() {
        return grid().dimension();
    }

    @Override
    final Modes create(ModesProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private Modes modes() {
        return (Modes) created();
    }

    @Test
    void thereAreAsManyAsAskedFor() {
        for (SpeciesName species : SpeciesName.values()) {
            for (int count = 1; count <= count(); count++) {
                ModeFunctions functions = modes().sample(grid(), species, count);
                assertThat(functions.count()).isEqualTo(count);
                assertThat(functions.grid()).isEqualTo(grid());
                for (int mode = 0; mode < count; mode++) {
                    assertThat(functions.values(mode)).hasSize(grid().size());
                    assertFinite(functions.values(mode));
                }
            }
        }
    }

    @Test
    void theyAreOrthonormal() {
        for (SpeciesName species : SpeciesName.values()) {
            assertThat(modes().sample(grid(), species, count()).orthonormalityDefect())
                    .isLessThanOrEqualTo(orthonormality());
        }
    }

    /** So that a run with more modes adds to one with fewer. */
    @Test
    void theFirstOnesStayWhenMoreAreAskedFor() {
        ModeFunctions all = modes().sample(grid(), SpeciesName.U, count());
        ModeFunctions fewer = modes().sample(grid(), SpeciesName.U, count() / 2);
        for (int mode = 0; mode < fewer.count(); mode++) {
            // Of order 1 and computed by the same formula, whatever their number.
            assertValues(fewer.values(mode), all.values(mode), 1e-12);
        }
    }

    @Test
    void valuesAreTheSameOnEveryThread() {
        Modes modes = modes();
        ModeFunctions once = modes.sample(grid(), SpeciesName.V, count());
        IntStream.range(0, 16).parallel().forEach(repeat -> {
            ModeFunctions again = modes.sample(grid(), SpeciesName.V, count());
            for (int mode = 0; mode < count(); mode++) {
                assertValues(again.values(mode), once.values(mode), 0);
            }
        });
    }
}
