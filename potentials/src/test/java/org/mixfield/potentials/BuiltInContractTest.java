package org.mixfield.potentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.testkit.PotentialContract;

class BuiltInContractTest {

    @TempDir
    static Path folder;

    private static Path table;

    @BeforeAll
    static void writeTable() throws IOException {
        table = folder.resolve("table.csv");
        StringBuilder text = new StringBuilder("r,V\n");
        for (int i = 0; i <= 40; i++) {
            double r = 0.2 * i;
            text.append(r).append(',').append(Math.exp(-r) - 0.1).append('\n');
        }
        Files.writeString(table, text);
    }

    @Nested
    class Coulomb extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new CoulombProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", -1.5);
        }
    }

    @Nested
    class Yukawa extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new YukawaProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 2, "screening", 0.7);
        }
    }

    @Nested
    class Gaussian extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new GaussianProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", -1.5, "range", 0.7);
        }
    }

    @Nested
    class SoftCoulomb extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new SoftCoulombProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 1, "softening", 0.3);
        }
    }

    @Nested
    class SoftYukawa extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new SoftYukawaProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 1, "screening", 2, "softening", 0.3);
        }
    }

    @Nested
    class None extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new NoneProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of();
        }
    }

    @Nested
    class Power extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new PowerProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 2, "exponent", 0.5);
        }
    }

    @Nested
    class SquareWell extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new SquareWellProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", -2, "radius", 1.5);
        }
    }

    @Nested
    class HarmonicPair extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new HarmonicPairProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("stiffness", -0.3);
        }
    }

    @Nested
    class Contact extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new ContactProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 2);
        }
    }

    @Nested
    class Dipolar extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new DipolarProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 2, "direction", List.of(1, -1, 0.5));
        }

        @Override
        protected int axes() {
            return 3;
        }
    }

    @Nested
    class DipolarInALayer extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new DipolarProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("strength", 2, "direction", List.of(1, -1, 0.5), "confinement", 0.3);
        }

        @Override
        protected int axes() {
            return 2;
        }
    }

    @Nested
    class Table extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new TableProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("file", table.toString());
        }
    }

    @Nested
    class Formula extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new FormulaProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("expression", "2*exp(-r/3)/r - 1/(1 + r^4)");
        }
    }

    @Nested
    class Sum extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new SumProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "of",
                    List.of(
                            Map.of("type", "coulomb", "strength", 1),
                            Map.of(
                                    "type",
                                    "sum",
                                    "of",
                                    List.of(Map.of("type", "gaussian", "strength", 1, "range", 1)))));
        }
    }

    @Nested
    class SumWithContact extends PotentialContract {
        @Override
        protected PotentialProvider provider() {
            return new SumProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of(
                    "of",
                    List.of(
                            Map.of("type", "contact", "strength", 1),
                            Map.of("type", "yukawa", "strength", 1, "screening", 1)));
        }
    }
}
