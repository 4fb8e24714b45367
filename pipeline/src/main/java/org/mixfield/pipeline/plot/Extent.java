package org.mixfield.pipeline.plot;

/**
 * Where a potential is worth looking at.
 *
 * @param singular whether |V| grows without bound towards r = 0
 * @param from the smallest r to show
 * @param to the largest r to show
 * @param cut a radius at which to cut V for its transform
 */
record Extent(boolean singular, double from, double to, double cut) {

    private static final double SMALLEST = 1e-6;
    private static final double LARGEST = 1e6;
    private static final int SAMPLES = 1200;

    /** Growth of |V| over three decades towards r = 0 that no potential with a finite V(0) reaches there. */
    private static final double GROWTH = 1.5;

    /** |V| relative to its peak below which nothing is to be seen. */
    private static final double VISIBLE = 0.03;

    /** Where the power is read off with which a singular V starts. */
    private static final double INNER = 1e-3;

    /** The same where |V| is shown on a logarithmic axis, relative to that power. */
    private static final double FAINT = 1e-7;

    /** A tail beyond this many times the half width would squeeze the rest. */
    private static final double MOST_TAIL = 8;

    private static final double USUAL = 10;

    static Extent of(Directions potential) {
        Values all = Values.logarithmic(SMALLEST, LARGEST, SAMPLES, potential::size);
        if (all.peak() == 0) {
            return new Extent(false, 0, USUAL, USUAL);
        }
        double end = all.last() < LARGEST ? all.last() : Double.POSITIVE_INFINITY;
        double near = Math.abs(all.get(0).y());
        double further = Math.abs(all.get(all.count() / 4).y());
        if (near > GROWTH * further) {
            double to = Math.min(Math.max(0.1, powerEnd(potential)), end);
            return new Extent(true, to / 1e4, to, to);
        }
        double halfWidth = all.lastAbove(0.5 * all.peak());
        if (halfWidth >= all.last()) {
            double to = Math.min(USUAL / 2, end);
            return new Extent(false, 0, to, to);
        }
        double seen = Math.min(1.15 * all.lastAbove(VISIBLE * all.peak()), MOST_TAIL * halfWidth);
        double to = Math.min(Math.max(Math.max(seen, 1.5 * halfWidth), 10 * SMALLEST), end);
        return new Extent(false, 0, to, Math.min(Math.max(2 * to, USUAL * halfWidth), end));
    }

    /** Where |V| has fallen far below the power with which it starts. */
    private static double powerEnd(Directions potential) {
        double slope = Math.log10(potential.size(INNER) / potential.size(10 * INNER));
        Values relative =
                Values.logarithmic(INNER, USUAL, SAMPLES, r -> potential.size(r) * Math.pow(r / INNER, slope));
        return relative.lastAbove(FAINT * relative.peak());
    }
}
