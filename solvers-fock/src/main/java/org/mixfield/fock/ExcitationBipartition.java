package org.mixfield.fock;

/**
 * The amplitudes of an expansion in excitations: a row for each way to excite one species, a column for each way to excite the
 * other; most pairs exceed the cutoff and are not stored.
 */
final class ExcitationBipartition implements Bipartition {

    private final double[] psi;
    private final int rows;
    private final int columns;
    private final int[] rowOf;
    private final int[] columnOf;

    /**
     * A view of a state.
     *
     * @param psi amplitudes, interleaved; not copied
     */
    ExcitationBipartition(double[] psi, ExcitationBasis basis) {
        this.psi = psi;
        int cutoff = basis.cutoff();
        OccupationBasis states = new OccupationBasis(cutoff, basis.excited() + 1);
        int[] ofU = new int[basis.dimension()];
        int[] ofV = new int[basis.dimension()];
        int[] u = new int[basis.modesU()];
        int[] v = new int[basis.modesV()];
        for (int state = 0; state < basis.dimension(); state++) {
            u[0] = cutoff - basis.particlesU(state);
            v[0] = cutoff - basis.particlesV(state);
            for (int i = 1; i < u.length; i++) {
                u[i] = states.occupation(state, i);
            }
            for (int j = 1; j < v.length; j++) {
                v[j] = states.occupation(state, u.length - 1 + j);
            }
            ofU[state] = OccupationBasis.rankOf(u);
            ofV[state] = OccupationBasis.rankOf(v);
        }
        boolean lessOfU = u.length <= v.length;
        this.rows = (int) Math.rint(OccupationBasis.dimension(cutoff, Math.min(u.length, v.length)));
        this.columns = (int) Math.rint(OccupationBasis.dimension(cutoff, Math.max(u.length, v.length)));
        this.rowOf = lessOfU ? ofU : ofV;
        this.columnOf = lessOfU ? ofV : ofU;
    }

    /** The most linearly independent rows: those with few particles, and those that pair with few. */
    static double mostRank(int modesU, int modesV, int cutoff) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = -1; k <= cutoff; k++) {
            double few = k < 0 ? 0 : OccupationBasis.dimension(k, modesU);
            double others = k == cutoff ? 0 : OccupationBasis.dimension((double) cutoff - k - 1, modesV);
            least = Math.min(least, few + others);
        }
        return least;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void squares(double[] target) {
        for (int s = 0; s < rowOf.length; s++) {
            target[rowOf[s]] += psi[2 * s] * psi[2 * s] + psi[2 * s + 1] * psi[2 * s + 1];
        }
    }

    @Override
    public void overlaps(int row, double[] target) {
        double[] bra = new double[2 * columns];
        for (int s = 0; s < rowOf.length; s++) {
            if (rowOf[s] == row) {
                bra[2 * columnOf[s]] = psi[2 * s];
                bra[2 * columnOf[s] + 1] = psi[2 * s + 1];
            }
        }
        java.util.Arrays.fill(target, 0, 2 * rows, 0);
        for (int s = 0; s < rowOf.length; s++) {
            double re = bra[2 * columnOf[s]];
            double im = bra[2 * columnOf[s] + 1];
            target[2 * rowOf[s]] += re * psi[2 * s] + im * psi[2 * s + 1];
            target[2 * rowOf[s] + 1] += re * psi[2 * s + 1] - im * psi[2 * s];
        }
    }
}
