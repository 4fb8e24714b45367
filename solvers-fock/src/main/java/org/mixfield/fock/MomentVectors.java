package org.mixfield.fock;

/**
 * Vectors over an excitation basis, each zero beyond the first states of its own, and their inner products.
 *
 * <p>Scratch of one thread.
 */
final class MomentVectors {

    private final double[][] vectors;
    private final int[] support;

    MomentVectors(int count, int dimension) {
        this.vectors = new double[count][2 * dimension];
        this.support = new int[count];
    }

    /** The array of a vector, to be filled up to a support. */
    double[] filling(int index, int states) {
        support[index] = states;
        return vectors[index];
    }

    /** A vector that has been filled. */
    double[] vector(int index) {
        return vectors[index];
    }

    /** sum[i·count + p] += weight ⟨v_p|v_i⟩, interleaved, for p ≤ i. */
    void addGram(double weight, double[] sum) {
        int count = vectors.length;
        for (int i = 0; i < count; i++) {
            for (int p = 0; p <= i; p++) {
                double[] ket = vectors[i];
                double[] bra = vectors[p];
                double re = 0;
                double im = 0;
                int length = 2 * Math.min(support[i], support[p]);
                for (int k = 0; k < length; k += 2) {
                    re += bra[k] * ket[k] + bra[k + 1] * ket[k + 1];
                    im += bra[k] * ket[k + 1] - bra[k + 1] * ket[k];
                }
                sum[2 * (i * count + p)] += weight * re;
                sum[2 * (i * count + p) + 1] += weight * im;
            }
        }
    }

    /** Fills the other half of what {@link #addGram} added up. */
    static void mirror(double[] sum, int count) {
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < i; p++) {
                sum[2 * (p * count + i)] = sum[2 * (i * count + p)];
                sum[2 * (p * count + i) + 1] = -sum[2 * (i * count + p) + 1];
            }
        }
    }
}
