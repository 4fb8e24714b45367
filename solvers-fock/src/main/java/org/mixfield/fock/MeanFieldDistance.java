package org.mixfield.fock;

/**
 * Tr|γ − |u⊗v⟩⟨u⊗v|| and its relatives, for γ ≥ 0 and the orbitals in the same modes.
 *
 * <p>γ − P has at most one negative eigenvalue, P being of rank one; so its trace norm is Tr(γ − P) + 2|λ|, where the trace
 * is 0 but for rounding and for what the norm of a vector makes it.
 */
final class MeanFieldDistance {

    private MeanFieldDistance() {}

    /** u ⊗ v, entry i·M_v + j, interleaved. */
    static double[] product(double[] u, double[] v) {
        double[] w = new double[u.length / 2 * v.length];
        int at = 0;
        for (int i = 0; i < u.length; i += 2) {
            for (int j = 0; j < v.length; j += 2) {
                w[at++] = u[i] * v[j] - u[i + 1] * v[j + 1];
                w[at++] = u[i] * v[j + 1] + u[i + 1] * v[j];
            }
        }
        return w;
    }

    /** Tr|γ − |u⊗v⟩⟨u⊗v|| for orbitals in the modes. */
    static double of(double[] gamma, double[] u, double[] v) {
        return ofVector(gamma, product(u, v));
    }

    /**
     * Tr|γ − |w⟩⟨w|| where w has a part outside of the modes: its part inside is given, and the norm of the rest is one more
     * dimension, on which γ vanishes.
     */
    static double ofVectorBeyond(double[] gamma, double[] inside, double outside) {
        int n = inside.length / 2;
        double[] larger = new double[2 * (n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(gamma, 2 * i * n, larger, 2 * i * (n + 1), 2 * n);
        }
        double[] w = java.util.Arrays.copyOf(inside, 2 * (n + 1));
        w[2 * n] = outside;
        return ofVector(larger, w);
    }

    private static double ofVector(double[] gamma, double[] w) {
        int n = w.length / 2;
        double[] difference = gamma.clone();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                difference[2 * (a * n + b)] -= w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1];
                difference[2 * (a * n + b) + 1] -= w[2 * a + 1] * w[2 * b] - w[2 * a] * w[2 * b + 1];
            }
        }
        double trace = 0;
        for (int a = 0; a < n; a++) {
            trace += difference[2 * (a * n + a)];
        }
        return Math.max(Math.abs(trace), trace - 2 * NegativeEigenvalue.of(difference, w));
    }

    /** ⟨w|γ|w⟩. */
    static double fidelity(double[] gamma, double[] w) {
        int n = w.length / 2;
        double sum = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double re = gamma[2 * (a * n + b)];
                double im = gamma[2 * (a * n + b) + 1];
                double productRe = w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1];
                double productIm = w[2 * a] * w[2 * b + 1] - w[2 * a + 1] * w[2 * b];
                sum += re * productRe - im * productIm;
            }
        }
        return sum;
    }

    /** Tr γ². */
    static double purity(double[] gamma) {
        double sum = 0;
        for (double value : gamma) {
            sum += value * value;
        }
        return sum;
    }
}
