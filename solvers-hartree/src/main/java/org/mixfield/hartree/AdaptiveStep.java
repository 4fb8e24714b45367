package org.mixfield.hartree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mixfield.core.run.NumericalException;

/**
 * Strides whose local error per unit time stays below a tolerance.
 *
 * <p>The error of a pair of steps of order p is estimated by going the same way in one step of twice the size: the two
 * differ by 2ᵖ − 1 times the error of the pair. It is measured on the first strides, after every kink, whenever the step
 * grows, and on every eighth stride, since the error of a smooth flow changes slowly; a stride with too large an error is
 * taken back. The next step is the one that would have had 0.6 of the tolerance.
 *
 * <p>Of several schemes the one is used that costs least up to the end of the segment: where outputs are so near to each
 * other that a scheme of high order cannot use its long steps, one of lower order does the same for less.
 */
final class AdaptiveStep implements StepControl {

    private static final int CHECK_EVERY = 8;

    /** Part of the tolerance that a new step aims at. */
    private static final double AIM = 0.6;

    /** Beyond this tolerance the error of so long a step is not what its order says, and the estimate would not hold. */
    private static final double LOOSEST = 1e-4;

    private static final double LARGEST_GROWTH = 4;
    private static final double LARGEST_CUT = 0.2;

    /** Strides that were never tried are this long, in the units of the problem. */
    private static final double FIRST_STRIDE = 0.02;

    /** A scheme that was never tried is taken to have strides this much longer or shorter than the one in use. */
    private static final double UNTRIED = 0.5;

    /** Another scheme must cost less by this factor, so that they do not alternate. */
    private static final double WORTH_IT = 0.85;

    /** Below this norm a local error is rounding and does not get smaller with the step. */
    private static final double ROUNDING = 2e-14;

    private static final double ROUNDING_OF_TIME = 1e-9;

    private final double tolerance;
    private final List<Candidate> candidates;
    private final Set<String> used = new LinkedHashSet<>();
    private Candidate current;
    private double lowestOrder;
    private boolean settled;
    private int sinceCheck = CHECK_EVERY;
    private long taken;
    private long rejected;
    private long checks;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest;

    /** A scheme with the stride it would take, NaN before it was tried, and the last one that was measured. */
    private static final class Candidate {
        private final Splitting scheme;
        private double preferred = Double.NaN;
        private double lastChecked;

        Candidate(Splitting scheme) {
            this.scheme = scheme;
        }

        /** Stages per unit time where strides end at the end of a segment. */
        double cost(double length) {
            int stages = scheme.fractions().length / 2;
            return stages * Math.max(1, Math.ceil(length / preferred - ROUNDING_OF_TIME)) / length;
        }
    }

    /**
     * Steps of some schemes.
     *
     * @param tolerance largest local error per unit time
     * @param schemes one or more, that which is begun with first
     */
    AdaptiveStep(double tolerance, List<Splitting> schemes) {
        this.tolerance = tolerance;
        this.candidates = schemes.stream().map(Candidate::new).toList();
        this.current = candidates.get(0);
        this.current.preferred = FIRST_STRIDE;
        use(current);
    }

    private void use(Candidate candidate) {
        current = candidate;
        used.add(candidate.scheme.name());
        lowestOrder = used.size() == 1 ? candidate.scheme.order() : Math.min(lowestOrder, candidate.scheme.order());
    }

    /** The largest local error per unit time that is accepted. */
    static double allowed(double tolerance) {
        return Math.min(tolerance, LOOSEST);
    }

    @Override
    public Splitting scheme() {
        return current.scheme;
    }

    @Override
    public double errorRatio() {
        return Math.pow(2, lowestOrder);
    }

    @Override
    public double next(double time, double start, double end) {
        if (settled) {
            choose(end - time);
        }
        double left = Math.ceil((end - time) / current.preferred - ROUNDING_OF_TIME);
        return left <= 1 ? end : time + (end - time) / left;
    }

    private void choose(double length) {
        for (Candidate other : candidates) {
            if (other != current) {
                if (Double.isNaN(other.preferred)) {
                    boolean lower = other.scheme.order() < current.scheme.order();
                    other.preferred = current.preferred * (lower ? UNTRIED : 1 / UNTRIED);
                }
                if (other.cost(length) < WORTH_IT * current.cost(length)) {
                    use(other);
                }
            }
        }
    }

    @Override
    public boolean wantsCheck(double duration) {
        return sinceCheck >= CHECK_EVERY || duration > 1.05 * current.lastChecked;
    }

    @Override
    public boolean accepts(double localError, double time, double duration) {
        checks++;
        double allowed = allowed(tolerance) * duration;
        double growth =
                localError > 0 ? Math.pow(AIM * allowed / localError, 1.0 / current.scheme.order()) : LARGEST_GROWTH;
        boolean accepted = localError <= allowed;
        // A factor near 1 is left at 1, so that the step does not wander.
        if (!accepted || growth < 1 || growth > 1.15) {
            current.preferred = duration * Math.min(LARGEST_GROWTH, Math.max(LARGEST_CUT, growth));
        }
        if (!accepted) {
            rejected++;
            sinceCheck = CHECK_EVERY;
            if (localError < ROUNDING || duration < 1e-13 * Math.max(1, Math.abs(time))) {
                throw unreachable(localError, time, duration);
            }
            return false;
        }
        // Once the step has settled, the next strides need no measurement.
        settled = growth < 2 || duration < 0.9 * current.preferred;
        sinceCheck = settled ? 0 : CHECK_EVERY;
        current.lastChecked = duration;
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
        report.put("scheme", String.join(", ", used));
        report.put("order", (int) lowestOrder);
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
        double[] saved = new double[9 + 3 * candidates.size()];
        saved[0] = candidates.indexOf(current);
        saved[1] = lowestOrder;
        saved[2] = settled ? 1 : 0;
        saved[3] = sinceCheck;
        saved[4] = taken;
        saved[5] = rejected;
        saved[6] = checks;
        saved[7] = smallest;
        saved[8] = largest;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            saved[9 + 3 * i] = candidate.preferred;
            saved[10 + 3 * i] = candidate.lastChecked;
            saved[11 + 3 * i] = used.contains(candidate.scheme.name()) ? 1 : 0;
        }
        return saved;
    }

    @Override
    public void restore(double[] saved) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            candidate.preferred = saved[9 + 3 * i];
            candidate.lastChecked = saved[10 + 3 * i];
            if (saved[11 + 3 * i] != 0) {
                used.add(candidate.scheme.name());
            }
        }
        current = candidates.get((int) saved[0]);
        lowestOrder = saved[1];
        settled = saved[2] != 0;
        sinceCheck = (int) saved[3];
        taken = (long) saved[4];
        rejected = (long) saved[5];
        checks = (long) saved[6];
        smallest = saved[7];
        largest = saved[8];
    }
}
