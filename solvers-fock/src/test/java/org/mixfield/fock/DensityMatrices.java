package org.mixfield.fock;

import java.util.Arrays;

/** Complex density matrices for tests, interleaved and row-major. */
final class DensityMatrices {

    private DensityMatrices() {}

    /** |w⟩⟨w|. */
    static double[] pure(double[] w) {
        return minusProjection(new double[w.length * w.length / 2], w, -1);
    }

    /** γ − |w⟩⟨w|. */
    static double[] minusProjection(double[] gamma, double[] w) {
        return minusProjection(gamma, w, 1);
    }

    private static double[] minusProjection(double[] gamma, double[] w, double factor) {
        int n = w.length / 2;
        double[] result = gamma.clone();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                int at = 2 * (a * n + b);
                result[at] -= factor * (w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1]);
                result[at + 1] -= factor * (w[2 * a + 1] * w[2 * b] - w[2 * a] * w[2 * b + 1]);
            }
        }
        return result;
    }

    /** Σ p_k |w_k⟩⟨w_k| with random w_k, not orthogonal, and p_k falling off. */
    static double[] random(int n, int rank, long seed) {
        double[] gamma = new double[2 * n * n];
        double total = 0;
        for (int k = 0; k < rank; k++) {
            total += Math.pow(0.6, k);
        }
        for (int k = 0; k < rank; k++) {
            gamma = minusProjection(gamma, Systems.orbital(n, 100 * seed + k), -Math.pow(0.6, k) / total);
        }
        return gamma;
    }

    /** cos ε w + sin ε w', with w' the part of another vector that is orthogonal to w. */
    static double[] turned(double[] w, double[] other, double angle) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < w.length; i += 2) {
            re += w[i] * other[i] + w[i + 1] * other[i + 1];
            im += w[i] * other[i + 1] - w[i + 1] * other[i];
        }
        double[] rest = new double[w.length];
        for (int i = 0; i < w.length; i += 2) {
            rest[i] = other[i] - re * w[i] + im * w[i + 1];
            rest[i + 1] = other[i + 1] - re * w[i + 1] - im * w[i];
        }
        double norm = Math.sqrt(Arrays.stream(rest).map(x -> x * x).sum());
        double[] result = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            result[i] = Math.cos(angle) * w[i] + Math.sin(angle) / norm * rest[i];
        }
        return result;
    }
}
