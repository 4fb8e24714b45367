package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ModesProvider;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;
import org.mixfield.testkit.ModesContract;
import org.mixfield.testkit.ObservableContract;
import org.mixfield.testkit.SolverContract;

class FockContractTest {

    @Nested
    class Factorised extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("state", "factorised", "frames", List.of("laboratory"));
        }
    }

    @Nested
    class Coherent extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("state", "coherent", "frames", List.of("laboratory"), "tail", 1e-3);
        }
    }

    @Nested
    class GroundState extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("state", "ground-state", "frames", List.of("laboratory"));
        }
    }

    @Nested
    class CoMovingFactorised extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("state", "factorised", "tolerance", 1e-9);
        }
    }

    @Nested
    @Tag("slow")
    class CoMovingGroundState extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("state", "ground-state", "cutoff", 4, "tolerance", 1e-9);
        }
    }

    @Nested
    class CoMovingCoherent extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("sectors", "gauss", "nodes", 3, "cutoff", 3, "tolerance", 1e-9);
        }
    }

    @Nested
    @Tag("slow")
    class TwoFrames extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("state", "factorised", "frames", List.of("comoving", "laboratory"), "tolerance", 1e-9);
        }

        @Override
        protected double[] values(State state) {
            return FrameValues.of(state, super::values);
        }
    }

    @Nested
    class Fluctuation extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("frames", List.of("fluctuation"), "direct-cutoff", 4, "cubic-cutoff", 1, "tolerance", 1e-6);
        }

        @Override
        protected double[] values(State state) {
            return FrameValues.of(state, super::values);
        }
    }

    @Nested
    class ThreeFrames extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new TruncatedFockProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "frames",
                    List.of("fluctuation", "laboratory", "comoving"),
                    "direct-cutoff",
                    4,
                    "cutoff",
                    2,
                    "tail",
                    1e-2,
                    "tolerance",
                    1e-6);
        }

        @Override
        protected double[] values(State state) {
            return FrameValues.of(state, super::values);
        }
    }

    @Nested
    class Harmonic extends ModesContract {
        @Override
        protected ModesProvider provider() {
            return new HarmonicModesProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("stiffness", Map.of("u", 2.6, "v", 0.7));
        }
    }

    @Nested
    class HarmonicInSpace extends ModesContract {
        @Override
        protected ModesProvider provider() {
            return new HarmonicModesProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("stiffness", 1.0);
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {36, 32, 34}, new double[] {18, 16, 17});
        }

        @Override
        protected int count() {
            return 10;
        }
    }

    @Nested
    class PlaneWave extends ModesContract {
        @Override
        protected ModesProvider provider() {
            return new PlaneWaveModesProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of();
        }
    }

    @Nested
    class PlaneWaveInSpace extends ModesContract {
        @Override
        protected ModesProvider provider() {
            return new PlaneWaveModesProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of();
        }

        @Override
        protected Grid grid() {
            return Grid.of(new int[] {10, 11, 12}, new double[] {5, 6, 7});
        }

        @Override
        protected int count() {
            return 30;
        }
    }

    @Nested
    class ManyBody extends ObservableContract {
        @Override
        protected ObservableProvider provider() {
            return new ManyBodyObservableProvider();
        }
    }

    @Nested
    class Projected extends ObservableContract {
        @Override
        protected ObservableProvider provider() {
            return new ProjectedObservableProvider();
        }
    }

    @Nested
    class Gamma extends ObservableContract {
        @Override
        protected ObservableProvider provider() {
            return new ReducedDensityObservableProvider();
        }
    }

    @Nested
    class ModesTruncation extends ObservableContract {
        @Override
        protected ObservableProvider provider() {
            return new ModesObservableProvider();
        }
    }
}
