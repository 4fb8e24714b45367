package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * A real symmetric tridiagonal matrix and its eigenvalues by Sturm sequences: the number of eigenvalues below x is that of
 * the negative pivots of T − x, so that every eigenvalue is bisected for by itself, whatever the others are, to
 * {@value #ROUNDING} times ‖T‖ (Givens; Barth, Martin and Wilkinson, Numer. Math. 9 (1967) 386).
 */
final class Tridiagonal {

    private static final double ROUNDING = 1e-16;

    /** Takes the place of a pivot that is 0. */
    private static final double SMALLEST_PIVOT = 1e-290;

    private final int n;
    private final double[] diagonal;
    private final double[] squares;
    private final double bound;

    /**
     * The matrix of the first {@code n} entries.
     *
     * @param diagonal at least n entries, not copied
     * @param beside at least n − 1 entries next to the diagonal; their signs have no influence
     */
    Tridiagonal(double[] diagonal, double[] beside, int n) {
        this.n = n;
        this.diagonal = diagonal;
        this.squares = new double[n];
        double most = 0;
        for (int i = 0; i < n; i++) {
            double left = i > 0 ? Math.abs(beside[i - 1]) : 0;
            double right = i < n - 1 ? Math.abs(beside[i]) : 0;
            most = Math.max(most, left + Math.abs(diagonal[i]) + right);
            squares[i] = left * left;
        }
        this.bound = most;
    }

    /** Eigenvalue number {@code index}, counted from 0 upwards. */
    double eigenvalue(int index) {
        double low = -bound;
        double high = bound;
        while (high - low > ROUNDING * bound) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (below(middle) > index) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** All eigenvalues, ascending. */
    double[] eigenvalues(Workers workers) {
        double[] all = new double[n];
        workers.run(n, 8, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                all[i] = eigenvalue(i);
            }
        });
        return all;
    }

    private int below(double x) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < n; i++) {
            pivot = diagonal[i] - x - squares[i] / pivot;
            if (Math.abs(pivot) < SMALLEST_PIVOT) {
                pivot = -SMALLEST_PIVOT;
            }
            if (pivot < 0) {
                count++;
            }
        }
        return count;
    }
}
