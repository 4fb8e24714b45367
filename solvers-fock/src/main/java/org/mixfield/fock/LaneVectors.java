package org.mixfield.fock;

import java.util.Arrays;
import org.mixfield.core.run.Workers;

/**
 * Sums over vectors of several sectors, laid out as in {@link CoMovingHamiltonian}, each sector for itself. Inner products are added
 * up in blocks of fixed size, so that a result does not depend on the number of workers.
 */
final class LaneVectors {

    private static final int BLOCK = 1 << 13;

    private final int rows;
    private final int sectors;
    private final int block;
    private final Workers workers;
    private final double[][] partial;

    LaneVectors(int dimension, int sectors, Workers workers) {
        this.rows = 2 * dimension;
        this.sectors = sectors;
        this.block = Math.max(1, BLOCK / sectors);
        this.workers = workers;
        this.partial = new double[(rows + block - 1) / block][sectors];
    }

    /** Re⟨a|b⟩ of each sector. */
    void realInner(double[] a, double[] b, double[] result) {
        workers.run(rows, block, (worker, from, to) -> {
            double[] sum = partial[from / block];
            Arrays.fill(sum, 0);
            for (int row = from; row < to; row++) {
                int at = row * sectors;
                for (int i = 0; i < sectors; i++) {
                    sum[i] += a[at + i] * b[at + i];
                }
            }
        });
        addUp(result);
    }

    /** w −= α x + β y for each sector; its ‖w‖² then. */
    void subtract(double[] w, double[] alpha, double[] x, double[] beta, double[] y, double[] squares) {
        workers.run(rows, block, (worker, from, to) -> {
            double[] sum = partial[from / block];
            Arrays.fill(sum, 0);
            for (int row = from; row < to; row++) {
                int at = row * sectors;
                for (int i = 0; i < sectors; i++) {
                    double value = w[at + i] - alpha[i] * x[at + i] - beta[i] * y[at + i];
                    w[at + i] = value;
                    sum[i] += value * value;
                }
            }
        });
        addUp(squares);
    }

    private void addUp(double[] result) {
        Arrays.fill(result, 0);
        for (double[] part : partial) {
            for (int i = 0; i < sectors; i++) {
                result[i] += part[i];
            }
        }
    }

    /** target = factor · source. */
    void scale(double[] factor, double[] source, double[] target) {
        workers.run(rows, block, (worker, from, to) -> {
            for (int row = from; row < to; row++) {
                int at = row * sectors;
                for (int i = 0; i < sectors; i++) {
                    target[at + i] = factor[i] * source[at + i];
                }
            }
        });
    }

    /** target = Σ_j (re_j + i im_j) v_j, coefficients of vector j and sector i at j·S + i. */
    void combine(double[] re, double[] im, double[][] vectors, int count, double[] target) {
        workers.run(rows / 2, Math.max(1, block / 2), (worker, from, to) -> {
            Arrays.fill(target, 2 * from * sectors, 2 * to * sectors, 0);
            for (int j = 0; j < count; j++) {
                double[] v = vectors[j];
                int c = j * sectors;
                for (int state = from; state < to; state++) {
                    int x = 2 * state * sectors;
                    int y = x + sectors;
                    for (int i = 0; i < sectors; i++) {
                        target[x + i] += re[c + i] * v[x + i] - im[c + i] * v[y + i];
                        target[y + i] += re[c + i] * v[y + i] + im[c + i] * v[x + i];
                    }
                }
            }
        });
    }
}
