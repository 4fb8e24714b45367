package org.mixfield.potentials;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.testkit.PotentialContract;

class BuiltInContractTest {

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
}
