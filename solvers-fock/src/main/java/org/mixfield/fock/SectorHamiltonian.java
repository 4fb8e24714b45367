package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * H on one number sector, a state being a matrix X of d₁ × d₂ complex amplitudes:
 *
 * <pre>
 *   H X = H₁ X + X H₂ᵀ + 1/(N₁+N₂) Σ_r A_r X B_rᵀ,     A_r = Σ_a left_r[a] E_a,   B_r = Σ_b right_r[b] E_b
 * </pre>
 *
 * <p>Nothing of the size d₁d₂ is stored but two scratch matrices, which are lent. Rows of X are combined whole; H₂ acts on the transposed
 * matrix for the same reason; the B_r of one row are summed over pairs first, so that only one pass over single transitions
 * of species v remains.
 */
final class SectorHamiltonian implements HermitianOperator {

    private static final int TILE = 32;

    private final Workers workers;
    private final SpeciesTables u;
    private final SpeciesTables v;
    private final int d1;
    private final int d2;
    private final double coupling;
    private final SparseRows[] left;
    private final List<double[]> right;
    private final KrylovMemory memory;
    private final double[][] factors;
    private final double[][] pairSums;

    SectorHamiltonian(
            SpeciesTables u,
            SpeciesTables v,
            SparseRows[] left,
            List<double[]> right,
            double coupling,
            KrylovMemory memory,
            Workers workers) {
        this.workers = workers;
        this.u = u;
        this.v = v;
        this.d1 = u.basis().dimension();
        this.d2 = v.basis().dimension();
        this.coupling = coupling;
        this.left = left;
        this.right = List.copyOf(right);
        this.memory = memory;
        this.factors = new double[workers.count()][left.length > 0 ? 2 * d2 : 0];
        this.pairSums = new double[workers.count()]
                [left.length > 0 ? 2 * d2 * SpeciesTables.pairs(v.basis().modes()) : 0];
    }

    @Override
    public int dimension() {
        return d1 * d2;
    }

    @Override
    public void apply(double[] x, double[] y) {
        double[] transposed = memory.transposed();
        double[] transposedResult = memory.transposedResult();
        transpose(x, d1, d2, transposed, false);
        int block = Math.max(1, d2 / (8 * workers.count()));
        workers.run(d2, block, (worker, from, to) -> {
            for (int j = from; j < to; j++) {
                v.own().multiplyRow(j, transposed, 2 * d1, transposedResult, 2 * d1 * j, false);
            }
        });
        block = Math.max(1, d1 / (8 * workers.count()));
        workers.run(d1, block, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                u.own().multiplyRow(i, x, 2 * d2, y, 2 * d2 * i, false);
                addCoupling(worker, i, x, y);
            }
        });
        transpose(transposedResult, d2, d1, y, true);
    }

    private void addCoupling(int worker, int i, double[] x, double[] y) {
        if (left.length == 0) {
            return;
        }
        double[] factor = factors[worker];
        double[] sums = pairSums[worker];
        int width = 2 * d2;
        java.util.Arrays.fill(sums, 0);
        for (int r = 0; r < left.length; r++) {
            left[r].multiplyRow(i, x, width, factor, 0, false);
            double[] weights = right.get(r);
            for (int b = 0; b < weights.length; b++) {
                double weight = coupling * weights[b];
                if (weight != 0) {
                    RowSums.add(sums, b * width, width, weight, factor, 0);
                }
            }
        }
        v.addPairSums(sums, y, width * i);
    }

    /** target = (or +=) the transpose of a rows × columns complex matrix, tile by tile. */
    private void transpose(double[] source, int rows, int columns, double[] target, boolean add) {
        int tiles = (columns + TILE - 1) / TILE;
        workers.run(tiles, 1, (worker, from, to) -> {
            for (int tile = from; tile < to; tile++) {
                int last = Math.min(columns, (tile + 1) * TILE);
                for (int row = 0; row < rows; row += TILE) {
                    int lastRow = Math.min(rows, row + TILE);
                    for (int c = tile * TILE; c < last; c++) {
                        for (int r = row; r < lastRow; r++) {
                            int out = 2 * (c * rows + r);
                            int in = 2 * (r * columns + c);
                            target[out] = source[in] + (add ? target[out] : 0);
                            target[out + 1] = source[in + 1] + (add ? target[out + 1] : 0);
                        }
                    }
                }
            }
        });
    }
}
