package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesProvider;

/**
 * {@code hartree}: modes adapted to the run, those of the Hartree orbit and of the pairs that the interaction excites from
 * it.
 */
@AutoService(ModesProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class HartreeModesProvider implements ModesProvider {

    @Override
    public String name() {
        return "hartree";
    }

    @Override
    public Modes create(Settings settings) {
        settings.means(Map.of("snapshots", "points of the orbit of the Hartree system from which they are made"));
        return new HartreeModes(settings.integer("snapshots", 1, 1000, 8));
    }
}
