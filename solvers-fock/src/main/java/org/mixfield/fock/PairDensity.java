package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * The matrix ⟨b*_p c*_q b_i c_j⟩ of a sector state X: with Φ_ij = b_i c_j X in the sector (n₁−1, n₂−1) it is ⟨Φ_pq|Φ_ij⟩,
 * added up over the rows of that sector.
 */
final class PairDensity {

    /** Rows are added up in this many parts, a fixed number, so that the sum does not depend on the workers. */
    private static final int PARTS = 16;

    private final int m1;
    private final int m2;
    private final CreationTable rows;
    private final CreationTable columns;
    private final int width;
    private final int sourceWidth;
    private final Workers workers;

    /** For a sector with at least one particle of each species. */
    PairDensity(OccupationBasis u, OccupationBasis v, Workers workers) {
        this.m1 = u.modes();
        this.m2 = v.modes();
        this.workers = workers;
        this.rows = new CreationTable(new OccupationBasis(u.particles() - 1, m1), u);
        this.columns = new CreationTable(new OccupationBasis(v.particles() - 1, m2), v);
        this.width = columns.states();
        this.sourceWidth = v.dimension();
    }

    /** The matrix of a state, interleaved and row-major, row (i,j) and column (p,q); its trace is n₁n₂‖X‖². */
    double[] of(double[] x) {
        int size = m1 * m2;
        double[][] part = new double[PARTS][2 * size * size];
        double[][][] lines = new double[workers.count()][size][2 * width];
        workers.run(PARTS, 1, (worker, from, to) -> {
            for (int p = from; p < to; p++) {
                int first = (int) ((long) rows.states() * p / PARTS);
                int last = (int) ((long) rows.states() * (p + 1) / PARTS);
                for (int row = first; row < last; row++) {
                    addRow(x, row, lines[worker], part[p]);
                }
            }
        });
        double[] sum = part[0];
        for (int p = 1; p < PARTS; p++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[p][i];
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                sum[2 * (b * size + a)] = sum[2 * (a * size + b)];
                sum[2 * (b * size + a) + 1] = -sum[2 * (a * size + b) + 1];
            }
        }
        return sum;
    }

    private void addRow(double[] x, int row, double[][] phi, double[] sum) {
        for (int i = 0; i < m1; i++) {
            int source = 2 * sourceWidth * rows.target(i, row);
            double rowFactor = rows.factor(i, row);
            for (int j = 0; j < m2; j++) {
                double[] line = phi[i * m2 + j];
                for (int k = 0; k < width; k++) {
                    double factor = rowFactor * columns.factor(j, k);
                    int at = source + 2 * columns.target(j, k);
                    line[2 * k] = factor * x[at];
                    line[2 * k + 1] = factor * x[at + 1];
                }
            }
        }
        int size = m1 * m2;
        for (int a = 0; a < size; a++) {
            for (int b = a; b < size; b++) {
                addInner(phi[b], phi[a], sum, 2 * (a * size + b));
            }
        }
    }

    /** sum[at] += ⟨bra|ket⟩. */
    private static void addInner(double[] bra, double[] ket, double[] sum, int at) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < bra.length; k += 2) {
            re += bra[k] * ket[k] + bra[k + 1] * ket[k + 1];
            im += bra[k] * ket[k + 1] - bra[k + 1] * ket[k];
        }
        sum[at] += re;
        sum[at + 1] += im;
    }
}
