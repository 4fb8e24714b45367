package org.mixfield.pipeline.verify;

import java.util.List;

/**
 * Whether a quantity q(N) stays bounded as the particle numbers grow, told from a ladder of them.
 *
 * <p>Any finite list of numbers is bounded, so the smaller half of the ladder says what the bound is, and every larger number must
 * keep to it. How far q may still move beyond the largest N of the smaller half, N_m, follows from how it has moved up to there.
 * What the theory lets vary with N comes in powers of N^−½: with q(N) = q_∞ + a N^−p, p ≥ ½, and N_k < N_m < N,
 *
 * <pre>
 *   |q(N) − q(N_m)| ≤ |a| N_m^−p = |q(N_m) − q(N_k)| / ((N_m/N_k)^p − 1) ≤ |q(N_m) − q(N_k)| / (√(N_m/N_k) − 1),
 * </pre>
 *
 * so that the bound is q(N_m) and the greatest of the right sides. A quantity that grows does not keep to it, however slowly: on
 * rungs in factors of ten ln N moves as far from each rung to the next, 2.2 times as far as the bound lets it in all, and N^s with
 * any s > 0 moves further still.
 *
 * @param value the bound
 * @param error of the bound, from the errors of the values it was made from
 */
record UniformBound(double value, double error) {

    /** Rungs that are needed for a test: two to see a change and one to hold against it. */
    static final int FEWEST_RUNGS = 3;

    /** A number for each row of each rung, with an error. */
    interface Quantity {
        double value(Rung rung, int row);

        double error(Rung rung, int row);

        /** What both sides are multiplied by where they are shown. */
        default double shown(Rung rung) {
            return 1;
        }
    }

    /** How many rungs of a ladder say what the bound is. */
    static int smaller(int rungs) {
        return (rungs + 1) / 2;
    }

    /**
     * The bound that the smaller half of a ladder sets.
     *
     * @param totals N on each rung, ascending
     * @param values q on each rung
     * @param errors of the values
     */
    static UniformBound of(double[] totals, double[] values, double[] errors) {
        int m = smaller(totals.length) - 1;
        double further = 0;
        double error = errors[m];
        for (int k = 0; k < m; k++) {
            double reach = Math.sqrt(totals[m] / totals[k]) - 1;
            double move = Math.abs(values[m] - values[k]) / reach;
            if (move >= further) {
                further = move;
                error = errors[m] + (errors[m] + errors[k]) / reach;
            }
        }
        return new UniformBound(values[m] + further, error);
    }

    /**
     * Tests at each time, and on each rung of the larger half, that a quantity keeps to the bound of the smaller half.
     *
     * @param ladder rungs with rows at the same times, ascending in N
     * @param what the quantity is, for the place where it is tightest
     */
    static void test(Tightest statement, List<Rung> ladder, String what, Quantity quantity) {
        if (ladder.size() < FEWEST_RUNGS) {
            return;
        }
        double[] totals = ladder.stream().mapToDouble(Rung::total).toArray();
        for (int row = 0; row < ladder.get(0).count(); row++) {
            int at = row;
            double[] values = ladder.stream()
                    .mapToDouble(rung -> quantity.value(rung, at))
                    .toArray();
            double[] errors = ladder.stream()
                    .mapToDouble(rung -> quantity.error(rung, at))
                    .toArray();
            UniformBound bound = of(totals, values, errors);
            for (int k = smaller(totals.length); k < totals.length; k++) {
                Rung rung = ladder.get(k);
                double factor = quantity.shown(rung);
                statement.test(
                        factor * values[k],
                        factor * bound.value(),
                        factor * (bound.error() + errors[k]),
                        (what.isEmpty() ? "" : what + " at ") + rung.at(row));
            }
        }
    }
}
