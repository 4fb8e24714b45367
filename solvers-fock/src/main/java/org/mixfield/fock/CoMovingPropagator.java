package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * The many-body state in the co-moving frame. Where the cutoff or the nodes are left to the accuracy, a row that misses it is
 * computed once more from time 0 with more of what it lacks.
 */
final class CoMovingPropagator implements Propagator {

    /** An error this small is rounding, whatever the accuracy. */
    private static final double FLOOR = 1e-13;

    /** What the cutoff, the nodes and the steps may each take of the accuracy. */
    private static final double CUTOFF_SHARE = 0.7;

    private static final double NODES_SHARE = 0.15;
    private static final double STEPS_SHARE = 0.15;

    /** The first tolerance of the steps for an accuracy: the distance feels a few times the error of the states. */
    private static final double FIRST_TOLERANCE = 0.02;

    /** Of a ground state, and of the steps where nothing is truncated. */
    private static final double FINE_TOLERANCE = 1e-10;

    /** Steps are not made shorter for less than this. */
    private static final double LEAST_TOLERANCE = 1e-13;

    private final ModeTensors tensors;
    private final Weights weights;
    private final FrameWeights frame;
    private final double[] u;
    private final double[] v;
    private final CoMovingChoice choice;
    private final CoMovingLevels.Sizes sizes;
    private final CoMovingSize limits;
    private final double endTime;
    private final Workers workers;
    private final CoMovingMeasurement measurement;
    private final @Nullable ProjectedHartree hartree;
    private final Map<String, Object> lostNorm = new LinkedHashMap<>();
    private int cutoff;
    private int nodes;
    private double tolerance;
    private double time;
    private CoMovingRun run;
    private @Nullable CoMovingState state;
    private Optional<LowestState> groundState = Optional.empty();

    CoMovingPropagator(Discretization discretization, CoMovingChoice choice, double endTime) {
        this(
                ModeTensors.of(discretization),
                discretization.mixture(),
                InitialModes.of(discretization, SpeciesName.U),
                InitialModes.of(discretization, SpeciesName.V),
                choice,
                endTime,
                discretization.workers());
        lostNorm.putAll(InitialModes.lostNorm(discretization));
    }

    /**
     * The same from matrix elements alone.
     *
     * @param mixture its particle numbers and weights; traps, masses and potentials are in the tensors
     * @param u initial orbital of species u in its modes, interleaved, of norm 1
     * @param v initial orbital of species v
     */
    CoMovingPropagator(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            CoMovingChoice choice,
            double endTime,
            Workers workers) {
        int n1 = mixture.u().particles();
        int n2 = mixture.v().particles();
        boolean coherent = choice.initial() == InitialState.COHERENT;
        this.tensors = tensors;
        this.weights = mixture.weights();
        this.frame = coherent ? FrameWeights.coherent(n1, n2, weights) : FrameWeights.factorised(n1, n2);
        this.u = u;
        this.v = v;
        this.choice = choice;
        this.limits = new CoMovingSize(choice, n1, n2, tensors.modesU(), tensors.modesV(), workers.count());
        this.sizes = limits.sizes();
        this.endTime = endTime;
        this.workers = workers;
        this.measurement = new CoMovingMeasurement(tensors, weights, sizes, workers);
        this.hartree = coherent ? null : new ProjectedHartree(tensors, weights, u, v);
        this.cutoff = limits.firstCutoff();
        this.nodes = limits.firstNodes();
        this.tolerance = firstTolerance();
        this.run = newRun();
    }

    /** Where nothing is truncated the steps are the only error, and few states bear short ones. */
    private double firstTolerance() {
        double most = sizes.exact(cutoff) ? FINE_TOLERANCE : 1;
        return choice.tolerance()
                .orElse(Math.max(LEAST_TOLERANCE, Math.min(most, FIRST_TOLERANCE * choice.accuracy())));
    }

    private boolean isGroundState() {
        return choice.initial() == InitialState.GROUND_STATE;
    }

    private CoMovingRun newRun() {
        groundState = Optional.empty();
        return new CoMovingRun(tensors, frame, u, v, sizes, cutoff, nodes, tolerance, endTime, workers);
    }

    @Override
    public boolean stepTowards(double target) {
        if (target < time) {
            throw new IllegalArgumentException("time runs forward: " + target + " is before " + time);
        }
        if (isGroundState() && groundState.isEmpty()) {
            groundState = Optional.of(run.settle(Math.min(FINE_TOLERANCE, tolerance)));
        }
        if (target > run.time()) {
            state = null;
            time = Math.min(target, Math.max(time, run.time()));
            if (!run.stepTowards(target)) {
                time = Math.max(time, run.time());
                return false;
            }
        }
        time = target;
        return measure();
    }

    /** Measures where it is; false where the accuracy made it begin again. */
    private boolean measure() {
        if (state != null) {
            return true;
        }
        if (hartree != null) {
            hartree.advanceTo(time);
        }
        CoMovingState present = measurement.of(run, cutoff, nodes, hartree);
        CoMovingErrors errors = present.errors();
        double allowed = choice.accuracy() * present.traceDistance();
        double ofCutoff = CUTOFF_SHARE * allowed + FLOOR;
        double ofNodes = NODES_SHARE * allowed + FLOOR;
        double ofSteps = STEPS_SHARE * allowed + FLOOR;
        boolean shortOfCutoff = choice.cutoff().isEmpty() && errors.cutoff() > ofCutoff;
        boolean shortOfNodes = choice.nodes().isEmpty() && sizes.gauss() && errors.nodes() > ofNodes;
        boolean shortOfSteps = choice.tolerance().isEmpty() && errors.steps() > ofSteps && tolerance > LEAST_TOLERANCE;
        if (!shortOfCutoff && !shortOfNodes && !shortOfSteps) {
            state = present;
            return true;
        }
        int moreCutoff = shortOfCutoff ? limits.nextCutoff(cutoff, nodes, errors, ofCutoff) : cutoff;
        int moreNodes = shortOfNodes ? limits.nextNodes(nodes, errors, ofNodes) : nodes;
        if (moreCutoff < 0 || moreNodes < 0) {
            throw new NumericalException(outOfReach(present, shortOfCutoff));
        }
        if (shortOfSteps) {
            tolerance = Math.max(LEAST_TOLERANCE, tolerance * Math.max(1e-3, 0.5 * ofSteps / errors.steps()));
        }
        cutoff = moreCutoff;
        nodes = moreNodes;
        run = newRun();
        return false;
    }

    private String outOfReach(CoMovingState present, boolean shortOfCutoff) {
        double reached =
                (shortOfCutoff ? present.errors().cutoff() : present.errors().nodes())
                        / Math.max(present.traceDistance(), Double.MIN_NORMAL);
        String remedies = shortOfCutoff
                ? ", fewer modes, a shorter time, a number for solvers.fock.cutoff, with which any error is only"
                        + " stated, or frames: [laboratory]"
                : ", a shorter time, a number for solvers.fock.nodes, with which any error is only stated, or"
                        + " sectors: all";
        return String.format(
                Locale.ROOT,
                "the relative accuracy %.1e of gamma.trace-distance is out of reach at time %s: with cutoff %d%s its"
                        + " error is estimated as %.1e of it, and a larger %s takes too much memory or is not meaningful;"
                        + " give solvers.fock.accuracy a value above %.1e%s",
                choice.accuracy(),
                time,
                cutoff,
                sizes.gauss() ? " and " + nodes + " nodes" : "",
                reached,
                shortOfCutoff ? "cutoff" : "number of nodes",
                reached,
                remedies);
    }

    @Override
    public ManyBodyState state() {
        while (!stepTowards(time)) {
            // The work is in the condition.
        }
        return java.util.Objects.requireNonNull(state);
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        SectorLevel level = run.levels().measured();
        report.put("frame", "comoving");
        report.put("cutoff", cutoff);
        report.put("states", level.basis().dimension());
        report.put("sectors", level.points().sectors().size());
        if (sizes.gauss()) {
            report.put("nodes", nodes);
        }
        report.put("tolerance", tolerance);
        groundState.ifPresent(found -> report.put(GroundStateStart.NAME, found.report()));
        report.put("probability-left-out", level.points().leftOut());
        report.put("steps", run.steps());
        report.put("steps-rejected", run.rejected());
        report.put("time", run.time());
        report.put("hamiltonian-applications", run.levels().applications());
        report.put("krylov-error", level.error());
        CoMovingState present = state;
        if (present != null) {
            Map<String, Object> errors = new LinkedHashMap<>();
            errors.put("cutoff", present.errors().cutoff());
            errors.put("nodes", present.errors().nodes());
            errors.put("tail", present.errors().tail());
            errors.put("time-integration", present.errors().time());
            errors.put("steps", present.errors().steps());
            errors.put("krylov", present.errors().time() - present.errors().steps());
            report.put("trace-distance-error", errors);
        }
        if (!lostNorm.isEmpty()) {
            report.put("initial-norm-lost", lostNorm);
        }
        return report;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        saved.put("chosen", new double[] {time, cutoff, nodes, tolerance});
        run.save(saved);
        if (isGroundState()) {
            saved.put(
                    GroundStateStart.NAME, groundState.map(LowestState::numbers).orElseGet(LowestState::nothing));
        }
        if (hartree != null) {
            hartree.save(saved);
        }
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        double[] chosen = SavedLaboratory.array(saved, "chosen", 4);
        time = chosen[0];
        cutoff = (int) chosen[1];
        nodes = (int) chosen[2];
        tolerance = chosen[3];
        run = newRun();
        run.restore(saved);
        state = null;
        if (isGroundState()) {
            groundState = LowestState.of(SavedLaboratory.array(saved, GroundStateStart.NAME, LowestState.NUMBERS));
        }
        if (hartree != null) {
            hartree.restore(saved);
        }
    }
}
