package org.mixfield.core.model;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/** {@code gaussian}: exp(−|x−center|²/(2 width²) + i momentum·x), normalised. */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class GaussianOrbitalProvider implements OrbitalProvider {

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of(
                "center", "where the density is greatest",
                "width", "of the orbital exp(−|x−center|²/(2 width²))",
                "momentum", "that of its phase, e^(i momentum·x)"));
        double[] center = settings.perAxis("center", 0.0);
        double width = settings.positive("width");
        double[] momentum = settings.perAxis("momentum", 0.0);
        return new GaussianOrbital(Arrays.copyOf(center, 3), width, Arrays.copyOf(momentum, 3));
    }

    @Override
    public Map<String, String> units() {
        return Map.of("center", "length", "width", "length", "momentum", "momentum");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record GaussianOrbital(double[] center, double width, double[] momentum) implements InitialOrbital {

        @Override
        public ComplexField on(OrbitalSite site) {
            Grid grid = site.grid();
            KickOrbitalProvider.requireOnGrid(momentum, grid);
            ComplexField field = ComplexField.zero(grid);
            double[] data = field.data();
            int last = grid.dimension() - 1;
            double[][] along = new double[last + 1][];
            for (int axis = 0; axis <= last; axis++) {
                along[axis] = along(axis, grid.coordinates(axis));
            }
            int n = grid.points(last);
            for (int row = 0; row < grid.size() / n; row++) {
                double re = 1;
                double im = 0;
                for (int axis = 0; axis < last; axis++) {
                    double[] factor = along[axis];
                    int i = grid.index(row * n, axis);
                    double product = re * factor[2 * i] - im * factor[2 * i + 1];
                    im = re * factor[2 * i + 1] + im * factor[2 * i];
                    re = product;
                }
                for (int i = 0; i < n; i++) {
                    int j = 2 * (row * n + i);
                    data[j] = re * along[last][2 * i] - im * along[last][2 * i + 1];
                    data[j + 1] = re * along[last][2 * i + 1] + im * along[last][2 * i];
                }
            }
            return field;
        }

        /** The factor of one axis. */
        private double[] along(int axis, double[] coordinates) {
            double[] factor = new double[2 * coordinates.length];
            for (int i = 0; i < coordinates.length; i++) {
                double x = coordinates[i];
                double envelope = Math.exp(-(x - center[axis]) * (x - center[axis]) / (2 * width * width));
                factor[2 * i] = envelope * Math.cos(momentum[axis] * x);
                factor[2 * i + 1] = envelope * Math.sin(momentum[axis] * x);
            }
            return factor;
        }

        /** ‖exp(−r²/(2w²))‖² = (√π w)<sup>d</sup>; a missing axis is not integrated over. */
        @Override
        public Optional<Double> exactNormSquared(int dimension) {
            return Optional.of(Math.pow(Math.sqrt(Math.PI) * width, dimension));
        }
    }
}
