package org.mixfield.fock;

/**
 * How the probability of n fluctuations of one species ends at its cutoff K.
 *
 * @param cutoff K
 * @param weight probability of n > K − 2, n > 0
 * @param below probability of the two shells below
 */
record TopShells(int cutoff, double weight, double below) {

    /** With more than this the errors are no longer small, and the estimates of them no longer to be trusted. */
    static final double LIMIT = 5e-3;

    /** Half of it is aimed at, because shells below the top tell little of how the true ones fall. */
    private static final double AIM = 0.5 * LIMIT;

    private static final int MOST = 1000;

    private static final double LEAST_FALL = 0.6;
    private static final double LARGEST_FALL = 0.5;

    static TopShells of(double[] shells) {
        int cutoff = shells.length - 1;
        return new TopShells(cutoff, sum(shells, cutoff), sum(shells, cutoff - 2));
    }

    private static double sum(double[] shells, int last) {
        double sum = 0;
        for (int n = Math.max(1, last - 1); n <= last; n++) {
            sum += shells[n];
        }
        return sum;
    }

    boolean tooHeavy() {
        return !(weight <= LIMIT);
    }

    /** By what two more particles divide the weight, as far as that can be told. */
    private double fall() {
        return Math.min(LEAST_FALL, Math.max(LARGEST_FALL, below > 0 ? weight / below : LEAST_FALL));
    }

    /**
     * A cutoff that would do at the end: this one, where it does. Pairs are created as by squeezing, P(n+2)/P(n) = tanh²(r) with
     * r ∝ t, which tells the fall and the weight at the end from those now.
     */
    int needed(double time, double end) {
        double now = fall();
        double root = Math.sqrt(now);
        double squeezing = 0.5 * Math.log((1 + root) / (1 - root));
        double later = end > time ? Math.pow(Math.tanh(squeezing * end / time), 2) : now;
        double weightLater = Math.min(1, weight * Math.pow(later / now, 0.5 * cutoff));
        if (weightLater <= LIMIT && !tooHeavy()) {
            return cutoff;
        }
        return (int) Math.min(MOST, cutoff + 2 * Math.ceil(Math.log(AIM / weightLater) / Math.log(later)));
    }
}
