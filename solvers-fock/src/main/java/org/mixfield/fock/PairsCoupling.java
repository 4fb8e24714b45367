package org.mixfield.fock;

/**
 * The products of two creation and two annihilation operators of one channel; scratch of one worker. Pairs without excitations,
 * with one and with two have the condensates' factor of each on either side of the matrix; the last one's is 1, so that the matrix
 * reads and writes those rows where they are.
 */
final class PairsCoupling {

    private static final int NONE = 0;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int BOTH = 3;

    private final int[] kind;
    private final int[] row;
    private final LaneRows phi;
    private final LaneRows chi;
    private final LaneRows in;
    private final LaneRows out;

    /**
     * A channel.
     *
     * @param kind of each pair in the matrix: which of its operators are excitations
     * @param row of each pair in φ and χ
     */
    private PairsCoupling(int[] kind, int[] row, LaneRows phi, LaneRows chi, int lanes) {
        this.kind = kind;
        this.row = row;
        this.phi = phi;
        this.chi = chi;
        this.in = phi.selected(row);
        this.out = chi.selected(row);
        for (int i = 0; i < kind.length; i++) {
            if (kind[i] != BOTH) {
                in.replace(i, lanes);
                out.replace(i, lanes);
            }
        }
    }

    /** Two particles of one species. */
    static PairsCoupling own(int modesU, int modesV, int species, LaneRows phi, LaneRows chi, int lanes) {
        int modes = species == 0 ? modesU : modesV;
        int offset = species == 0 ? 0 : modesU - 1;
        int[] kind = new int[SpeciesTables.pairs(modes)];
        int[] row = new int[kind.length];
        for (int q = 0; q < modes; q++) {
            for (int p = 0; p <= q; p++) {
                int i = CoMovingCouplings.ownIndex(p, q);
                kind[i] = p > 0 ? BOTH : q > 0 ? FIRST : NONE;
                row[i] = p > 0
                        ? modesU + modesV - 1 + SpeciesTables.pairIndex(offset + p - 1, offset + q - 1)
                        : q > 0 ? offset + q : 0;
            }
        }
        return new PairsCoupling(kind, row, phi, chi, lanes);
    }

    /** One particle of each. */
    static PairsCoupling mixed(int mu, int mv, LaneRows phi, LaneRows chi, int lanes) {
        int[] kind = new int[mu * mv];
        int[] row = new int[mu * mv];
        for (int p = 0; p < mu; p++) {
            for (int q = 0; q < mv; q++) {
                int i = p * mv + q;
                kind[i] = p > 0 && q > 0 ? BOTH : p > 0 ? FIRST : q > 0 ? SECOND : NONE;
                row[i] = p > 0 && q > 0
                        ? mu + mv - 1 + SpeciesTables.pairIndex(p - 1, mu - 1 + q - 1)
                        : p > 0 ? p : q > 0 ? mu - 1 + q : 0;
            }
        }
        return new PairsCoupling(kind, row, phi, chi, lanes);
    }

    /**
     * χ += Wφ.
     *
     * @param none factor of a pair without excitations
     * @param first of one whose first operator is an excitation
     * @param second of one whose second is
     */
    void add(LaneMatrix matrix, double[] none, double[] first, double[] second, int lanes) {
        for (int i = 0; i < kind.length; i++) {
            if (kind[i] != BOTH) {
                in.scale(i, factor(i, none, first, second), phi, row[i], lanes);
                out.clear(i, i + 1, lanes);
            }
        }
        matrix.addTo(out.re(), out.im(), in.re(), in.im(), lanes);
        for (int i = 0; i < kind.length; i++) {
            if (kind[i] != BOTH) {
                chi.add(row[i], factor(i, none, first, second), out, i, lanes);
            }
        }
    }

    private double[] factor(int i, double[] none, double[] first, double[] second) {
        return kind[i] == NONE ? none : kind[i] == FIRST ? first : second;
    }
}
