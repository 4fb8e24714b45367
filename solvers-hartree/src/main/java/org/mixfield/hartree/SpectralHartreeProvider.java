package org.mixfield.hartree;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;

/** {@code spectral}: the Hartree system by splitting. */
@AutoService(SolverProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SpectralHartreeProvider implements SolverProvider {

    private static final String ADAPTIVE = "adaptive";

    @Override
    public String name() {
        return "spectral";
    }

    @Override
    public Class<? extends State> stateType() {
        return HartreeState.class;
    }

    @Override
    public Map<String, String> units() {
        return Map.of("step", "time");
    }

    @Override
    public Solver create(Settings settings) {
        List<String> accepted = new ArrayList<>(Splitting.names());
        accepted.add(ADAPTIVE);
        String method = settings.choice("method", ADAPTIVE, accepted);
        if (method.equals(ADAPTIVE)) {
            settings.nonNegative("tolerance", 1e-8);
            settings.problem(
                    "method",
                    "the adaptive step, the default, does not exist yet; give a method of "
                            + String.join(", ", Splitting.names())
                            + " and a step, for example {method: rkn6b, step: 0.01}");
            return new SpectralHartreeSolver(Splitting.RKN6B, 1);
        }
        double step = settings.positive("step");
        return new SpectralHartreeSolver(Splitting.named(method).orElseThrow(), step);
    }
}
