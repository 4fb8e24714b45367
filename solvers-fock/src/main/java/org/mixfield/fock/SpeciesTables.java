package org.mixfield.fock;

import java.util.Arrays;

/**
 * What H needs of one species with n particles: the sparse matrix of its own part, h + V/(2N), and the one-body
 * transitions ⟨I| b*_p b_r |J⟩ by which the other species acts on it. Immutable.
 *
 * <p>Modes are real, so that only the symmetric combinations E_pr = b*_p b_r + b*_r b_p (p &lt; r) and E_pp = b*_p b_p occur;
 * they are numbered by pairs p ≤ r.
 */
final class SpeciesTables {

    private final OccupationBasis basis;
    private final SparseRows own;
    private final int[] start;
    private final int[] state;
    private final int[] pair;
    private final double[] amplitude;

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
        int d = basis.dimension();
        int most = d * modes * modes;
        int[] start = new int[d + 1];
        int[] state = new int[most];
        int[] pair = new int[most];
        double[] amplitude = new double[most];
        int[] n = new int[modes];
        int count = 0;
        for (int i = 0; i < d; i++) {
            basis.occupations(i, n);
            for (int p = 0; p < modes; p++) {
                if (n[p] == 0) {
                    continue;
                }
                for (int r = 0; r < modes; r++) {
                    // ⟨I| b*_p b_r |J⟩ with J = I − e_p + e_r
                    amplitude[count] = p == r ? n[p] : Math.sqrt((double) n[p] * (n[r] + 1));
                    n[p]--;
                    n[r]++;
                    state[count] = basis.rank(n);
                    n[r]--;
                    n[p]++;
                    pair[count++] = pairIndex(p, r);
                }
            }
            start[i + 1] = count;
        }
        this.start = start;
        this.state = Arrays.copyOf(state, count);
        this.pair = Arrays.copyOf(pair, count);
        this.amplitude = Arrays.copyOf(amplitude, count);
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

    /** The matrix Σ x_a E_a over pairs a. */
    SparseRows oneBodyOperator(double[] x) {
        SparseRows.Builder rows = new SparseRows.Builder(basis.dimension());
        for (int i = 0; i < basis.dimension(); i++) {
            for (int entry = start[i]; entry < start[i + 1]; entry++) {
                rows.add(state[entry], x[pair[entry]] * amplitude[entry]);
            }
            rows.nextRow();
        }
        return rows.build();
    }

    /** y[I] += Σ_a (E_a s_a)[I] for complex vectors s_a, which follow one another in {@code s}. */
    void addPairSums(double[] s, double[] y, int yOffset) {
        int width = 2 * basis.dimension();
        for (int i = 0; i < basis.dimension(); i++) {
            double re = 0;
            double im = 0;
            for (int entry = start[i]; entry < start[i + 1]; entry++) {
                int at = pair[entry] * width + 2 * state[entry];
                re += amplitude[entry] * s[at];
                im += amplitude[entry] * s[at + 1];
            }
            y[yOffset + 2 * i] += re;
            y[yOffset + 2 * i + 1] += im;
        }
    }

    /** Number of table entries, for reports. */
    long entries() {
        return (long) own.entries() + amplitude.length;
    }
}
