package org.mixfield.hartree;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.testkit.ObservableContract;
import org.mixfield.testkit.SolverContract;

class HartreeContractTest {

    @Nested
    class Spectral extends SolverContract {
        @Override
        protected SolverProvider provider() {
            return new SpectralHartreeProvider();
        }

        @Override
        protected Map<String, Object> settings() {
            return Map.of("method", "rkn6b", "step", 0.01);
        }
    }

    @Nested
    class Observables extends ObservableContract {
        @Override
        protected ObservableProvider provider() {
            return new HartreeObservableProvider();
        }
    }
}
