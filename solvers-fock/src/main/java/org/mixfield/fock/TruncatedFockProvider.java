package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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

    private static final String COMOVING = "comoving";
    private static final String LABORATORY = "laboratory";
    private static final int MOST = 1000;

    /** Of steps in time and Krylov spaces, where nothing else decides. */
    private static final double TOLERANCE = 1e-10;

    private static final String BOGOLIUBOV = "bogoliubov";
    private static final List<String> FRAMES = List.of(COMOVING, LABORATORY, "fluctuation", BOGOLIUBOV);

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
        String state = settings.choice("state", "coherent", List.of("coherent", "factorised", "ground-state"));
        List<String> frames = settings.choices("frames", List.of(COMOVING), FRAMES);
        for (String frame : frames) {
            if (!frame.equals(LABORATORY) && !frame.equals(COMOVING) && !frame.equals(BOGOLIUBOV)) {
                settings.problem(
                        "frames",
                        "the frame " + frame + " does not exist yet; give frames: [" + COMOVING + "], [" + LABORATORY
                                + "], [" + BOGOLIUBOV + "] or several of them");
            }
        }
        if (frames.contains(BOGOLIUBOV) && !state.equals("coherent")) {
            settings.problem(
                    "frames",
                    "the frame " + BOGOLIUBOV + " is the limit of a coherent start, and state is " + state
                            + "; give state: coherent, or leave out the frame");
        }
        boolean onGrid =
                settings.choice(BOGOLIUBOV, "modes", List.of("modes", "grid")).equals("grid");
        Optional<Double> cutoff =
                settings.numberOrAuto("cutoff", x -> isWholeFrom(x, 0), "a whole number from 0 to " + MOST);
        double accuracy = settings.positive("accuracy", 1e-6);
        String sectors = settings.choice("sectors", "auto", List.of("auto", "gauss", "all"));
        Optional<Double> nodes =
                settings.numberOrAuto("nodes", x -> isWholeFrom(x, 1), "a whole number from 1 to " + MOST);
        // Keys of the frames to come: checked, so that a file stays valid, and without effect.
        for (String key : List.of("direct-cutoff", "cubic-cutoff")) {
            if (settings.has(key)) {
                settings.perSpecies(key, null, x -> x >= 0 && x == Math.rint(x), "a whole number not below 0");
            }
        }
        double tail = settings.positive("tail", 1e-12);
        if (tail >= 1) {
            settings.problem("tail", "found " + tail + "; accepted: a probability between 0 and 1");
        }
        Optional<Double> tolerance =
                settings.numberOrAuto("tolerance", x -> x > 0 && Double.isFinite(x), "a number greater than 0");
        InitialState initial =
                InitialState.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
        double kept = Optional.of(tail).filter(t -> t < 1).orElse(0.5);
        TruncatedFockSolver laboratory = new TruncatedFockSolver(initial, kept, tolerance.orElse(TOLERANCE));
        BogoliubovSolver bogoliubov = new BogoliubovSolver(onGrid, tolerance.orElse(TOLERANCE));
        if (frames.equals(List.of(BOGOLIUBOV))) {
            return bogoliubov;
        }
        if (!frames.contains(COMOVING)) {
            return beside(frames, laboratory, bogoliubov);
        }
        CoMovingSolver comoving = new CoMovingSolver(new CoMovingChoice(
                initial,
                whole(cutoff),
                whole(nodes),
                accuracy,
                SectorSum.valueOf(sectors.toUpperCase(Locale.ROOT)),
                kept,
                tolerance.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
        return beside(
                frames, frames.contains(LABORATORY) ? new TwoFramesSolver(comoving, laboratory) : comoving, bogoliubov);
    }

    private static Solver beside(List<String> frames, Solver manyBody, BogoliubovSolver bogoliubov) {
        return frames.contains(BOGOLIUBOV) ? new WithBogoliubovSolver(manyBody, bogoliubov) : manyBody;
    }

    private static boolean isWholeFrom(double x, int least) {
        return x >= least && x <= MOST && x == Math.rint(x);
    }

    private static OptionalInt whole(Optional<Double> number) {
        return number.map(x -> OptionalInt.of((int) Math.rint(x))).orElse(OptionalInt.empty());
    }
}
