package org.mixfield.potentials;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.mixfield.core.potential.ModulationProvider;
import org.mixfield.testkit.ModulationContract;

class FactorsTest {

    @Nested
    class Ramp extends ModulationContract {
        @Override
        protected ModulationProvider provider() {
            return new RampProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("from", 1, "to", -2, "start", 0.5, "duration", 3, "shape", "smooth");
        }
    }

    @Nested
    class Quench extends ModulationContract {
        @Override
        protected ModulationProvider provider() {
            return new RampProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("to", 0, "duration", 0);
        }
    }

    @Nested
    class Oscillation extends ModulationContract {
        @Override
        protected ModulationProvider provider() {
            return new OscillationProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("amplitude", -0.3, "frequency", 2.5, "phase", 1);
        }
    }

    @Nested
    class Formula extends ModulationContract {
        @Override
        protected ModulationProvider provider() {
            return new FormulaFactorProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("expression", "exp(-t/tau)", "constants", Map.of("tau", 2));
        }
    }

    @Nested
    class Table extends ModulationContract {
        @Override
        protected ModulationProvider provider() {
            return new TableFactorProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("points", List.of(List.of(0.5, 1), List.of(2, -3), List.of(4, 0)));
        }
    }
}
