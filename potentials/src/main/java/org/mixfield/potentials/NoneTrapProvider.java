package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** {@code none}: no trap. */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class NoneTrapProvider implements TrapProvider {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public Trap create(Settings settings) {
        return Trap.NONE;
    }
}
