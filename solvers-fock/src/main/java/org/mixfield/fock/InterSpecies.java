package org.mixfield.fock;

import org.jspecify.annotations.Nullable;

/**
 * The part of H that couples the species, W X = 1/(N₁+N₂) Σ_ab W_ab E_a X E_bᵀ over pairs of modes a of species u and b of
 * species v, laid out for rows of the amplitude matrix X. Pairs of different modes and pairs of equal modes are kept apart: the
 * latter only multiply, by occupations. Immutable.
 *
 * <p>A row of X gives <em>channels</em>, number 0 the row itself and number 1 + a the row F_a = (E_a X)[i]; {@link #mixing}
 * sums them for each pair b of different modes, or, where the rank of W is so small that it pays, for each of its singular
 * vectors, and {@link #unmixing} takes these to the pairs b.
 */
final class InterSpecies {

    /** Numbers of the channels of a part: 32 KiB, so that they stay in the first-level cache. */
    private static final int CACHED = 4096;

    private static final int LEAST_PART = 128;
    static final int MOST_PART = 512;

    /** Elements below this part of the largest are rounding. */
    private static final double ROUNDING = 1e-16;

    private final double coupling;
    private final boolean vanishes;
    private final double[][] w;
    private final double[][] mixing;
    private final @Nullable SparseRows unmixing;
    private final SpeciesTables v;
    private final int[] crossU;
    private final int part;
    private final double[][][] multipliers;
    private final double[][][] occupations;

    /**
     * Tables for one number of particles of species v.
     *
     * @param between W, and its singular values and vectors
     * @param coupling 1/(N₁+N₂)
     */
    InterSpecies(LowRank between, int modesU, SpeciesTables v, double coupling) {
        this.coupling = coupling;
        this.vanishes = between.rank() == 0;
        this.v = v;
        this.crossU = crossPairs(modesU);
        this.w = cleared(between.tensor());
        int pairsU = Hops.pairs(modesU);
        int[] crossV = crossPairs(v.basis().modes());
        int pairsV = crossV.length;
        boolean factorised = (double) between.rank() * (1 + pairsU + pairsV) < (1.0 + pairsU) * pairsV;
        this.mixing = factorised ? between.left().toArray(double[][]::new) : columns(w, crossV);
        this.unmixing = factorised ? unmixing(between, crossV) : null;
        this.part = Math.min(width(), Math.max(LEAST_PART, Math.min(MOST_PART, CACHED / (1 + pairsU) / 16 * 16)));
        this.occupations = occupations(v.basis());
        this.multipliers = multipliers();
    }

    private static double[][] cleared(double[][] tensor) {
        double largest = 0;
        for (double[] row : tensor) {
            for (double element : row) {
                largest = Math.max(largest, Math.abs(element));
            }
        }
        double[][] cleared = new double[tensor.length][];
        for (int a = 0; a < tensor.length; a++) {
            cleared[a] = tensor[a].clone();
            for (int b = 0; b < cleared[a].length; b++) {
                if (Math.abs(cleared[a][b]) <= ROUNDING * largest) {
                    cleared[a][b] = 0;
                }
            }
        }
        return cleared;
    }

    /** The numbers that pairs of different modes have among all pairs. */
    private static int[] crossPairs(int modes) {
        int[] numbers = new int[Hops.pairs(modes)];
        for (int high = 1; high < modes; high++) {
            for (int low = 0; low < high; low++) {
                numbers[Hops.pair(low, high)] = SpeciesTables.pairIndex(low, high);
            }
        }
        return numbers;
    }

    /** W[·, b] for each pair b of different modes. */
    private static double[][] columns(double[][] w, int[] crossV) {
        double[][] columns = new double[crossV.length][w.length];
        for (int b = 0; b < crossV.length; b++) {
            for (int a = 0; a < w.length; a++) {
                columns[b][a] = w[a][crossV[b]];
            }
        }
        return columns;
    }

    private static SparseRows unmixing(LowRank between, int[] crossV) {
        SparseRows.Builder rows = new SparseRows.Builder(crossV.length, between.rank());
        for (int b : crossV) {
            for (int r = 0; r < between.rank(); r++) {
                rows.add(r, between.right().get(r)[b]);
            }
            rows.nextRow();
        }
        return rows.build();
    }

    /**
     * For each part of a row and each mode of species v the numbers of particles there, twice: for real and imaginary parts.
     */
    private double[][][] occupations(OccupationBasis basis) {
        double[][][] occupations = new double[(width() + part - 1) / part][basis.modes()][];
        for (int q = 0; q < basis.modes(); q++) {
            double[] all = new double[width()];
            for (int k = 0; k < all.length; k++) {
                all[k] = basis.occupation(k / 2, q);
            }
            double[][] parts = inParts(all);
            for (int k = 0; k < parts.length; k++) {
                occupations[k][q] = parts[k];
            }
        }
        return occupations;
    }

    /** Σ_q W[a, qq] m_q / (N₁+N₂) for each pair a of different modes of species u; empty where that vanishes. */
    private double[][][] multipliers() {
        double[][][] multipliers = new double[crossU.length][][];
        for (int a = 0; a < crossU.length; a++) {
            double[] sum = new double[width()];
            boolean vanishes = true;
            for (int q = 0; q < v.basis().modes(); q++) {
                double element = coupling * w[crossU[a]][SpeciesTables.pairIndex(q, q)];
                for (int k = 0; element != 0 && k < sum.length; k++) {
                    sum[k] += element * v.basis().occupation(k / 2, q);
                }
                vanishes &= element == 0;
            }
            multipliers[a] = vanishes ? new double[0][] : inParts(sum);
        }
        return multipliers;
    }

    private double[][] inParts(double[] row) {
        double[][] parts = new double[(row.length + part - 1) / part][];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = java.util.Arrays.copyOfRange(row, k * part, Math.min(row.length, (k + 1) * part));
        }
        return parts;
    }

    /** Rows are worked on in parts of this many numbers. */
    int part() {
        return part;
    }

    /** Whether the species do not act on each other. */
    boolean vanishes() {
        return vanishes;
    }

    /** Bytes of the tables that grow with the number of particles. */
    double bytes() {
        double rows = v.basis().modes();
        for (double[][] multiplier : multipliers) {
            rows += multiplier.length > 0 ? 1 : 0;
        }
        return 8 * rows * width();
    }

    /** Numbers in a row of X. */
    int width() {
        return 2 * v.basis().dimension();
    }

    /** The hops of species v. */
    Hops hops() {
        return v.hops();
    }

    /** Pairs of different modes of species v. */
    int pairsV() {
        return Hops.pairs(v.basis().modes());
    }

    /** How many sums over channels there are: one for each pair b, or for each singular vector. */
    int sums() {
        return mixing.length;
    }

    /** The weight of n_p x[i] in a sum, with 1/(N₁+N₂). */
    double equalMixing(int sum, int p) {
        return coupling * mixing[sum][SpeciesTables.pairIndex(p, p)];
    }

    /** The weight of F_a in a sum, a pair a of different modes of species u, with 1/(N₁+N₂). */
    double crossMixing(int sum, int a) {
        return coupling * mixing[sum][crossU[a]];
    }

    /** From the sums to the pairs b of different modes; null where they are the same. */
    @Nullable
    SparseRows unmixing() {
        return unmixing;
    }

    /**
     * Σ_q W[a, qq] m_q/(N₁+N₂) for each number of a row, a pair a of different modes, by parts; empty where that vanishes.
     */
    double[][] multiplier(int a) {
        return multipliers[a];
    }

    /** m_q for each mode q and each number of a part of a row. */
    double[][] occupations(int k) {
        return occupations[k];
    }

    /** Number of modes of species v. */
    int modesV() {
        return v.basis().modes();
    }

    /** W[pp, qq]/(N₁+N₂). */
    double diagonal(int p, int q) {
        return coupling * w[SpeciesTables.pairIndex(p, p)][SpeciesTables.pairIndex(q, q)];
    }
}
