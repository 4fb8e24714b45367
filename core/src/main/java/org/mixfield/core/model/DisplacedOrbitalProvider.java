package org.mixfield.core.model;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.Boundary;

/**
 * {@code displaced}: the orbital {@code of} at x − by, exact for what the grid holds: its transform times e<sup>−ik·by</sup>,
 * the real part of that factor at the highest wave number of an even grid, which has no sign.
 */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class DisplacedOrbitalProvider implements OrbitalProvider {

    /** The part of ‖ψ‖² that may go over the edge of the box and come in again on the other side. */
    private static final double MOST_OVER_THE_EDGE = 1e-6;

    @Override
    public String name() {
        return "displaced";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("by", "length");
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of("by", "how far it is moved", "of", "the orbital that is moved"));
        double[] by = Arrays.copyOf(settings.perAxis("by", null), 3);
        return MadeFrom.read(settings, (site, field) -> apply(by, site, field), true);
    }

    private static void apply(double[] by, OrbitalSite site, ComplexField field) {
        if (site.boundary() == Boundary.FREE) {
            requireInBox(by, field);
        }
        Grid grid = site.grid();
        double[][] factors = {{1, 0}, {1, 0}, {1, 0}};
        for (int axis = 0; axis < grid.dimension(); axis++) {
            factors[axis] = factors(grid.waveNumbers(axis), by[axis]);
        }
        double[] data = field.data();
        site.transform().forward(data);
        int index = 0;
        for (int a = 0; a < factors[0].length; a += 2) {
            for (int b = 0; b < factors[1].length; b += 2) {
                for (int c = 0; c < factors[2].length; c += 2) {
                    MadeFrom.multiply(data, index, factors[0][a], factors[0][a + 1]);
                    MadeFrom.multiply(data, index, factors[1][b], factors[1][b + 1]);
                    MadeFrom.multiply(data, index, factors[2][c], factors[2][c + 1]);
                    index++;
                }
            }
        }
        site.transform().inverse(data);
    }

    /** e<sup>−ika</sup>, interleaved. */
    private static double[] factors(double[] k, double a) {
        double[] factors = new double[2 * k.length];
        for (int i = 0; i < k.length; i++) {
            factors[2 * i] = Math.cos(k[i] * a);
            factors[2 * i + 1] = 2 * i == k.length ? 0 : -Math.sin(k[i] * a);
        }
        return factors;
    }

    private static void requireInBox(double[] by, ComplexField field) {
        Grid grid = field.grid();
        double[] data = field.data();
        double[] over = new double[1];
        grid.forEachPoint((index, x, y, z) -> {
            double[] at = {x + by[0], y + by[1], z + by[2]};
            for (int axis = 0; axis < grid.dimension(); axis++) {
                if (Math.abs(at[axis]) > 0.5 * grid.length(axis)) {
                    over[0] += data[2 * index] * data[2 * index] + data[2 * index + 1] * data[2 * index + 1];
                    break;
                }
            }
        });
        double part = over[0] * grid.cellVolume() / field.normSquared();
        if (part > MOST_OVER_THE_EDGE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "displaced by %s, the part %.1e of the orbital's norm squared leaves the box; take a larger box or a"
                            + " shorter displacement",
                    Arrays.toString(Arrays.copyOf(by, grid.dimension())),
                    part));
        }
    }
}
