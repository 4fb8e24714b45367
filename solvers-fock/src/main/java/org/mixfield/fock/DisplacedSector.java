package org.mixfield.fock;

/**
 * What b_i − √N₁u_i, c_j − √N₂v_j and their products make of a coherent start, in one number sector (m₁, m₂) of the laboratory
 * frame, divided by its Poisson amplitude. From the states x_ab of the sectors (m₁+a, m₂+b), with β_i = b_i/√(m₁+1) and
 * γ_j = c_j/√(m₂+1), and one more particle under the root for a second one of the same species:
 *
 * <pre>
 *   B_i/√N₁ = β_i x₁₀ − u_i x₀₀,                     BC_ij/√(N₁N₂) = β_i(γ_j x₁₁ − v_j x₁₀) − u_i(γ_j x₀₁ − v_j x₀₀),
 *   C_j/√N₂ = γ_j x₀₁ − v_j x₀₀,                     BB_ii'/N₁ = β_i(β_i' x₂₀ − u_i' x₁₀) − u_i(β_i' x₁₀ − u_i' x₀₀)
 * </pre>
 *
 * A sector state is a matrix, rows numbered by the states of species u; the vectors are formed one row at a time, so that
 * nothing of the size of a sector is stored besides the states themselves.
 */
final class DisplacedSector {

    /** The states of a sector and of those around it that its displaced vectors take parts from. */
    record Neighbours(
            LaboratorySector x00,
            LaboratorySector x10,
            LaboratorySector x01,
            LaboratorySector x11,
            LaboratorySector x20,
            LaboratorySector x02) {}

    private final Neighbours around;
    private final double[] u;
    private final double[] v;
    private final CreationTable rows;
    private final CreationTable rowsAbove;
    private final CreationTable columns;
    private final CreationTable columnsAbove;
    private final double[] rowRoot;
    private final double[] columnRoot;
    private final int width;
    private final int widthAbove;
    private final int widthTwoAbove;

    /**
     * A sector.
     *
     * @param hamiltonian for the bases of the species
     * @param u Hartree orbital of species u in its modes, interleaved
     * @param v Hartree orbital of species v
     */
    DisplacedSector(Neighbours around, MixtureHamiltonian hamiltonian, double[] u, double[] v) {
        int m1 = around.x00().sector().n1();
        int m2 = around.x00().sector().n2();
        this.around = around;
        this.u = u;
        this.v = v;
        this.rows = new CreationTable(hamiltonian.basisU(m1), hamiltonian.basisU(m1 + 1));
        this.rowsAbove = new CreationTable(hamiltonian.basisU(m1 + 1), hamiltonian.basisU(m1 + 2));
        this.columns = new CreationTable(hamiltonian.basisV(m2), hamiltonian.basisV(m2 + 1));
        this.columnsAbove = new CreationTable(hamiltonian.basisV(m2 + 1), hamiltonian.basisV(m2 + 2));
        this.rowRoot = new double[] {1 / Math.sqrt(m1 + 1.0), 1 / Math.sqrt(m1 + 2.0)};
        this.columnRoot = new double[] {1 / Math.sqrt(m2 + 1.0), 1 / Math.sqrt(m2 + 2.0)};
        this.width = columns.states();
        this.widthAbove = columnsAbove.states();
        this.widthTwoAbove = hamiltonian.basisV(m2 + 2).dimension();
    }

    /** Number of rows. */
    int rows() {
        return rows.states();
    }

    /** Fills a row of all the vectors, numbered as in {@link FluctuationVectors#count}. */
    void fill(int row, MomentVectors vectors) {
        int m1 = u.length / 2;
        int m2 = v.length / 2;
        int stride = 1 + m2;
        double[] x00 = around.x00().state();
        double[] x10 = around.x10().state();
        System.arraycopy(x00, 2 * width * row, vectors.filling(0, width), 0, 2 * width);
        for (int j = 0; j < m2; j++) {
            double[] c = vectors.filling(1 + j, width);
            annihilate(j, around.x01().state(), row, c);
            subtract(v, j, x00, width * row, c);
        }
        for (int i = 0; i < m1; i++) {
            int above = rows.target(i, row);
            double factor = rows.factor(i, row) * rowRoot[0];
            double[] b = vectors.filling((1 + i) * stride, width);
            System.arraycopy(x10, 2 * width * above, b, 0, 2 * width);
            scale(factor, b);
            subtract(u, i, x00, width * row, b);
            for (int j = 0; j < m2; j++) {
                double[] both = vectors.filling((1 + i) * stride + 1 + j, width);
                annihilate(j, around.x11().state(), above, both);
                subtract(v, j, x10, width * above, both);
                scale(factor, both);
                subtract(u, i, vectors.vector(1 + j), 0, both);
            }
        }
    }

    /** Σ_ii' ‖BB_ii'‖²/N₁² of a row, from the vectors that {@link #fill} left there. */
    double pairsU(int row, MomentVectors vectors) {
        double[] x10 = around.x10().state();
        double[] x20 = around.x20().state();
        int stride = 1 + v.length / 2;
        double sum = 0;
        for (int i = 0; i < u.length / 2; i++) {
            int above = rows.target(i, row);
            double first = rows.factor(i, row) * rowRoot[0];
            for (int other = 0; other <= i; other++) {
                int from = 2 * width * rowsAbove.target(other, above);
                double second = rowsAbove.factor(other, above) * rowRoot[1];
                double[] b = vectors.vector((1 + other) * stride);
                double square = 0;
                for (int k = 0; k < 2 * width; k += 2) {
                    int at = 2 * width * above + k;
                    double re = second * x20[from + k] - re(u, other, x10, at);
                    double im = second * x20[from + k + 1] - im(u, other, x10, at);
                    re = first * re - re(u, i, b, k);
                    im = first * im - im(u, i, b, k);
                    square += re * re + im * im;
                }
                sum += (i == other ? 1 : 2) * square;
            }
        }
        return sum;
    }

    /** The same of species v, divided by N₂². */
    double pairsV(int row, MomentVectors vectors) {
        double[] x01 = around.x01().state();
        double[] x02 = around.x02().state();
        double sum = 0;
        for (int j = 0; j < v.length / 2; j++) {
            for (int other = 0; other <= j; other++) {
                double[] c = vectors.vector(1 + other);
                double square = 0;
                for (int k = 0; k < width; k++) {
                    int above = columns.target(j, k);
                    double first = columns.factor(j, k) * columnRoot[0];
                    double second = columnsAbove.factor(other, above) * columnRoot[1];
                    int at = 2 * (widthAbove * row + above);
                    int from = 2 * (widthTwoAbove * row + columnsAbove.target(other, above));
                    double re = second * x02[from] - re(v, other, x01, at);
                    double im = second * x02[from + 1] - im(v, other, x01, at);
                    re = first * re - re(v, j, c, 2 * k);
                    im = first * im - im(v, j, c, 2 * k);
                    square += re * re + im * im;
                }
                sum += (j == other ? 1 : 2) * square;
            }
        }
        return sum;
    }

    /** target = row of γ_j x, x being of a sector with one more particle of species v. */
    private void annihilate(int j, double[] x, int row, double[] target) {
        for (int k = 0; k < width; k++) {
            double factor = columns.factor(j, k) * columnRoot[0];
            int from = 2 * (widthAbove * row + columns.target(j, k));
            target[2 * k] = factor * x[from];
            target[2 * k + 1] = factor * x[from + 1];
        }
    }

    private void scale(double factor, double[] line) {
        for (int k = 0; k < 2 * width; k++) {
            line[k] *= factor;
        }
    }

    /** line −= f_i x, x from an amplitude on. */
    private void subtract(double[] f, int i, double[] x, int from, double[] line) {
        for (int k = 0; k < 2 * width; k += 2) {
            line[k] -= re(f, i, x, 2 * from + k);
            line[k + 1] -= im(f, i, x, 2 * from + k);
        }
    }

    private static double re(double[] f, int i, double[] x, int at) {
        return f[2 * i] * x[at] - f[2 * i + 1] * x[at + 1];
    }

    private static double im(double[] f, int i, double[] x, int at) {
        return f[2 * i] * x[at + 1] + f[2 * i + 1] * x[at];
    }
}
