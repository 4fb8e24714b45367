package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;

/** {@code truncated}: many-body dynamics on a few modes. */
@AutoService(SolverProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class TruncatedFockProvider implements SolverProvider {

    private static final String LABORATORY = "laboratory";
    private static final List<String> FRAMES = List.of("comoving", LABORATORY, "fluctuation", "bogoliubov");

    @Override
    public String name() {
        return "truncated";
    }

    @Override
    public Class<? extends State> stateType() {
        return ManyBodyState.class;
    }

    @Override
    public Solver create(Settings settings) {
        String state = settings.choice("state", "coherent", List.of("coherent", "factorised"));
        List<String> frames = settings.choices("frames", List.of("comoving"), FRAMES);
        for (String frame : frames) {
            if (!frame.equals(LABORATORY)) {
                settings.problem(
                        "frames",
                        "the frame " + frame + (settings.has("frames") ? "" : ", the default,")
                                + " does not exist yet; give frames: [" + LABORATORY + "]");
            }
        }
        // Keys of the frames to come: checked, so that a file stays valid, and without effect in the laboratory.
        settings.numberOrAuto("cutoff", x -> x >= 0 && x == Math.rint(x), "a whole number not below 0");
        settings.positive("accuracy", 1e-6);
        settings.choice("sectors", "auto", List.of("auto", "gauss", "all"));
        settings.numberOrAuto("nodes", x -> x >= 1 && x == Math.rint(x), "a whole number not below 1");
        for (String key : List.of("direct-cutoff", "cubic-cutoff")) {
            if (settings.has(key)) {
                settings.perSpecies(key, null, x -> x >= 0 && x == Math.rint(x), "a whole number not below 0");
            }
        }
        double tail = settings.positive("tail", 1e-12);
        if (tail >= 1) {
            settings.problem("tail", "found " + tail + "; accepted: a probability between 0 and 1");
        }
        double tolerance = settings.positive("tolerance", 1e-10);
        return new TruncatedFockSolver(
                state.equals("coherent") ? InitialState.COHERENT : InitialState.FACTORISED,
                Optional.of(tail).filter(t -> t < 1).orElse(0.5),
                tolerance);
    }
}
