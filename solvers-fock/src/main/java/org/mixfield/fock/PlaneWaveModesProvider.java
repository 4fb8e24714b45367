package org.mixfield.fock;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesProvider;
import org.mixfield.core.model.ModesSite;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.spectral.Boundary;

/**
 * {@code plane-wave}: the plane waves of a periodic box as real functions, 1/√V and √(2/V) cos kx, √(2/V) sin kx with
 * k_i = 2πn_i/L_i, by ascending |k|; of equal |k| in lexicographic order of n, of which the first entry that is not 0 is
 * positive; the cosine before the sine. A complete shell of them spans what the e^{ikx} of this |k| span.
 */
@AutoService(ModesProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class PlaneWaveModesProvider implements ModesProvider {

    @Override
    public String name() {
        return "plane-wave";
    }

    @Override
    public Modes create(Settings settings) {
        return new PlaneWaves();
    }

    private static final class PlaneWaves implements Modes {

        @Override
        public ModeFunctions sample(ModesSite site, int count) {
            if (site.boundary() != Boundary.PERIODIC) {
                throw new IllegalArgumentException(
                        "the modes of species " + site.species().key()
                                + " are plane waves, which fill a periodic box, and the boundary of this run is free; give"
                                + " boundary: periodic, or modes of type harmonic");
            }
            WaveNumbers waves = WaveNumbers.lowest(site.grid(), count);
            if (waves.isShellCut()) {
                site.warn("the " + count + " plane waves of species "
                        + site.species().key()
                        + " end within a shell of equal |k|, so that the modes single out directions or phases; "
                        + waves.wholeShellsBelow() + " or " + waves.wholeShellsAbove() + " complete it");
            }
            return functions(site.grid(), waves, count);
        }

        @Override
        public ModeFunctions sample(Grid grid, SpeciesName species, int count) {
            return functions(grid, WaveNumbers.lowest(grid, count), count);
        }
    }

    private static ModeFunctions functions(Grid grid, WaveNumbers waves, int count) {
        double volume = grid.cellVolume() * grid.size();
        double[][] values = new double[count][grid.size()];
        for (int mode = 0; mode < count; mode++) {
            int[] n = waves.number(mode);
            boolean sine = waves.isSine(mode);
            double norm = Math.sqrt((waves.isConstant(mode) ? 1 : 2) / volume);
            double[] function = values[mode];
            double[] k = new double[3];
            for (int axis = 0; axis < n.length; axis++) {
                k[axis] = 2 * Math.PI * n[axis] / grid.length(axis);
            }
            grid.forEachPoint((index, x, y, z) -> {
                double phase = k[0] * x + k[1] * y + k[2] * z;
                function[index] = norm * (sine ? Math.sin(phase) : Math.cos(phase));
            });
        }
        return new ModeFunctions(grid, values);
    }
}
