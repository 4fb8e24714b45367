package org.mixfield.fock;

import org.jspecify.annotations.Nullable;
import org.mixfield.core.statement.Finding;

/** The case of a statement left ≤ right that is closest to being violated, or the most violated one. */
final class Worst {

    private double left;
    private double right;
    private double error;
    private double excess = Double.NEGATIVE_INFINITY;
    private @Nullable String where;

    /** Takes a case; what is no number is worse than anything. */
    void take(double someLeft, double someRight, double someError, String somewhere) {
        double some = (someLeft - someRight) / (someError + Math.abs(someRight));
        double comparable = Double.isNaN(some) && someLeft == someRight ? 0 : some;
        if (where == null || !(comparable <= excess) && !Double.isNaN(excess)) {
            left = someLeft;
            right = someRight;
            error = someError;
            excess = comparable;
            where = somewhere;
        }
    }

    Finding finding(Statement statement) {
        String reason = where;
        return reason == null
                ? statement.notTested("there was no case to test")
                : Finding.of(statement.id(), statement.source(), statement.claim(), left, right, error, reason);
    }
}
