package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mixfield.core.run.NumericalException;

/**
 * Steps of the commutator-free Magnus method of order 4 for what moves with the bases of the Hartree system. Of each step there are
 * two versions, the whole of it and two halves: what is moved says by a pilot, which takes both beforehand, whether they agree.
 *
 * @param <C> what the method combines: the matrix elements, or what is made of them
 */
final class MagnusStepping<C extends MagnusExponent.Combinable<C>> {

    /** How much the difference between whole and half steps exceeds the error of the half steps, the order being 4. */
    static final double RICHARDSON = 15;

    /** What Krylov spaces may take of the error, unless something needs them better. */
    static final double SHARE_OF_KRYLOV = 1e-3;

    /** A lower Krylov error than this per time drowns in rounding. */
    private static final double LEAST_KRYLOV_RATE = 1e-12;

    /** A lower error than this of a step drowns in rounding. */
    private static final double LEAST_STEP_ERROR = 5e-15;

    private static final double FIRST_STEP = 1.0 / 64;
    private static final double LEAST_STEP = 1e-9;

    /** What is moved: states with the same matrix elements. */
    interface Moved<C extends MagnusExponent.Combinable<C>> {

        /**
         * The error that a step would have, from a pilot's present state, which stays as it is.
         *
         * @param errorRate largest Krylov error per time
         */
        double error(List<MagnusExponent<C>> halves, List<MagnusExponent<C>> whole, double errorRate);

        /** Moves everything by the step, some of it by its halves and some by the whole. */
        void advance(List<MagnusExponent<C>> halves, List<MagnusExponent<C>> whole, double errorRate);
    }

    private final String frame;
    private final ModeTensors tensors;
    private final Function<CoMovingTensors, C> combined;
    private final MovingBases bases;
    private final double rate;
    private final double krylovRate;
    private final double endTime;
    private double time;
    private double step;
    private long steps;
    private long rejected;

    /**
     * At time 0.
     *
     * @param frame its name, for messages
     * @param u initial orbital of species u in its modes, interleaved, of norm 1
     * @param v initial orbital of species v
     * @param combined what is made of the matrix elements in the moving bases
     * @param shareOfKrylov what Krylov spaces may take of the tolerance
     * @param tolerance largest error of a state at the end time that the steps may cause
     */
    MagnusStepping(
            String frame,
            ModeTensors tensors,
            FrameWeights weights,
            double[] u,
            double[] v,
            Function<CoMovingTensors, C> combined,
            double shareOfKrylov,
            double tolerance,
            double endTime) {
        this.frame = frame;
        this.tensors = tensors;
        this.combined = combined;
        this.bases = new MovingBases(tensors, weights, u, v);
        this.endTime = endTime > 0 ? endTime : 1;
        this.rate = tolerance / this.endTime;
        this.krylovRate = Math.max(shareOfKrylov * rate, LEAST_KRYLOV_RATE);
        this.step = Math.min(FIRST_STEP, this.endTime);
    }

    /** Matrix elements in the present bases. */
    C moving() {
        return combined.apply(CoMovingTensors.of(tensors, bases.basis(0), bases.basis(1)));
    }

    private C movingAt(double when) {
        bases.advanceTo(when);
        return moving();
    }

    /** Takes one step towards a time; true when it is there. */
    boolean stepTowards(double target, Moved<C> moved) {
        if (target <= time) {
            return true;
        }
        double[] start = bases.columns();
        while (true) {
            boolean last = target - time <= 1.0001 * step;
            double h = last ? target - time : step;
            double[] c = MagnusExponent.NODES;
            C first1 = movingAt(time + 0.5 * h * c[0]);
            C whole1 = movingAt(time + h * c[0]);
            C first2 = movingAt(time + 0.5 * h * c[1]);
            C second1 = movingAt(time + 0.5 * h * (1 + c[0]));
            C whole2 = movingAt(time + h * c[1]);
            C second2 = movingAt(time + 0.5 * h * (1 + c[1]));
            List<MagnusExponent<C>> whole = MagnusExponent.ofStep(whole1, whole2, h);
            List<MagnusExponent<C>> halves = Stream.concat(
                            MagnusExponent.ofStep(first1, first2, 0.5 * h).stream(),
                            MagnusExponent.ofStep(second1, second2, 0.5 * h).stream())
                    .toList();
            double error = moved.error(halves, whole, krylovRate);
            if (!Double.isFinite(error)) {
                throw new NumericalException("the expansion of the " + frame + " frame is not finite at time " + time
                        + "; look for a matrix element that is not finite");
            }
            double allowed = Math.max(rate * h, LEAST_STEP_ERROR);
            double factor = error > 0 ? 0.9 * Math.pow(allowed / error, 0.25) : 4;
            if (error <= allowed) {
                bases.advanceTo(last ? target : time + h);
                moved.advance(halves, whole, krylovRate);
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
                        "the steps of the " + frame + " frame became shorter than " + step + " at time "
                                + time + ", with an error of " + error
                                + " in a step; give solvers.fock.tolerance a value above "
                                + rate * endTime);
            }
        }
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

    void save(Map<String, double[]> saved) {
        saved.put("clock", new double[] {time, step, steps, rejected});
        bases.save(saved);
    }

    void restore(Map<String, double[]> saved) {
        double[] clock = SavedLaboratory.array(saved, "clock", 4);
        time = clock[0];
        step = clock[1];
        steps = (long) clock[2];
        rejected = (long) clock[3];
        bases.restore(saved);
    }
}
