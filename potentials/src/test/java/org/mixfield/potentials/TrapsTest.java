package org.mixfield.potentials;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
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
            return Map.of("stiffness", List.of(1, 2.5, 0));
        }

        @Override
        protected int axes() {
            return 3;
        }
    }
}
