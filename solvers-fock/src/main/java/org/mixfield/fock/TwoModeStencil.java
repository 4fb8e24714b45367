package org.mixfield.fock;

/**
 * The coefficients of {@link TwoModeHamiltonian}. With X_i^l row i of X shifted: state j has the amplitude of j + l; m_0, m_1 the
 * particles of species v in its modes, and ⟨i|E|i±1⟩ and ⟨j|E|j±1⟩ the hops E = b*_0 b_1 + b*_1 b_0 of both,
 *
 * <pre>
 *   (HX)_i = Σ_k ⟨i|H₁|i+k⟩ X_{i+k} + Σ_l ⟨·|H₂|·+l⟩ X_i^l
 *          + (f_0 m_0 + f_1 m_1) X_i + (e_0 m_0 + e_1 m_1) F_i + Σ_{l=±1} ⟨·|E|·+l⟩ (f X_i^l + e F_i^l),    F_i = Σ_{k=±1} ⟨i|E|i+k⟩ X_{i+k}.
 * </pre>
 *
 * Immutable.
 */
final class TwoModeStencil {

    /** Numbers of a part of a row, at most: what is done with one stays in the nearest caches. */
    private static final int PART = 512;

    /** How far H₁ and H₂ reach. */
    static final int REACH = 2;

    /** Lines of coefficients, one for each state of species v: after ⟨j|H₂|j+l⟩ from l = −2 on, ⟨j|E|j−1⟩. */
    static final int FROM_BELOW = 2 * REACH + 1;

    /** ⟨j|E|j+1⟩. */
    static final int FROM_ABOVE = FROM_BELOW + 1;

    /** m_0, and m_1 next to it. */
    static final int PARTICLES = FROM_ABOVE + 1;

    /** e_0 m_0 + e_1 m_1. */
    static final int BESIDE_HOP = PARTICLES + 2;

    private static final int LINES = BESIDE_HOP + 1;

    private static final int EQUAL_0 = SpeciesTables.pairIndex(0, 0);
    private static final int CROSS = SpeciesTables.pairIndex(0, 1);
    private static final int EQUAL_1 = SpeciesTables.pairIndex(1, 1);

    private final int particlesU;
    private final int width;
    private final double[][] ownU = new double[2 * REACH + 1][];
    private final double[][] w;
    private final double coupling;
    private final double[][][] lines;

    /**
     * Coefficients of a sector.
     *
     * @param between W
     * @param coupling 1/(N₁+N₂)
     */
    TwoModeStencil(SpeciesTables u, SpeciesTables v, LowRank between, double coupling) {
        this.particlesU = u.basis().particles();
        this.width = 2 * v.basis().dimension();
        this.w = between.tensor();
        this.coupling = coupling;
        for (int k = -REACH; k <= REACH; k++) {
            ownU[REACH + k] = u.own().diagonal(k);
        }
        this.lines = new double[(width + part() - 1) / part()][][];
        for (int part = 0; part < lines.length; part++) {
            lines[part] = RowSums.rows(LINES, part());
        }
        for (int l = -REACH; l <= REACH; l++) {
            double[] own = v.own().diagonal(l);
            for (int j = 0; j < own.length; j++) {
                put(REACH + l, j, own[j]);
            }
        }
        int n = v.basis().particles();
        for (int j = 0; j <= n; j++) {
            put(FROM_BELOW, j, hop(n, j, -1));
            put(FROM_ABOVE, j, hop(n, j, 1));
            put(PARTICLES, j, n - j);
            put(PARTICLES + 1, j, j);
            put(BESIDE_HOP, j, coupling * ((n - j) * w[CROSS][EQUAL_0] + j * w[CROSS][EQUAL_1]));
        }
    }

    private void put(int line, int j, double value) {
        double[] target = lines[2 * j / part()][line];
        target[2 * j % part()] = value;
        target[2 * j % part() + 1] = value;
    }

    /** ⟨i|E|i+k⟩ for k = ±1 of n particles; 0 at the ends of the line. */
    private static double hop(int n, int i, int k) {
        return k < 0 ? Math.sqrt((double) i * (n - i + 1)) : Math.sqrt((i + 1.0) * (n - i));
    }

    /** Rows of X. */
    int rows() {
        return particlesU + 1;
    }

    /** Numbers in a row of X. */
    int width() {
        return width;
    }

    /** Rows are worked on in parts of this many numbers. */
    int part() {
        return Math.min(PART, width);
    }

    /** ⟨i|H₁|i+k⟩. */
    double ownU(int i, int k) {
        return ownU[REACH + k][i];
    }

    /** ⟨i|E|i+k⟩ of species u, k = ±1. */
    double hopU(int i, int k) {
        return hop(particlesU, i, k);
    }

    /** f_q. */
    double diagonal(int i, int q) {
        return beside(i, q == 0 ? EQUAL_0 : EQUAL_1);
    }

    /** f. */
    double besideHop(int i) {
        return beside(i, CROSS);
    }

    private double beside(int i, int pair) {
        return coupling * ((particlesU - i) * w[EQUAL_0][pair] + i * w[EQUAL_1][pair]);
    }

    /** e. */
    double hops() {
        return coupling * w[CROSS][CROSS];
    }

    /** The coefficients of a part of a row, each twice: for real and imaginary parts. */
    double[] line(int part, int line) {
        return lines[part][line];
    }

    /** ⟨·|H₂|·+l⟩ of a part of a row. */
    double[] ownV(int part, int l) {
        return lines[part][REACH + l];
    }
}
