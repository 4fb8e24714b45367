package org.mixfield.fock;

import java.util.Arrays;

/**
 * What is still missing of a quantity after the last of up to four changes, each from two particles more. On truncated F⊗F these
 * changes fall like a geometric series on average but unevenly, and change their sign: pairs are created by twos and thrown back
 * at the edge. So the ratio is the median of those over two and three changes, and every change is carried on to the last one by it.
 */
final class CutoffSeries {

    /** A ratio is not trusted to be below the first, and above the second nothing converges. */
    private static final double LEAST_RATIO = 0.02;

    private static final double LARGEST_RATIO = 0.9;

    /** Where only one change is known. */
    private static final double USUAL_RATIO = 0.5;

    private static final double SAFETY = 3;

    private CutoffSeries() {}

    /**
     * Upper estimate of the error after these changes.
     *
     * @param changes sizes of the changes, the last one first; empty where there is nothing to compare with
     * @param guide sizes that fall at the same rate, which may be more
     * @param unknown the error where there is nothing
     */
    static double missing(double[] changes, double[] guide, double unknown) {
        if (changes.length == 0) {
            return unknown;
        }
        double ratio = Math.min(LARGEST_RATIO, Math.max(LEAST_RATIO, ratio(guide)));
        double last = 0;
        for (int i = changes.length - 1; i >= 0; i--) {
            last = Math.max(changes[i], ratio * last);
        }
        return SAFETY * last * ratio / (1 - ratio);
    }

    private static double ratio(double[] guide) {
        int ratios = guide.length - 1;
        if (ratios < 1) {
            return USUAL_RATIO;
        }
        if (ratios < 3) {
            return over(guide, 0, ratios);
        }
        double[] candidates = {over(guide, 0, 2), over(guide, 1, 3), over(guide, 0, 3)};
        Arrays.sort(candidates);
        return candidates[1];
    }

    /** The mean ratio from one change to a later one; that of no convergence where there was none. */
    private static double over(double[] guide, int last, int first) {
        return guide[first] > 0 ? Math.pow(guide[last] / guide[first], 1.0 / (first - last)) : LARGEST_RATIO;
    }
}
