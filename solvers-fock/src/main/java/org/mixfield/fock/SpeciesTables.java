package org.mixfield.fock;

/**
 * What H needs of one species with n particles: the sparse matrix of its own part, h + V/(2N), and the hops by which the
 * other species acts on it. Immutable.
 *
 * <p>Modes are real, so that only the symmetric combinations E_pr = b*_p b_r + b*_r b_p (p &lt; r) and E_pp = b*_p b_p occur;
 * they are numbered by pairs p ≤ r.
 */
final class SpeciesTables {

    private final OccupationBasis basis;
    private final SparseRows own;
    private final Hops hops;

    /**
     * Tables.
     *
     * @param oneBody h[p·M + r]
     * @param twoBody V[(p·M + r)·M² + q·M + s]
     * @param coupling the factor 1/(2N) of the two-body part
     */
    SpeciesTables(int particles, int modes, double[] oneBody, double[] twoBody, double coupling) {
        this.basis = new OccupationBasis(particles, modes);
        this.own = ownPart(basis, oneBody, twoBody, coupling);
        this.hops = new Hops(basis);
    }

    /** Number of pairs p ≤ r. */
    static int pairs(int modes) {
        return modes * (modes + 1) / 2;
    }

    /** The number of the pair {p, r}. */
    static int pairIndex(int p, int r) {
        int low = Math.min(p, r);
        int high = Math.max(p, r);
        return high * (high + 1) / 2 + low;
    }

    private static SparseRows ownPart(OccupationBasis basis, double[] h, double[] v, double coupling) {
        int m = basis.modes();
        SparseRows.Builder rows = new SparseRows.Builder(basis.dimension());
        int[] n = new int[m];
        for (int i = 0; i < basis.dimension(); i++) {
            basis.occupations(i, n);
            for (int r = 0; r < m; r++) {
                if (n[r] == 0) {
                    continue;
                }
                double outOne = Math.sqrt(n[r]);
                n[r]--;
                for (int p = 0; p < m; p++) {
                    if (h[p * m + r] != 0) {
                        n[p]++;
                        rows.add(basis.rank(n), h[p * m + r] * outOne * Math.sqrt(n[p]));
                        n[p]--;
                    }
                }
                for (int s = 0; s < m; s++) {
                    if (n[s] > 0) {
                        double outTwo = outOne * Math.sqrt(n[s]);
                        n[s]--;
                        twoIn(basis, rows, n, v, r, s, coupling * outTwo);
                        n[s]++;
                    }
                }
                n[r]++;
            }
            rows.nextRow();
        }
        return rows.build();
    }

    /** Adds Σ_pq V[pr,qs] b*_p b*_q |n⟩ for a state from which r and s were taken. */
    private static void twoIn(
            OccupationBasis basis, SparseRows.Builder rows, int[] n, double[] v, int r, int s, double factor) {
        int m = n.length;
        for (int q = 0; q < m; q++) {
            n[q]++;
            double inOne = Math.sqrt(n[q]);
            for (int p = 0; p < m; p++) {
                double element = v[(p * m + r) * m * m + q * m + s];
                if (element != 0) {
                    n[p]++;
                    rows.add(basis.rank(n), factor * element * inOne * Math.sqrt(n[p]));
                    n[p]--;
                }
            }
            n[q]--;
        }
    }

    OccupationBasis basis() {
        return basis;
    }

    /** The matrix of the species' own part. */
    SparseRows own() {
        return own;
    }

    /** The hops by which the other species acts. */
    Hops hops() {
        return hops;
    }

    /** Bytes of the tables. */
    long bytes() {
        return own.bytes() + hops.bytes() + 4L * basis.dimension() * basis.modes();
    }
}
