package org.mixfield.fock;

import java.util.Locale;
import java.util.Map;
import org.mixfield.core.run.NumericalException;

/**
 * A Gaussian state on its way, and beside it one that goes in steps of twice the size, so that its error is known to be 2ᵖ times
 * as large.
 *
 * <p>The local error of two steps of order p is that which the step of twice the size differs by, over 2ᵖ − 1; it stays below
 * the tolerance times the part of the run that they cover. It is measured on the first strides, whenever they grow, and on every
 * eighth; a stride with too large an error is taken back.
 */
final class GaussianPair {

    private static final int CHECK_EVERY = 8;

    /** Part of the tolerance that a new stride aims at. */
    private static final double AIM = 0.5;

    private static final double FIRST_STRIDE = 0.02;
    private static final double LARGEST_GROWTH = 3;
    private static final double LARGEST_CUT = 0.2;
    private static final double ROUNDING_OF_TIME = 1e-9;

    /** Below this a local error does not get smaller with the stride. */
    private static final double ROUNDING = 1e-16;

    /** Strides below this part of the run mean that rounding is above the tolerance. */
    private static final double SHORTEST = 1e-6;

    private final GaussianFlow flow;
    private final MomentProbes probes;
    private final double tolerance;
    private final double endTime;
    private final double[] fine;
    private final double[] coarse;
    private final double[] trial;
    private final double[] before;
    private double time;
    private double preferred = FIRST_STRIDE;
    private int sinceCheck = CHECK_EVERY;
    private long steps;
    private long rejected;

    /**
     * A pair at time 0.
     *
     * @param tolerance largest sum of the local errors up to the end time
     */
    GaussianPair(GaussianFlow flow, double tolerance, double endTime) {
        this.flow = flow;
        this.probes = new MomentProbes(flow.layout());
        this.tolerance = tolerance;
        this.endTime = endTime;
        this.fine = flow.start();
        this.coarse = fine.clone();
        this.trial = new double[fine.length];
        this.before = new double[fine.length];
    }

    /** Number of states that a pair keeps. */
    static int vectors() {
        return 4;
    }

    double time() {
        return time;
    }

    /** The state; not to be written to. */
    double[] fine() {
        return fine;
    }

    /** The state with the larger error. */
    double[] coarse() {
        return coarse;
    }

    /** By how much its error is larger. */
    double errorRatio() {
        return Math.pow(2, flow.order());
    }

    /** How far the two are apart. */
    MomentProbes.Distance distance() {
        return probes.between(fine, coarse);
    }

    long steps() {
        return steps;
    }

    long rejected() {
        return rejected;
    }

    /** Takes one stride towards a time, or none where it must be shorter; true when it is there. */
    boolean stepTowards(double target) {
        if (target <= time) {
            return true;
        }
        double left = Math.ceil((target - time) / preferred - ROUNDING_OF_TIME);
        double next = left <= 1 ? target : time + (target - time) / left;
        double stride = next - time;
        boolean checked = sinceCheck >= CHECK_EVERY;
        if (checked) {
            System.arraycopy(fine, 0, before, 0, fine.length);
            System.arraycopy(fine, 0, trial, 0, fine.length);
            flow.step(trial, stride);
        }
        flow.step(fine, stride / 2);
        flow.step(fine, stride / 2);
        steps += 2;
        if (checked && !accept(stride)) {
            System.arraycopy(before, 0, fine, 0, fine.length);
            steps -= 2;
            rejected += 2;
            return false;
        }
        sinceCheck++;
        flow.step(coarse, stride);
        time = next;
        return time >= target;
    }

    /** Judges a stride and chooses the next. */
    private boolean accept(double stride) {
        double error = probes.between(fine, trial).all() / (errorRatio() - 1);
        if (!Double.isFinite(error)) {
            throw new NumericalException("the Gaussian dynamics of frame bogoliubov is not finite after time " + time
                    + "; a shorter time, or weaker interactions, would do");
        }
        double allowed = tolerance * stride / Math.max(endTime, stride);
        double factor = error > ROUNDING ? Math.pow(AIM * allowed / error, 1.0 / flow.order()) : LARGEST_GROWTH;
        double found = stride * Math.min(LARGEST_GROWTH, Math.max(LARGEST_CUT, factor));
        if (error <= Math.max(allowed, ROUNDING)) {
            boolean cutShort = stride < 0.9 * preferred;
            boolean grows = !cutShort && found > 1.2 * preferred;
            // One that an output cut short tells of the longer one only what its order says.
            preferred = !cutShort
                    ? found
                    : error > ROUNDING ? Math.min(preferred, Math.max(1, factor) * stride) : preferred;
            sinceCheck = grows ? CHECK_EVERY : 0;
            return true;
        }
        preferred = found;
        if (preferred < SHORTEST * endTime) {
            throw new NumericalException(String.format(
                    Locale.ROOT,
                    "the Gaussian dynamics of frame bogoliubov misses the tolerance %.1e at time %s even with steps of"
                            + " %.1e; give solvers.fock.tolerance a value of 1e-10 or more",
                    tolerance,
                    time,
                    stride));
        }
        return false;
    }

    void save(Map<String, double[]> saved) {
        saved.put("gaussian", fine);
        saved.put("gaussian.coarser", coarse);
        saved.put("gaussian.clock", new double[] {time, preferred, sinceCheck, steps, rejected});
    }

    void restore(Map<String, double[]> saved) {
        double[] clock = SavedLaboratory.array(saved, "gaussian.clock", 5);
        double[] first = SavedLaboratory.array(saved, "gaussian", fine.length);
        double[] second = SavedLaboratory.array(saved, "gaussian.coarser", coarse.length);
        System.arraycopy(first, 0, fine, 0, fine.length);
        System.arraycopy(second, 0, coarse, 0, coarse.length);
        time = clock[0];
        preferred = clock[1];
        sinceCheck = (int) clock[2];
        steps = (long) clock[3];
        rejected = (long) clock[4];
    }
}
