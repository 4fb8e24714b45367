package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;

/** {@code truncated}: many-body dynamics on a few modes. */
@AutoService(SolverProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class TruncatedFockProvider implements SolverProvider {

    private static final String COMOVING = "comoving";
    private static final String LABORATORY = "laboratory";
    private static final String FLUCTUATION = "fluctuation";
    private static final String BOGOLIUBOV = "bogoliubov";
    private static final int MOST = 1000;

    /** The frames, in the order in which they stand side by side. */
    static final List<String> FRAMES = List.of(COMOVING, LABORATORY, FLUCTUATION, BOGOLIUBOV);

    /** Of steps in time and Krylov spaces, where nothing else decides. */
    private static final double TOLERANCE = 1e-10;

    @Override
    public String name() {
        return "truncated";
    }

    @Override
    public Class<? extends State> stateType() {
        return ProjectedState.class;
    }

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "state",
                    "the initial state: coherent, with Poisson-distributed particle numbers; factorised, u^N1 v^N2; or the ground state"),
            Map.entry("frames", "in which the many-body state is computed, side by side"),
            Map.entry("bogoliubov", "where the frame bogoliubov computes: in the modes or on the grid"),
            Map.entry("cutoff", "excitations kept in the frame comoving, both species together"),
            Map.entry("accuracy", "relative, of the trace distance; what automatic choices aim at"),
            Map.entry("sectors", "how the sectors of fixed particle numbers are summed for a coherent start"),
            Map.entry("nodes", "Gauss-Charlier nodes per species"),
            Map.entry("direct-cutoff", "excitations of each species kept in the frame fluctuation"),
            Map.entry("cubic-cutoff", "M1, M2 of the truncated dynamics, frame fluctuation; none by default"),
            Map.entry("tail", "number probability left out"),
            Map.entry("tolerance", "of time integration and Krylov spaces"));

    @Override
    public Solver create(Settings settings) {
        settings.means(MEANINGS);
        String state = settings.choice("state", "coherent", List.of("coherent", "factorised", "ground-state"));
        List<String> frames = settings.choices("frames", List.of(COMOVING), FRAMES);
        for (String frame : List.of(FLUCTUATION, BOGOLIUBOV)) {
            if (frames.contains(frame) && !state.equals("coherent")) {
                settings.problem(
                        "frames",
                        "the frame " + frame
                                + " needs a coherent start, as only that has fluctuations that begin with none,"
                                + " and state is " + state + "; give state: coherent, or leave out the frame");
            }
        }
        boolean onGrid =
                settings.choice(BOGOLIUBOV, "modes", List.of("modes", "grid")).equals("grid");
        Optional<Double> cutoff =
                settings.numberOrAuto("cutoff", x -> isWholeFrom(x, 0), "a whole number from 0 to " + MOST);
        double accuracy = settings.positive("accuracy", 1e-6);
        String sectors = settings.choice("sectors", "auto", List.of("auto", "gauss", "all"));
        Optional<Double> nodes =
                settings.numberOrAuto("nodes", x -> isWholeFrom(x, 1), "a whole number from 1 to " + MOST);
        double[] direct = settings.perSpecies(
                "direct-cutoff",
                12.0,
                x -> isWholeFrom(x, FluctuationChoice.LEAST_CUTOFF),
                "a whole number from " + FluctuationChoice.LEAST_CUTOFF + " to " + MOST);
        // What takes the place of a value that was refused may be too small.
        SpeciesCutoffs directCutoff = cutoffs(direct).atLeast(FluctuationChoice.LEAST_CUTOFF);
        Optional<SpeciesCutoffs> cubic = Optional.empty();
        if (settings.has("cubic-cutoff")) {
            cubic = Optional.of(cutoffs(settings.perSpecies(
                    "cubic-cutoff", null, x -> isWholeFrom(x, 0), "a whole number from 0 to " + MOST)));
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
        // Every frame, in the order of FRAMES.
        Map<String, Solver> solvers = new LinkedHashMap<>();
        solvers.put(
                COMOVING,
                new CoMovingSolver(new CoMovingChoice(
                        initial,
                        whole(cutoff),
                        whole(nodes),
                        accuracy,
                        SectorSum.valueOf(sectors.toUpperCase(Locale.ROOT)),
                        kept,
                        tolerance.map(OptionalDouble::of).orElse(OptionalDouble.empty()))));
        solvers.put(LABORATORY, new TruncatedFockSolver(initial, kept, tolerance.orElse(TOLERANCE)));
        solvers.put(
                FLUCTUATION,
                new FluctuationSolver(new FluctuationChoice(directCutoff, cubic, tolerance.orElse(TOLERANCE))));
        solvers.put(BOGOLIUBOV, new BogoliubovSolver(onGrid, tolerance.orElse(TOLERANCE)));
        List<FramesSolver.Frame> chosen = new ArrayList<>();
        solvers.forEach((name, solver) -> {
            // Of frames that were all refused, the default stands in.
            boolean standsIn = name.equals(COMOVING) && frames.stream().noneMatch(solvers::containsKey);
            if (frames.contains(name) || standsIn) {
                chosen.add(new FramesSolver.Frame(name, solver));
            }
        });
        return FramesSolver.of(chosen);
    }

    private static SpeciesCutoffs cutoffs(double[] perSpecies) {
        return new SpeciesCutoffs((int) perSpecies[0], (int) perSpecies[1]);
    }

    private static boolean isWholeFrom(double x, int least) {
        return x >= least && x <= MOST && x == Math.rint(x);
    }

    private static OptionalInt whole(Optional<Double> number) {
        return number.map(x -> OptionalInt.of((int) Math.rint(x))).orElse(OptionalInt.empty());
    }
}
