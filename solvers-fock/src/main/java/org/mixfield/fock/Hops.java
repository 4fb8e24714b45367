package org.mixfield.fock;

import java.util.Arrays;

/**
 * The hops ⟨I| b*_p b_r |J⟩, p ≠ r, of one particle of a species from mode to mode, by I. Modes are real, so that a hop and
 * its reverse always have the same factor: hops of a pair {p, r} stand next to each other. Immutable.
 */
final class Hops {

    private final int[] start;
    private final int[] place;
    private final double[] amplitude;

    Hops(OccupationBasis basis) {
        int modes = basis.modes();
        int d = basis.dimension();
        int most = d * modes * (modes - 1);
        this.start = new int[d + 1];
        int[] places = new int[most];
        double[] amplitudes = new double[most];
        int[] n = new int[modes];
        int count = 0;
        for (int i = 0; i < d; i++) {
            basis.occupations(i, n);
            for (int high = 1; high < modes; high++) {
                for (int low = 0; low < high; low++) {
                    for (int turn = 0; turn < 2; turn++) {
                        int p = turn == 0 ? high : low;
                        int r = turn == 0 ? low : high;
                        if (n[p] > 0) {
                            // J = I − e_p + e_r
                            amplitudes[count] = Math.sqrt((double) n[p] * (n[r] + 1));
                            n[p]--;
                            n[r]++;
                            places[count++] = pair(low, high) * d + basis.rank(n);
                            n[r]--;
                            n[p]++;
                        }
                    }
                }
            }
            start[i + 1] = count;
        }
        this.place = Arrays.copyOf(places, count);
        this.amplitude = Arrays.copyOf(amplitudes, count);
    }

    /** Number of pairs of different modes. */
    static int pairs(int modes) {
        return modes * (modes - 1) / 2;
    }

    /** The number of the pair {low, high}. */
    static int pair(int low, int high) {
        return high * (high - 1) / 2 + low;
    }

    /** The first hop to state I; those before the first of I + 1 lead there. */
    int first(int i) {
        return start[i];
    }

    /** The pair of modes of a hop. */
    int pair(int hop) {
        return place[hop] / (start.length - 1);
    }

    /** The state J that a hop comes from. */
    int from(int hop) {
        return place[hop] % (start.length - 1);
    }

    /** ⟨I| b*_p b_r |J⟩ of a hop. */
    double amplitude(int hop) {
        return amplitude[hop];
    }

    /**
     * y[I] += s[I] + Σ ⟨I| b*_p b_r |J⟩ s_{pr}[J] over all hops, for complex vectors s_a of all pairs and s, which follow one
     * another in {@code vectors}.
     */
    void addAll(double[] vectors, double[] y, int at) {
        int d = start.length - 1;
        int own = vectors.length - 2 * d;
        int hop = 0;
        for (int i = 0; i < d; i++) {
            double re = vectors[own + 2 * i];
            double im = vectors[own + 2 * i + 1];
            for (int end = start[i + 1]; hop < end; hop++) {
                int from = 2 * place[hop];
                double a = amplitude[hop];
                re += a * vectors[from];
                im += a * vectors[from + 1];
            }
            y[at + 2 * i] += re;
            y[at + 2 * i + 1] += im;
        }
    }

    /** Bytes of the tables. */
    long bytes() {
        return 12L * place.length + 4L * start.length;
    }
}
