package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/** The amplitudes of a number sector, d₁ × d₂; where d₂ is the smaller number its columns take the place of rows. */
final class SectorBipartition implements Bipartition {

    private static final int BLOCK = 16;

    private final double[] x;
    private final int d1;
    private final int d2;
    private final Workers workers;

    /**
     * A view of a state.
     *
     * @param x amplitudes, row-major and interleaved; not copied
     */
    SectorBipartition(double[] x, int d1, int d2, Workers workers) {
        this.x = x;
        this.d1 = d1;
        this.d2 = d2;
        this.workers = workers;
    }

    @Override
    public int rows() {
        return Math.min(d1, d2);
    }

    @Override
    public void squares(double[] target) {
        for (int a = 0; a < d1; a++) {
            for (int b = 0; b < d2; b++) {
                int at = 2 * (a * d2 + b);
                target[d1 <= d2 ? a : b] += x[at] * x[at] + x[at + 1] * x[at + 1];
            }
        }
    }

    @Override
    public void overlaps(int row, double[] target) {
        workers.run(rows(), BLOCK, (worker, from, to) -> {
            java.util.Arrays.fill(target, 2 * from, 2 * to, 0);
            if (d1 <= d2) {
                overlapsOfRows(row, target, from, to);
            } else {
                overlapsOfColumns(row, target, from, to);
            }
        });
    }

    private void overlapsOfRows(int row, double[] target, int from, int to) {
        int bra = 2 * row * d2;
        for (int i = from; i < to; i++) {
            int ket = 2 * i * d2;
            double re = 0;
            double im = 0;
            for (int k = 0; k < 2 * d2; k += 2) {
                re += x[bra + k] * x[ket + k] + x[bra + k + 1] * x[ket + k + 1];
                im += x[bra + k] * x[ket + k + 1] - x[bra + k + 1] * x[ket + k];
            }
            target[2 * i] = re;
            target[2 * i + 1] = im;
        }
    }

    private void overlapsOfColumns(int column, double[] target, int from, int to) {
        for (int a = 0; a < d1; a++) {
            int start = 2 * a * d2;
            double re = x[start + 2 * column];
            double im = x[start + 2 * column + 1];
            for (int i = 2 * from; i < 2 * to; i += 2) {
                target[i] += re * x[start + i] + im * x[start + i + 1];
                target[i + 1] += re * x[start + i + 1] - im * x[start + i];
            }
        }
    }
}
