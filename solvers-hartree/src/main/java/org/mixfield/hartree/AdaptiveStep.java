package org.mixfield.hartree;

import java.util.Locale;
import java.util.Map;
import org.mixfield.core.run.NumericalException;

/**
 * Strides whose local error per unit time stays below a tolerance.
 *
 * <p>The error of a pair of steps of order p is estimated by going the same way in one step of twice the size: the two
 * differ by 2ᵖ − 1 times the error of the pair. It is measured on the first strides, after every kink, whenever the step
 * grows, and on every eighth stride, since the error of a smooth flow changes slowly; a stride with too large an error is
 * taken back. The next step is the one that would have had 0.6 of the tolerance.
 */
final class AdaptiveStep implements StepControl {

    private static final int CHECK_EVERY = 8;

    /** Part of the tolerance that a new step aims at. */
    private static final double AIM = 0.6;

    /** Beyond this tolerance the error of so long a step is not what its order says, and the estimate would not hold. */
    private static final double LOOSEST = 1e-4;

    private static final double LARGEST_GROWTH = 4;
    private static final double LARGEST_CUT = 0.2;

    /** Strides that were never tried are this much shorter than 1, in the units of the problem. */
    private static final double FIRST_STRIDE = 0.02;

    /** Below this norm a local error is rounding and does not get smaller with the step. */
    private static final double ROUNDING = 2e-14;

    private static final double ROUNDING_OF_TIME = 1e-9;

    private final double tolerance;
    private final int order;
    private double preferred = FIRST_STRIDE;
    private double lastChecked;
    private int sinceCheck = CHECK_EVERY;
    private long taken;
    private long rejected;
    private long checks;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest;

    AdaptiveStep(double tolerance, int order) {
        this.tolerance = tolerance;
        this.order = order;
    }

    @Override
    public double next(double time, double start, double end) {
        double left = Math.ceil((end - time) / preferred - ROUNDING_OF_TIME);
        return left <= 1 ? end : time + (end - time) / left;
    }

    @Override
    public boolean wantsCheck(double duration) {
        return sinceCheck >= CHECK_EVERY || duration > 1.05 * lastChecked;
    }

    @Override
    public boolean accepts(double localError, double time, double duration) {
        checks++;
        double allowed = Math.min(tolerance, LOOSEST) * duration;
        double growth = localError > 0 ? Math.pow(AIM * allowed / localError, 1.0 / order) : LARGEST_GROWTH;
        boolean accepted = localError <= allowed;
        // A factor near 1 is left at 1, so that the step does not wander.
        if (!accepted || growth < 1 || growth > 1.15) {
            preferred = duration * Math.min(LARGEST_GROWTH, Math.max(LARGEST_CUT, growth));
        }
        if (!accepted) {
            rejected++;
            if (localError < ROUNDING || duration < 1e-13 * Math.max(1, Math.abs(time))) {
                throw unreachable(localError, time, duration);
            }
            return false;
        }
        // Once the step has settled, the next strides need no measurement.
        sinceCheck = growth < 2 || duration < 0.9 * preferred ? 0 : CHECK_EVERY;
        lastChecked = duration;
        return true;
    }

    private NumericalException unreachable(double localError, double time, double duration) {
        return new NumericalException(String.format(
                Locale.ROOT,
                "the tolerance %.1e per unit time of the Hartree system cannot be reached at time %.6g: with a step of %.1e"
                        + " the error left is %.1e, which is rounding; a tolerance of %.0e can be reached",
                tolerance,
                time,
                duration / 2,
                localError,
                10 * ROUNDING / duration));
    }

    @Override
    public void taken(double duration) {
        taken++;
        sinceCheck++;
        smallest = Math.min(smallest, duration / 2);
        largest = Math.max(largest, duration / 2);
    }

    @Override
    public void kink() {
        sinceCheck = CHECK_EVERY;
    }

    @Override
    public void report(Map<String, Object> report) {
        report.put("tolerance", tolerance);
        report.put("steps", 2 * taken);
        report.put("rejected-steps", 2 * rejected);
        report.put("measured-steps", 2 * checks);
        if (taken > 0) {
            report.put("smallest-step", smallest);
            report.put("largest-step", largest);
        }
    }

    @Override
    public double[] save() {
        return new double[] {preferred, lastChecked, sinceCheck, taken, rejected, checks, smallest, largest};
    }

    @Override
    public void restore(double[] saved) {
        preferred = saved[0];
        lastChecked = saved[1];
        sinceCheck = (int) saved[2];
        taken = (long) saved[3];
        rejected = (long) saved[4];
        checks = (long) saved[5];
        smallest = saved[6];
        largest = saved[7];
    }
}
