package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * The squares of the singular values of a matrix of amplitudes X, by a Cholesky decomposition XX⁺ = LL⁺ that takes the largest
 * pivot first and ends when what is left of the trace is nothing: as many columns as the two parts are entangled, which are
 * few. The eigenvalues of L⁺L are then those of XX⁺, each off by no more than the trace left over (Harbrecht, Peters,
 * Schneider, Appl. Numer. Math. 62 (2012) 428). XX⁺ is not formed.
 */
final class SchmidtWeights {

    /** Trace left over, relative; in an entropy this is some 3e-13. */
    private static final double LEFT_OVER = 1e-14;

    /** Pivots of this size, relative to the trace, are rounding. */
    private static final double ROUNDING = 1e-17;

    private static final int BLOCK = 256;

    private SchmidtWeights() {}

    /** Bytes for a rank, at most. */
    static double bytes(double rows, double rank) {
        return 16 * rank * (rows + 3 * rank);
    }

    /** Weights of sum 1, descending. */
    static double[] of(Bipartition state, Workers workers) {
        int rows = state.rows();
        double[] left = new double[rows];
        state.squares(left);
        double trace = Arrays.stream(left).sum();
        List<double[]> columns = new ArrayList<>();
        for (int pivot = largest(left);
                columns.size() < rows && left[pivot] > ROUNDING * trace && sum(left) > LEFT_OVER * trace;
                pivot = largest(left)) {
            columns.add(column(state, pivot, left[pivot], columns, workers));
            double[] column = columns.get(columns.size() - 1);
            for (int i = 0; i < rows; i++) {
                left[i] -= column[2 * i] * column[2 * i] + column[2 * i + 1] * column[2 * i + 1];
            }
            left[pivot] = 0;
        }
        double[] values = HermitianEigenvalues.of(gram(columns, workers), columns.size(), workers);
        double[] weights = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            weights[k] = Math.max(0, values[values.length - 1 - k]) / trace;
        }
        return weights;
    }

    /** (G e_p − Σ_k L_k L̄_pk)/√left_p. */
    private static double[] column(Bipartition state, int pivot, double left, List<double[]> columns, Workers workers) {
        double[] column = new double[2 * state.rows()];
        state.overlaps(pivot, column);
        double factor = 1 / Math.sqrt(left);
        workers.run(state.rows(), BLOCK, (worker, from, to) -> {
            for (double[] before : columns) {
                double re = before[2 * pivot];
                double im = before[2 * pivot + 1];
                for (int i = 2 * from; i < 2 * to; i += 2) {
                    column[i] -= before[i] * re + before[i + 1] * im;
                    column[i + 1] -= before[i + 1] * re - before[i] * im;
                }
            }
            for (int i = 2 * from; i < 2 * to; i++) {
                column[i] *= factor;
            }
        });
        return column;
    }

    private static double[] gram(List<double[]> columns, Workers workers) {
        int rank = columns.size();
        double[] gram = new double[2 * rank * rank];
        workers.run(rank, 1, (worker, from, to) -> {
            for (int a = from; a < to; a++) {
                for (int b = 0; b <= a; b++) {
                    addInner(columns.get(b), columns.get(a), gram, 2 * (a * rank + b));
                    gram[2 * (b * rank + a)] = gram[2 * (a * rank + b)];
                    gram[2 * (b * rank + a) + 1] = -gram[2 * (a * rank + b) + 1];
                }
            }
        });
        return gram;
    }

    private static void addInner(double[] bra, double[] ket, double[] sum, int at) {
        for (int k = 0; k < bra.length; k += 2) {
            sum[at] += bra[k] * ket[k] + bra[k + 1] * ket[k + 1];
            sum[at + 1] += bra[k] * ket[k + 1] - bra[k + 1] * ket[k];
        }
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static double sum(double[] left) {
        double sum = 0;
        for (double x : left) {
            sum += Math.max(0, x);
        }
        return sum;
    }
}
