package org.mixfield.hartree;

import java.util.Map;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.testkit.OrbitalContract;

class GroundStateContractTest extends OrbitalContract {
    @Override
    protected OrbitalProvider provider() {
        return new GroundStateProvider();
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("residual", 1e-9, "starts", 2, "iterations", 500);
    }
}
