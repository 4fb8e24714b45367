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

    private static final String AUTO = "auto";

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
        settings.means(Map.of(
                "method", "adaptive, with a tolerance, or a splitting with a fixed step",
                "scheme", "the splitting behind method adaptive",
                "tolerance", "of the orbitals, in norm",
                "step", "the fixed time step",
                "error-estimate", "whether a run with half the steps estimates the error",
                "exact-trap",
                        "whether harmonic traps go with the kinetic energy, in an exact flow, where they are most of the force",
                "padding-tolerance",
                        "how far padding: auto may carry the orbitals wrong in a unit of time, in norm; by default a hundredth"
                                + " of the tolerance, and 1e-9 with a fixed step"));
        List<String> accepted = new ArrayList<>(Splitting.names());
        accepted.add(ADAPTIVE);
        String method = settings.choice("method", ADAPTIVE, accepted);
        if (method.equals(ADAPTIVE)) {
            List<String> schemes = new ArrayList<>(Splitting.names());
            schemes.add(AUTO);
            String scheme = settings.choice("scheme", AUTO, schemes);
            double tolerance = settings.positive("tolerance", 1e-8);
            return scheme.equals(AUTO)
                    ? solver(Splitting.RKN11B, new Stepping.Adaptive(tolerance, List.of(Splitting.RKN6B)), settings)
                    : solver(Splitting.named(scheme).orElseThrow(), new Stepping.Adaptive(tolerance), settings);
        }
        double step = settings.positive("step");
        boolean estimate = settings.choice("error-estimate", "true", List.of("true", "false"))
                .equals("true");
        return solver(Splitting.named(method).orElseThrow(), new Stepping.Fixed(step, estimate), settings);
    }

    private static Solver solver(Splitting scheme, Stepping stepping, Settings settings) {
        double padding =
                settings.positive("padding-tolerance", SpectralHartreeSolver.defaultPaddingTolerance(stepping));
        boolean exactTrap =
                settings.choice("exact-trap", "false", List.of("true", "false")).equals("true");
        return new SpectralHartreeSolver(scheme, stepping, padding, exactTrap);
    }
}
