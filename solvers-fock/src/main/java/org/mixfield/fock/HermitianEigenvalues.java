package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * Eigenvalues of a complex Hermitian matrix, to rounding of its norm: Householder reflections make it tridiagonal and real,
 * without the detour over a real matrix of twice the size and without eigenvectors.
 *
 * <p>Row k gives the reflection I − β x x*, β = 2/‖x‖², of the rows and columns behind it, B: with p = βBx and
 * w = p − ½β(x*p) x it becomes B − x w* − w x* (Golub and Van Loan, Matrix Computations, 8.3.1). Each row of B is changed
 * by itself, and at once multiplied with the next x, so that the matrix passes through memory once for each k.
 */
final class HermitianEigenvalues {

    /** Entries this far below the largest are 0: their squares would be lost. */
    private static final double NOTHING = 1e-100;

    /** Rows that one worker takes at a time, a matter of speed alone. */
    private static final int ROWS = 32;

    private final int n;
    private final double[][] re;
    private final double[][] im;
    private final double[] diagonal;
    private final double[] beside;
    private final double[] xRe;
    private final double[] xIm;
    private final double[] wRe;
    private final double[] wIm;
    private final double[] nextRe;
    private final double[] nextIm;
    private final double[] pRe;
    private final double[] pIm;

    private HermitianEigenvalues(double[] matrix, int n, double scale) {
        this.n = n;
        this.re = new double[n][n];
        this.im = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // The Hermitian part, so that rounding cannot make it anything else.
                re[i][j] = 0.5 * scale * (matrix[2 * (i * n + j)] + matrix[2 * (j * n + i)]);
                im[i][j] = 0.5 * scale * (matrix[2 * (i * n + j) + 1] - matrix[2 * (j * n + i) + 1]);
            }
        }
        this.diagonal = new double[n];
        this.beside = new double[n];
        this.xRe = new double[n];
        this.xIm = new double[n];
        this.wRe = new double[n];
        this.wIm = new double[n];
        this.nextRe = new double[n];
        this.nextIm = new double[n];
        this.pRe = new double[n];
        this.pIm = new double[n];
    }

    /** The eigenvalues of an interleaved row-major n×n matrix, ascending. */
    static double[] of(double[] matrix, int n) {
        try (Workers alone = Workers.of(1)) {
            return of(matrix, n, alone);
        }
    }

    /** The same, shared among workers; the values do not depend on their number. */
    static double[] of(double[] matrix, int n, Workers workers) {
        double largest = 0;
        for (double entry : matrix) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest == 0) {
            return new double[n];
        }
        HermitianEigenvalues work = new HermitianEigenvalues(matrix, n, 1 / largest);
        work.reduce(workers);
        double[] values = new Tridiagonal(work.diagonal, work.beside, n).eigenvalues(workers);
        for (int i = 0; i < n; i++) {
            values[i] *= largest;
        }
        return values;
    }

    /** Tr|A| = Σ|λ|. */
    static double traceNorm(double[] matrix, int n) {
        double sum = 0;
        for (double value : of(matrix, n)) {
            sum += Math.abs(value);
        }
        return sum;
    }

    /** Tr|A − B|. */
    static double traceDistance(double[] a, double[] b, int n) {
        double[] difference = a.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= b[i];
        }
        return traceNorm(difference, n);
    }

    private void reduce(Workers workers) {
        for (int k = 0; k < n; k++) {
            update(k, k);
            diagonal[k] = re[k][k];
            if (k < n - 1) {
                double beta = reflection(k);
                int first = k + 1;
                workers.run(n - first, ROWS, (worker, from, to) -> {
                    for (int i = first + from; i < first + to; i++) {
                        update(i, first);
                        multiply(i, first, beta);
                    }
                });
                take(first, beta);
            }
        }
    }

    /** Row i of B − x w* − w x* from column {@code first} on. */
    private void update(int i, int first) {
        double[] a = re[i];
        double[] b = im[i];
        double xr = xRe[i];
        double xi = xIm[i];
        double wr = wRe[i];
        double wi = wIm[i];
        for (int j = first; j < n; j++) {
            a[j] -= xr * wRe[j] + xi * wIm[j] + wr * xRe[j] + wi * xIm[j];
        }
        for (int j = first; j < n; j++) {
            b[j] -= xi * wRe[j] - xr * wIm[j] + wi * xRe[j] - wr * xIm[j];
        }
    }

    /** The next x, from column k below the diagonal, which is row k conjugated; β, or 0 where nothing is left to remove. */
    private double reflection(int k) {
        double square = 0;
        for (int j = k + 1; j < n; j++) {
            nextRe[j] = re[k][j];
            nextIm[j] = -im[k][j];
            square += nextRe[j] * nextRe[j] + nextIm[j] * nextIm[j];
        }
        double length = Math.sqrt(square);
        beside[k] = length;
        double head = Math.hypot(nextRe[k + 1], nextIm[k + 1]);
        if (length < NOTHING || k == n - 2) {
            java.util.Arrays.fill(nextRe, k + 1, n, 0);
            java.util.Arrays.fill(nextIm, k + 1, n, 0);
            return 0;
        }
        nextRe[k + 1] += head > 0 ? length * nextRe[k + 1] / head : length;
        nextIm[k + 1] += head > 0 ? length * nextIm[k + 1] / head : 0;
        return 1 / (length * (length + head));
    }

    /** p_i = β Σ_j B_ij x_j with the next x, by sums that do not wait for each other. */
    private void multiply(int i, int first, double beta) {
        double[] a = re[i];
        double[] b = im[i];
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        for (int j = first; j < n; j++) {
            one += a[j] * nextRe[j];
            two += b[j] * nextIm[j];
            three += a[j] * nextIm[j];
            four += b[j] * nextRe[j];
        }
        pRe[i] = beta * (one - two);
        pIm[i] = beta * (three + four);
    }

    /** Makes the next x the present one and finds its w. */
    private void take(int first, double beta) {
        double overlap = 0;
        for (int j = first; j < n; j++) {
            overlap += nextRe[j] * pRe[j] + nextIm[j] * pIm[j];
        }
        double half = 0.5 * beta * overlap;
        for (int j = first; j < n; j++) {
            xRe[j] = nextRe[j];
            xIm[j] = nextIm[j];
            wRe[j] = pRe[j] - half * nextRe[j];
            wIm[j] = pIm[j] - half * nextIm[j];
        }
    }
}
