package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * A co-moving expansion with a fixed cutoff and fixed nodes on its way through time. All sectors share the moving bases and so
 * the matrix elements at the nodes of each step. Two steps of half the length, taken by one sector of the pilot beforehand, say
 * whether a step is short enough: its error is 16/15 of the difference, the method being of order 4.
 */
final class CoMovingRun {

    private static final double SHARE_OF_KRYLOV = 1e-3;

    /** Sums over sectors take differences of √(N₁N₂) times a state: what varies from sector to sector counts as often. */
    private static final double SHARE_OF_DIFFERENCES = 0.1;

    /** A lower Krylov error than this per time drowns in rounding. */
    private static final double LEAST_KRYLOV_RATE = 1e-12;

    /** A lower error than this of a step drowns in rounding. */
    private static final double LEAST_STEP_ERROR = 5e-15;

    private static final double RICHARDSON = 16.0 / 15;
    private static final double FIRST_STEP = 1.0 / 64;
    private static final double LEAST_STEP = 1e-9;

    private final ModeTensors tensors;
    private final FrameWeights weights;
    private final MovingBases bases;
    private final CoMovingLevels levels;
    private final Workers workers;
    private final double rate;
    private final double krylovRate;
    private final double endTime;
    private double time;
    private double step;
    private long steps;
    private long rejected;

    CoMovingRun(
            ModeTensors tensors,
            FrameWeights weights,
            double[] u,
            double[] v,
            CoMovingLevels.Sizes sizes,
            int cutoff,
            int nodes,
            double tolerance,
            double endTime,
            Workers workers) {
        this.tensors = tensors;
        this.bases = new MovingBases(tensors, weights, u, v);
        this.weights = weights;
        this.levels = new CoMovingLevels(
                sizes, cutoff, nodes, tensors.modesU(), tensors.modesV(), weights, moving(), workers);
        this.workers = workers;
        this.endTime = endTime > 0 ? endTime : 1;
        this.rate = tolerance / this.endTime;
        double differences = SHARE_OF_DIFFERENCES / Math.sqrt((double) sizes.n1() * sizes.n2());
        this.krylovRate = Math.max(Math.min(SHARE_OF_KRYLOV, differences) * rate, LEAST_KRYLOV_RATE);
        this.step = Math.min(FIRST_STEP, this.endTime);
    }

    /** Matrix elements in the present bases. */
    CoMovingCouplings moving() {
        return CoMovingCouplings.of(CoMovingTensors.of(tensors, bases.basis(0), bases.basis(1)), weights);
    }

    private CoMovingCouplings movingAt(double when) {
        bases.advanceTo(when);
        return moving();
    }

    /** Takes one step towards a time; true when it is there. */
    boolean stepTowards(double target) {
        if (target <= time) {
            return true;
        }
        double[] start = bases.columns();
        while (true) {
            boolean last = target - time <= 1.0001 * step;
            double h = last ? target - time : step;
            double[] c = MagnusExponent.NODES;
            CoMovingCouplings first1 = movingAt(time + 0.5 * h * c[0]);
            CoMovingCouplings whole1 = movingAt(time + h * c[0]);
            CoMovingCouplings first2 = movingAt(time + 0.5 * h * c[1]);
            CoMovingCouplings second1 = movingAt(time + 0.5 * h * (1 + c[0]));
            CoMovingCouplings whole2 = movingAt(time + h * c[1]);
            CoMovingCouplings second2 = movingAt(time + 0.5 * h * (1 + c[1]));
            List<MagnusExponent<CoMovingCouplings>> whole = MagnusExponent.ofStep(whole1, whole2, h);
            List<MagnusExponent<CoMovingCouplings>> halves = Stream.concat(
                            MagnusExponent.ofStep(first1, first2, 0.5 * h).stream(),
                            MagnusExponent.ofStep(second1, second2, 0.5 * h).stream())
                    .toList();
            double error = errorOf(halves, whole);
            double allowed = Math.max(rate * h, LEAST_STEP_ERROR);
            double factor = error > 0 ? 0.9 * Math.pow(allowed / error, 0.25) : 4;
            if (error <= allowed) {
                bases.advanceTo(last ? target : time + h);
                levels.advance(whole, halves, krylovRate);
                time = bases.time();
                steps++;
                double proposal = h * Math.min(4, Math.max(0.9, factor));
                // A step that was cut short to meet a time does not make the next one short.
                step = last ? Math.max(step, proposal) : proposal;
                return time >= target;
            }
            rejected++;
            bases.returnTo(time, start);
            step = h * Math.max(0.1, Math.min(0.9, factor));
            if (!(step > LEAST_STEP * endTime)) {
                throw new NumericalException(
                        "the steps of the co-moving frame became shorter than " + step + " at time "
                                + time + ", with an error of " + error
                                + " in a step; give solvers.fock.tolerance a value above "
                                + rate * endTime);
            }
        }
    }

    private double errorOf(
            List<MagnusExponent<CoMovingCouplings>> halves, List<MagnusExponent<CoMovingCouplings>> whole) {
        SectorLevel pilot = levels.pilot();
        int central = pilot.points().central();
        double[] fine = trial(pilot, central, halves);
        double[] rough = trial(pilot, central, whole);
        double square = 0;
        for (int i = 0; i < fine.length; i++) {
            square += (fine[i] - rough[i]) * (fine[i] - rough[i]);
        }
        double error = RICHARDSON * Math.sqrt(square);
        if (!Double.isFinite(error)) {
            throw new NumericalException("the co-moving expansion is not finite at time " + time
                    + "; look for a matrix element that is not finite");
        }
        return error;
    }

    private double[] trial(SectorLevel pilot, int sector, List<MagnusExponent<CoMovingCouplings>> exponents) {
        SectorLevel alone = pilot.alone(sector, exponents.get(0).couplings(), workers);
        alone.advance(0, exponents, krylovRate, levels.work());
        return alone.state(0);
    }

    double time() {
        return time;
    }

    long steps() {
        return steps;
    }

    long rejected() {
        return rejected;
    }

    MovingBases bases() {
        return bases;
    }

    /** Starts from the ground states of the expansions; called at time 0. */
    LowestState settle(double tolerance) {
        double[][] fields = bases.meanFields();
        double[][] h = {
            MovingMatrices.inBasis(fields[0], bases.basis(0), tensors.modesU()),
            MovingMatrices.inBasis(fields[1], bases.basis(1), tensors.modesV())
        };
        return levels.settle(moving(), h, tolerance);
    }

    CoMovingLevels levels() {
        return levels;
    }

    /** How much the error of a whole step exceeds its difference from two half ones. */
    static double richardson() {
        return RICHARDSON;
    }

    void save(Map<String, double[]> saved) {
        saved.put("clock", new double[] {time, step, steps, rejected});
        bases.save(saved);
        levels.save(saved);
    }

    void restore(Map<String, double[]> saved) {
        double[] clock = SavedLaboratory.array(saved, "clock", 4);
        time = clock[0];
        step = clock[1];
        steps = (long) clock[2];
        rejected = (long) clock[3];
        bases.restore(saved);
        levels.restore(saved);
    }
}
