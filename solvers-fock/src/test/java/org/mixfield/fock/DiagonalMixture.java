package org.mixfield.fock;

/**
 * The diagonal mixture with N₁ = N₂ = n, κ = 1/n: its γ is known in closed form. With θ_p = (V_jp−V_ip)/n + κ(W_pl−W_pk) and
 * φ_q = (U_lq−U_kq)/n + κ(W_jq−W_iq), γ = P·e^x entry by entry,
 *
 * <pre>
 *   x = −iκt(W_jl−W_ik) + Σ_p n|u_p|²(e^{−iθ_p t} − 1 + iθ_p t) + Σ_q n|v_q|²(e^{−iφ_q t} − 1 + iφ_q t),
 * </pre>
 *
 * and γ − P = P(e^x − 1) loses no digits for large n.
 */
final class DiagonalMixture {

    private static final double[][] V11 = {{1, 0.3}, {0.3, 0.7}};
    private static final double[][] V22 = {{0.5, -0.2}, {-0.2, 0.9}};
    private static final double[][] W = {{0.8, 0.1}, {-0.4, 0.6}};
    private static final double[] SQUARE_U = {0.6, 0.4};
    private static final double[] SQUARE_V = {0.3, 0.7};

    static final double[] U = {Math.sqrt(0.6), 0, Math.sqrt(0.4) * Math.cos(0.5), Math.sqrt(0.4) * Math.sin(0.5)};
    static final double[] V = {Math.sqrt(0.3), 0, Math.sqrt(0.7) * Math.cos(-0.3), Math.sqrt(0.7) * Math.sin(-0.3)};

    private DiagonalMixture() {}

    /** κ = 1/n is V₁₂ = 2W in the mixture's scaling. */
    static ModeTensors tensors() {
        return Systems.diagonal(
                new double[] {0.2, -0.1}, new double[] {0.05, 0.3}, V11, V22, new double[][] {{1.6, 0.2}, {-0.8, 1.2}});
    }

    /** Tr|γ − P|; phases that a diagonal unitary transformation removes, those of P, are left out. */
    static double traceDistance(int n, double t) {
        double[] difference = new double[2 * 16];
        for (int j = 0; j < 2; j++) {
            for (int l = 0; l < 2; l++) {
                for (int i = 0; i < 2; i++) {
                    for (int k = 0; k < 2; k++) {
                        double size = Math.sqrt(SQUARE_U[i] * SQUARE_U[j] * SQUARE_V[k] * SQUARE_V[l]);
                        double re = 0;
                        double im = -t / n * (W[j][l] - W[i][k]);
                        for (int p = 0; p < 2; p++) {
                            double theta = t / n * (V11[j][p] - V11[i][p] + W[p][l] - W[p][k]);
                            re += n * SQUARE_U[p] * realPart(theta);
                            im += n * SQUARE_U[p] * imaginaryPart(theta);
                            double phi = t / n * (V22[l][p] - V22[k][p] + W[j][p] - W[i][p]);
                            re += n * SQUARE_V[p] * realPart(phi);
                            im += n * SQUARE_V[p] * imaginaryPart(phi);
                        }
                        int at = 2 * ((j * 2 + l) * 4 + i * 2 + k);
                        // e^x − 1 = (e^re − 1) cos im + (cos im − 1) + i e^re sin im
                        double half = Math.sin(im / 2);
                        difference[at] = size * (Math.expm1(re) * Math.cos(im) - 2 * half * half);
                        difference[at + 1] = size * Math.exp(re) * Math.sin(im);
                    }
                }
            }
        }
        return HermitianEigenvalues.traceNorm(difference, 4);
    }

    /** Re(e^{−iz} − 1 + iz). */
    private static double realPart(double z) {
        double s = Math.sin(z / 2);
        return -2 * s * s;
    }

    /** Im(e^{−iz} − 1 + iz) = z − sin z. */
    private static double imaginaryPart(double z) {
        return Math.abs(z) < 0.05
                ? z * z * z / 6 * (1 - z * z / 20 * (1 - z * z / 42 * (1 - z * z / 72)))
                : z - Math.sin(z);
    }
}
