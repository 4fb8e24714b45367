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
            grid.forEachPoint((index, x, y, z) -> {
                double a = x - center[0];
                double b = y - center[1];
                double c = z - center[2];
                double envelope = Math.exp(-(a * a + b * b + c * c) / (2 * width * width));
                double phase = momentum[0] * x + momentum[1] * y + momentum[2] * z;
                data[2 * index] = envelope * Math.cos(phase);
                data[2 * index + 1] = envelope * Math.sin(phase);
            });
            return field;
        }

        /** ‖exp(−r²/(2w²))‖² = (√π w)<sup>d</sup>; a missing axis has center 0 and is not integrated over. */
        @Override
        public Optional<Double> exactNormSquared(int dimension) {
            return Optional.of(Math.pow(Math.sqrt(Math.PI) * width, dimension));
        }
    }
}
