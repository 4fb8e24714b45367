package org.mixfield.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.DisplacedOrbitalProvider;
import org.mixfield.core.model.GaussianOrbitalProvider;
import org.mixfield.core.model.KickOrbitalProvider;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesOrbitalProvider;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.model.SolitonOrbitalProvider;
import org.mixfield.core.model.VortexOrbitalProvider;
import org.mixfield.core.spectral.FourierTransformProvider;
import org.mixfield.core.spectral.JTransformsProvider;

/** The providers of core, on which this module depends. */
class CoreProvidersTest {

    @Nested
    class Gaussian extends OrbitalContract {
        @Override
        protected OrbitalProvider provider() {
            return new GaussianOrbitalProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("center", List.of(0.5, -1), "width", 1.2, "momentum", List.of(0.3, 2));
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {64, 64}, new double[] {20, 20});
        }
    }

    @Nested
    class Modes extends OrbitalContract {
        @Override
        protected OrbitalProvider provider() {
            return new ModesOrbitalProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("coefficients", List.of(1, List.of(0, -0.5)));
        }

        @Override
        protected Optional<ModeFunctions> modes() {
            return Optional.of(MadeUpModes.on(grid(), 3));
        }
    }

    @Nested
    class Kick extends OrbitalContract {
        @Override
        protected OrbitalProvider provider() {
            return new KickOrbitalProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("of", Map.of("type", "gaussian", "width", 1.2), "momentum", List.of(0.3, -1));
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {64, 64}, new double[] {20, 20});
        }
    }

    @Nested
    class Displaced extends OrbitalContract {
        @Override
        protected OrbitalProvider provider() {
            return new DisplacedOrbitalProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("of", Map.of("type", "gaussian", "width", 1.2), "by", List.of(0.3, -1));
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {64, 64}, new double[] {20, 20});
        }
    }

    @Nested
    class Vortex extends OrbitalContract {
        @Override
        protected OrbitalProvider provider() {
            return new VortexOrbitalProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "of",
                    Map.of("type", "gaussian", "width", 1.2),
                    "charge",
                    2,
                    "core",
                    0.5,
                    "center",
                    List.of(0.3, -1),
                    "axis",
                    "z");
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {64, 64}, new double[] {20, 20});
        }
    }

    @Nested
    class Soliton extends OrbitalContract {
        @Override
        protected OrbitalProvider provider() {
            return new SolitonOrbitalProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "of",
                    Map.of("type", "gaussian", "width", 1.2),
                    "position",
                    0.5,
                    "width",
                    0.7,
                    "angle",
                    0.3,
                    "axis",
                    "y");
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {64, 64}, new double[] {20, 20});
        }
    }

    @Nested
    class JTransforms extends FourierTransformContract {
        @Override
        protected FourierTransformProvider provider() {
            return new JTransformsProvider();
        }
    }
}
