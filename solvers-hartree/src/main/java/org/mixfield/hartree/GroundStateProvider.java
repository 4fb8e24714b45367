package org.mixfield.hartree;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.GroundState;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.model.OrbitalSite;

/**
 * {@code ground-state}: the minimiser of the energy at time 0, jointly with the other species where both start from it, else
 * in the mean field of the other's orbital; real and positive up to a sign change that the minimiser has.
 */
@AutoService(OrbitalProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class GroundStateProvider implements OrbitalProvider {

    private static final double RESIDUAL = 1e-10;

    private static final int ITERATIONS = 2000;

    private static final int MOST_STARTS = 1000;

    @Override
    public String name() {
        return "ground-state";
    }

    @Override
    public InitialOrbital create(Settings settings) {
        settings.means(Map.of(
                "residual", "‖Hψ − μψ‖ at which the search ends",
                "starts", "how many searches, from different orbitals; the lowest energy counts",
                "iterations", "how many steps at most"));
        double residual = settings.positive("residual", RESIDUAL);
        int starts = settings.integer("starts", 1, MOST_STARTS, 1);
        int iterations = settings.integer("iterations", 1, Integer.MAX_VALUE, ITERATIONS);
        return new Found(new Minimiser(residual, starts, iterations));
    }

    private record Found(GroundState way) implements InitialOrbital {

        @Override
        public ComplexField on(OrbitalSite site) {
            return site.groundState();
        }

        @Override
        public Optional<GroundState> groundState() {
            return Optional.of(way);
        }
    }
}
