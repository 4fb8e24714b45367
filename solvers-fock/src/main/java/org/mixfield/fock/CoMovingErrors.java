package org.mixfield.fock;

/**
 * Estimates of the error of the trace distance Tr|γ−P|, one for each approximation. They are those of γ in the trace norm times the
 * share of the last change of γ that the distance has felt, because γ mostly errs in ways that the distance does not feel.
 *
 * @param cutoff of the excitations left out
 * @param nodes of the quadrature over sectors
 * @param tail of the sectors left out of a sum over whole numbers
 * @param time of the steps, the Krylov spaces and the bases
 * @param steps what the steps have of that; the rest no shorter step reduces
 * @param gamma all of them together, of γ itself in the trace norm
 * @param cutoffRatio by what two more excitations divide the first of them
 */
record CoMovingErrors(
        double cutoff, double nodes, double tail, double time, double steps, double gamma, double cutoffRatio) {

    /** Where there is nothing to compare with: the most a trace distance can be. */
    static final double UNKNOWN = 2;

    /** A ratio of changes is not trusted to be below this, nor to carry on beyond one more change. */
    private static final double LEAST_RATIO = 0.02;

    private static final double SAFETY = 2;

    /** The least share of an error of γ that is taken to reach the distance: one comparison may miss it by chance. */
    private static final double LEAST_SHARE = 0.25;

    /**
     * What an error of γ does to the distance.
     *
     * @param ofGamma the error of γ
     * @param change a change of γ, in the trace norm
     * @param ofDistance the change of the distance that came with it; NaN where there is none to compare with
     */
    static double ofDistance(double ofGamma, double change, double ofDistance) {
        return change > 0 && ofDistance < change ? ofGamma * Math.max(LEAST_SHARE, ofDistance / change) : ofGamma;
    }

    double total() {
        return cutoff + nodes + tail + time;
    }

    /**
     * What is still missing after the last of two changes, taken as a geometric series.
     *
     * @param last the last change
     * @param before the one before; NaN where there is none
     */
    static double extrapolated(double last, double before) {
        if (Double.isNaN(last)) {
            return UNKNOWN;
        }
        if (Double.isNaN(before)) {
            return last;
        }
        double ratio = ratio(last, before);
        return SAFETY * last * ratio / (1 - ratio);
    }

    /** The ratio of that series, as far as it is trusted. */
    static double ratio(double last, double before) {
        return before > 0 ? Math.min(0.9, Math.max(LEAST_RATIO, last / before)) : 0.9;
    }
}
