package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.potential.TrapProvider;
import org.mixfield.testkit.TrapContract;

class TrapsTest {

    @Nested
    class Harmonic extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new HarmonicTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("stiffness", List.of(1, 2.5, 0), "center", List.of(0.5, 0, -1));
        }

        @Override
        protected int axes() {
            return 3;
        }
    }

    @Nested
    class HarmonicByFrequency extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new HarmonicTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("frequency", List.of(1, 2.5));
        }

        @Override
        protected int axes() {
            return 2;
        }
    }

    @Nested
    class Lattice extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new LatticeTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("depth", List.of(1, -2), "spacing", List.of(0.5, 3), "phase", List.of(0.1, 0));
        }

        @Override
        protected int axes() {
            return 2;
        }
    }

    @Nested
    class Box extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new BoxTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("half-width", List.of(3, 4, 5), "center", List.of(0, 1, 0), "height", 10, "steepness", 4);
        }

        @Override
        protected int axes() {
            return 3;
        }
    }

    @Nested
    class Formula extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new FormulaTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("expression", "k*x^2 + exp(-y^2)*z", "constants", Map.of("k", 0.5));
        }

        @Override
        protected int axes() {
            return 3;
        }
    }

    @Nested
    class FormulaOfTime extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new FormulaTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("expression", "(x - sin(3*t))^2");
        }
    }

    @Nested
    class Table extends TrapContract {

        @TempDir
        private Path folder;

        @BeforeEach
        void write() {
            StringBuilder text = new StringBuilder("x,V\n");
            for (int i = -25; i <= 25; i++) {
                text.append(i).append(',').append(Math.cos(i)).append('\n');
            }
            try {
                Files.writeString(folder.resolve("trap.csv"), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected TrapProvider provider() {
            return new TableTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("file", folder.resolve("trap.csv").toString());
        }
    }

    @Nested
    class Sum extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new SumTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "of",
                    List.of(
                            Map.of("type", "harmonic", "stiffness", List.of(1)),
                            Map.of("type", "formula", "expression", "cos(t)*x"),
                            Map.of("type", "none")));
        }
    }

    @Nested
    class None extends TrapContract {
        @Override
        protected TrapProvider provider() {
            return new NoneTrapProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            assertThat(provider().units()).isEmpty();
            return Map.of();
        }
    }
}
