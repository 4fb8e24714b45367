package org.mixfield.fock;

import java.util.Arrays;

/** Blocks of the second moments ρ = V V⁺ and m = U Vᵀ of the Gaussian state, from the columns of U and V̄. */
final class GaussianProducts {

    private GaussianProducts() {}

    /** ρ_pq = ⟨a*_q a_p⟩ for p from {@code row} to {@code rowEnd} and q from {@code column} to {@code columnEnd}. */
    static void density(
            GaussianLayout layout, double[] state, int row, int rowEnd, int column, int columnEnd, double[] block) {
        Arrays.fill(block, 0);
        for (int k = 0; k < layout.modes(); k++) {
            int y = layout.hole(k);
            add(state, y + 2 * row, -1, rowEnd - row, y + 2 * column, 1, columnEnd - column, block);
        }
    }

    /** m_pq = ⟨a_p a_q⟩ likewise. */
    static void pairs(
            GaussianLayout layout, double[] state, int row, int rowEnd, int column, int columnEnd, double[] block) {
        Arrays.fill(block, 0);
        for (int k = 0; k < layout.modes(); k++) {
            int x = layout.particle(k) + 2 * row;
            add(state, x, 1, rowEnd - row, layout.hole(k) + 2 * column, -1, columnEnd - column, block);
        }
    }

    /** Adds x_p y_q; a sign −1 conjugates. */
    private static void add(double[] state, int x, int signX, int rows, int y, int signY, int columns, double[] block) {
        for (int p = 0; p < rows; p++) {
            double re = state[x + 2 * p];
            double im = signX * state[x + 2 * p + 1];
            int at = 2 * p * columns;
            for (int q = 0; q < 2 * columns; q += 2) {
                double yr = state[y + q];
                double yi = signY * state[y + q + 1];
                block[at + q] += re * yr - im * yi;
                block[at + q + 1] += re * yi + im * yr;
            }
        }
    }
}
