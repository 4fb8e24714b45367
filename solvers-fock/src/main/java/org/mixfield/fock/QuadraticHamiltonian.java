package org.mixfield.fock;

/**
 * Σ A_pq a*_p a_q + ½ Σ (B_pq a*_p a*_q + h.c.), A Hermitian and B symmetric, and the motion that it causes:
 *
 * <pre>
 *   i da/dt = A a + B a*,     so     i dx/dt = A x + B y,   i dy/dt = −B̄x − Āy     for a column x of U and y of V̄.
 * </pre>
 *
 * @param modes number of modes
 * @param a A, row by row, interleaved
 * @param b B
 */
@SuppressWarnings("ArrayRecordComponent")
record QuadraticHamiltonian(int modes, double[] a, double[] b) {

    /** One of so many modes that is 0. */
    static QuadraticHamiltonian zero(int modes) {
        return new QuadraticHamiltonian(modes, new double[2 * modes * modes], new double[2 * modes * modes]);
    }

    /** Writes dx/dt and dy/dt of a column whose parts begin at x and at y of a state. */
    void moveColumn(double[] state, double[] derivative, int x, int y) {
        for (int p = 0; p < modes; p++) {
            double re = 0;
            double im = 0;
            double holeRe = 0;
            double holeIm = 0;
            int row = 2 * p * modes;
            for (int q = 0; q < 2 * modes; q += 2) {
                double ar = a[row + q];
                double ai = a[row + q + 1];
                double br = b[row + q];
                double bi = b[row + q + 1];
                double xr = state[x + q];
                double xi = state[x + q + 1];
                double yr = state[y + q];
                double yi = state[y + q + 1];
                re += ar * xr - ai * xi + br * yr - bi * yi;
                im += ar * xi + ai * xr + br * yi + bi * yr;
                holeRe += ar * yr + ai * yi + br * xr + bi * xi;
                holeIm += ar * yi - ai * yr + br * xi - bi * xr;
            }
            derivative[x + 2 * p] = im;
            derivative[x + 2 * p + 1] = -re;
            derivative[y + 2 * p] = -holeIm;
            derivative[y + 2 * p + 1] = holeRe;
        }
    }

    /** Writes dβ/dt of i dβ/dt = Aβ + Bβ̄ + S. */
    void moveResponse(double[] state, double[] source, double[] derivative, int beta) {
        for (int p = 0; p < modes; p++) {
            double re = source[2 * p];
            double im = source[2 * p + 1];
            int row = 2 * p * modes;
            for (int q = 0; q < 2 * modes; q += 2) {
                double xr = state[beta + q];
                double xi = state[beta + q + 1];
                re += a[row + q] * xr - a[row + q + 1] * xi + b[row + q] * xr + b[row + q + 1] * xi;
                im += a[row + q] * xi + a[row + q + 1] * xr - b[row + q] * xi + b[row + q + 1] * xr;
            }
            derivative[beta + 2 * p] = im;
            derivative[beta + 2 * p + 1] = -re;
        }
    }
}
