package org.mixfield.pipeline.verify;

import org.jspecify.annotations.Nullable;
import org.mixfield.core.statement.Finding;

/** A statement left ≤ right that is tested many times: the finding is that where it is tightest, relative to its two sides. */
final class Tightest {

    private final String id;
    private final String source;
    private final String claim;
    private double slack;
    private @Nullable Finding tightest;

    Tightest(String id, String source, String claim) {
        this.id = id;
        this.source = source;
        this.claim = claim;
    }

    /**
     * Tests it once.
     *
     * @param error numerical error of right − left
     * @param where what it was tested on
     */
    void test(double left, double right, double error, String where) {
        double found = relativeSlack(left, right, error);
        if (tightest == null || found < slack) {
            slack = found;
            tightest = Finding.of(id, source, claim, left, right, error, where);
        }
    }

    /** Infinite where there is nothing to compare; least where there is no number. */
    private static double relativeSlack(double left, double right, double error) {
        double scale = Math.max(Math.abs(left), Math.abs(right));
        if (scale == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double slack = (right + error - left) / scale;
        return Double.isNaN(slack) ? Double.NEGATIVE_INFINITY : slack;
    }

    /** What came of it; not tested for this reason where it never was. */
    Finding finding(String reason) {
        return tightest == null ? Finding.notTested(id, source, claim, reason) : tightest;
    }
}
