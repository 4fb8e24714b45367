package org.mixfield.fock;

import org.mixfield.core.model.Weights;

/**
 * The weights (a₁₁, a₁₂, a₂₂, a₂₁) of the mean fields that move a frame's bases, written as what they miss of the fields of
 * N₁ and N₂ particles, so that large numbers never cancel:
 *
 * <pre>
 *   a₁₁ = 1 − e₁₁,   a₁₂ = N₂/N − e₁₂,   a₂₂ = 1 − e₂₂,   a₂₁ = N₁/N − e₂₁,     N = N₁+N₂.
 * </pre>
 *
 * @param n1 N₁
 * @param n2 N₂
 */
record FrameWeights(double n1, double n2, double e11, double e12, double e22, double e21) {

    /** Of the Hartree system itself, (1, c₂, 1, c₁). */
    static FrameWeights coherent(int n1, int n2, Weights weights) {
        double n = (double) n1 + n2;
        return new FrameWeights(n1, n2, 0, n2 / n - weights.c2(), 0, n1 / n - weights.c1());
    }

    /** Of exactly N₁ and N₂ particles, ((N₁−1)/N₁, N₂/N, (N₂−1)/N₂, N₁/N). */
    static FrameWeights factorised(int n1, int n2) {
        return new FrameWeights(n1, n2, 1.0 / n1, 0, 1.0 / n2, 0);
    }

    double total() {
        return n1 + n2;
    }

    double a11() {
        return 1 - e11;
    }

    double a12() {
        return n2 / total() - e12;
    }

    double a22() {
        return 1 - e22;
    }

    double a21() {
        return n1 / total() - e21;
    }
}
