package org.mixfield.core.propagator;

/**
 * Eigenvalues and eigenvectors of a small complex Hermitian matrix by cyclic Jacobi rotations, each of which removes one entry
 * beside the diagonal: A → J⁺AJ with a plane rotation of which one axis is first turned by the phase of that entry (Golub and
 * Van Loan, Matrix Computations, 8.5). Vectors are orthonormal to rounding, whatever the eigenvalues.
 */
final class HermitianJacobi {

    private static final int MOST_SWEEPS = 60;

    private final int n;
    private final double[][] re;
    private final double[][] im;
    private final double[][] vectorRe;
    private final double[][] vectorIm;

    /**
     * The decomposition.
     *
     * @param matrix interleaved and row-major; its Hermitian part is taken
     */
    HermitianJacobi(double[] matrix, int n) {
        this.n = n;
        this.re = new double[n][n];
        this.im = new double[n][n];
        this.vectorRe = new double[n][n];
        this.vectorIm = new double[n][n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            vectorRe[i][i] = 1;
            for (int j = 0; j < n; j++) {
                re[i][j] = 0.5 * (matrix[2 * (i * n + j)] + matrix[2 * (j * n + i)]);
                im[i][j] = 0.5 * (matrix[2 * (i * n + j) + 1] - matrix[2 * (j * n + i) + 1]);
                square += re[i][j] * re[i][j] + im[i][j] * im[i][j];
            }
        }
        double negligible = 1e-34 * square;
        for (int sweep = 0; sweep < MOST_SWEEPS && beside() > negligible; sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Eigenvalue number k, in no particular order. */
    double value(int k) {
        return re[k][k];
    }

    /** Its eigenvector, interleaved, of norm 1. */
    double[] vector(int k) {
        double[] vector = new double[2 * n];
        for (int i = 0; i < n; i++) {
            vector[2 * i] = vectorRe[i][k];
            vector[2 * i + 1] = vectorIm[i][k];
        }
        return vector;
    }

    /** Sum of the squares above the diagonal. */
    private double beside() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sum += re[i][j] * re[i][j] + im[i][j] * im[i][j];
            }
        }
        return sum;
    }

    private void rotate(int p, int q) {
        double size = Math.hypot(re[p][q], im[p][q]);
        if (size == 0) {
            return;
        }
        double phaseRe = re[p][q] / size;
        double phaseIm = im[p][q] / size;
        double theta = (re[q][q] - re[p][p]) / (2 * size);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        columns(re, im, p, q, c, s, phaseRe, phaseIm);
        rows(p, q, c, s, phaseRe, phaseIm);
        columns(vectorRe, vectorIm, p, q, c, s, phaseRe, phaseIm);
        re[p][q] = 0;
        im[p][q] = 0;
        re[q][p] = 0;
        im[q][p] = 0;
        im[p][p] = 0;
        im[q][q] = 0;
    }

    /** column p ← c·p − s e^{−iφ}·q,  column q ← s e^{iφ}·p + c·q. */
    private void columns(double[][] x, double[][] y, int p, int q, double c, double s, double phaseRe, double phaseIm) {
        for (int i = 0; i < n; i++) {
            double pr = x[i][p];
            double pi = y[i][p];
            double qr = x[i][q];
            double qi = y[i][q];
            x[i][p] = c * pr - s * (phaseRe * qr + phaseIm * qi);
            y[i][p] = c * pi - s * (phaseRe * qi - phaseIm * qr);
            x[i][q] = s * (phaseRe * pr - phaseIm * pi) + c * qr;
            y[i][q] = s * (phaseRe * pi + phaseIm * pr) + c * qi;
        }
    }

    /** The adjoint of the same, on rows. */
    private void rows(int p, int q, double c, double s, double phaseRe, double phaseIm) {
        for (int i = 0; i < n; i++) {
            double pr = re[p][i];
            double pi = im[p][i];
            double qr = re[q][i];
            double qi = im[q][i];
            re[p][i] = c * pr - s * (phaseRe * qr - phaseIm * qi);
            im[p][i] = c * pi - s * (phaseRe * qi + phaseIm * qr);
            re[q][i] = s * (phaseRe * pr + phaseIm * pi) + c * qr;
            im[q][i] = s * (phaseRe * pi - phaseIm * pr) + c * qi;
        }
    }
}
