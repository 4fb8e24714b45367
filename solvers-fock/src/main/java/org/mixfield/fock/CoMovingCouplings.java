package org.mixfield.fock;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The co-moving Hamiltonian by excitations annihilated and created,
 *
 * <pre>
 *   H = E(k_u,k_v) + Σ_{βα} A_β⁺ W_βα(k_u,k_v) A_α,     A_∅ = 1,  A_x = a_x,  A_xy = a_x a_y,   x ≤ y of the L excited modes,
 * </pre>
 *
 * with k_u, k_v the particles of the state between annihilation and creation. W holds the matrix elements V' and what the
 * condensate modes contribute: √((n−k)(n−k−1)), √(n−k−1) or 1 for 2, 1 or 0 of its operators. Terms of order N cancel
 * between the interaction and the subtracted mean field; they are cancelled here, on paper:
 *
 * <pre>
 *   a*_i a_0:  √(n₁−k₁) {V₁₁'[i0,00] A₁ + V₁₂'[i0,00] A₂},     A₁ = (n₁−k₁−1)/N₁ − a₁₁,   A₂ = (n₂−k₂)/N − a₁₂
 *   a*_i a_j:  V₁₁'[ij,00] A₁ + V₁₂'[ij,00] A₂ + V₁₁'[i0,0j] (n₁−k₁−1)/N₁
 *   E = V₁(a(a−1)/(2N₁) + a e₁₁) + V₂(d(d−1)/(2N₂) + d e₂₂) + V₁₂(ad/N + a e₁₂ + d e₂₁),   a = n₁−N₁−k₁, d = n₂−N₂−k₂
 * </pre>
 *
 * and E misses a scalar, the same in every sector, {@link #dropped}. Written over by every {@link #set}.
 */
final class CoMovingCouplings {

    private static final int NONE = 0;
    private static final int ONE_U = 1;
    private static final int ONE_V = 2;
    private static final int TWO_U = 3;
    private static final int MIXED = 4;
    private static final int TWO_V = 5;

    private final int cutoff;
    private final int mu;
    private final int mv;
    private final int excited;
    private final int size;
    private final FrameWeights weights;
    private final int[] kind;
    private final int[] first;
    private final int[] second;
    private final int[][] runs;
    private final double[] base;
    private final double[] diagonal;
    private final double[][] re;
    private final double[][] im;
    private CoMovingTensors tensors;
    private boolean based;

    CoMovingCouplings(ExcitationBasis basis, FrameWeights weights, CoMovingTensors tensors) {
        this.cutoff = basis.cutoff();
        this.mu = basis.modesU();
        this.mv = basis.modesV();
        this.excited = basis.excited();
        this.size = 1 + excited + basis.pairs();
        this.weights = weights;
        this.tensors = tensors;
        this.kind = new int[size];
        this.first = new int[size];
        this.second = new int[size];
        int at = 1;
        for (int x = 0; x < excited; x++) {
            kind[at] = isU(x) ? ONE_U : ONE_V;
            first[at++] = mode(x);
        }
        for (int y = 0; y < excited; y++) {
            for (int x = 0; x <= y; x++) {
                kind[at] = isU(y) ? TWO_U : isU(x) ? MIXED : TWO_V;
                first[at] = mode(x);
                second[at++] = mode(y);
            }
        }
        this.runs = new int[size][];
        for (int alpha = 0; alpha < size; alpha++) {
            runs[alpha] = runsOf(alpha);
        }
        this.base = new double[2 * size * size];
        this.diagonal = new double[(cutoff + 1) * (cutoff + 1)];
        this.re = new double[cutoff * (cutoff + 1)][];
        this.im = new double[cutoff * (cutoff + 1)][];
        for (int ku = 0; ku < cutoff; ku++) {
            for (int kv = 0; ku + kv < cutoff; kv++) {
                int width = width(ku + kv);
                re[ku * (cutoff + 1) + kv] = new double[width * width];
                im[ku * (cutoff + 1) + kv] = new double[width * width];
            }
        }
    }

    private boolean isU(int x) {
        return x < mu - 1;
    }

    /** The mode of its species, from 1 on. */
    private int mode(int x) {
        return isU(x) ? x + 1 : x - (mu - 1) + 1;
    }

    /** Whether an operator of one kind and the adjoint of one of another stand together in H. */
    private static boolean meet(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return switch (high) {
            case TWO_U -> low == NONE || low == ONE_U || low == TWO_U;
            case MIXED -> low != TWO_U;
            case TWO_V -> low == NONE || low == ONE_V || low == TWO_V;
            default -> true;
        };
    }

    private int[] runsOf(int alpha) {
        IntStream.Builder ends = IntStream.builder();
        boolean inside = false;
        for (int beta = 0; beta <= size; beta++) {
            // Single operators end a run, as pairs may be missing.
            boolean meets = beta < size && meet(kind[alpha], kind[beta]);
            if (inside && (!meets || beta == 1 + excited)) {
                ends.add(beta);
                inside = false;
            }
            if (meets && !inside) {
                ends.add(beta);
                inside = true;
            }
        }
        return ends.build().toArray();
    }

    /** Where W_βα is not 0 by itself: from, to, from, to, … in β; a run ends with the single operators. */
    int[] runs(int alpha) {
        return runs[alpha];
    }

    /** Bytes that the couplings of one cutoff take. */
    static double bytes(double excited, int cutoff) {
        double singles = 1 + excited;
        double all = singles + excited * (excited + 1) / 2;
        return 16 * all * all * (1 + cutoff * (cutoff - 1.0) / 2) + 16 * singles * singles * cutoff;
    }

    /** Operators α that act where k particles are between: those of two need room for two more. */
    int width(int particles) {
        return particles <= cutoff - 2 ? size : 1 + excited;
    }

    /** E at k_u, k_v. */
    double diagonal(int ku, int kv) {
        return diagonal[ku * (cutoff + 1) + kv];
    }

    /** Re W_βα at α·width + β. */
    double[] re(int ku, int kv) {
        return re[ku * (cutoff + 1) + kv];
    }

    /** Im W_βα. */
    double[] im(int ku, int kv) {
        return im[ku * (cutoff + 1) + kv];
    }

    /** The couplings of the sector with N₁ + {@code aboveU} and N₂ + {@code aboveV} particles, whole numbers or not. */
    @SuppressWarnings("ReferenceEquality") // the same tensors serve sector after sector; others are another object
    void set(CoMovingTensors present, double aboveU, double aboveV) {
        if (!based || present != tensors) {
            tensors = present;
            fillBase();
            based = true;
        }
        for (int ku = 0; ku <= cutoff; ku++) {
            for (int kv = 0; ku + kv <= cutoff; kv++) {
                diagonal[ku * (cutoff + 1) + kv] = energy(aboveU - ku, aboveV - kv);
                if (ku + kv < cutoff) {
                    fill(aboveU - ku, aboveV - kv, width(ku + kv), re(ku, kv), im(ku, kv));
                }
            }
        }
    }

    private double energy(double a, double d) {
        double v1 = tensors.own()[0][0];
        double v2 = tensors.own()[1][0];
        double v12 = tensors.between()[0];
        return v1 * (a * (a - 1) / (2 * weights.n1()) + a * weights.e11())
                + v2 * (d * (d - 1) / (2 * weights.n2()) + d * weights.e22())
                + v12 * (a * d / weights.total() + a * weights.e12() + d * weights.e21());
    }

    /** The scalar that E misses. */
    static double dropped(CoMovingTensors tensors, FrameWeights w) {
        return tensors.own()[0][0] * (-0.5 * w.n1() - 0.5 + w.e11() * w.n1())
                + tensors.own()[1][0] * (-0.5 * w.n2() - 0.5 + w.e22() * w.n2())
                + tensors.between()[0] * (w.n1() * w.n2() / w.total() - w.a12() * w.n1() - w.a21() * w.n2());
    }

    /** W for n₁−k₁ = N₁+a, n₂−k₂ = N₂+d; a condensate that would become negative contributes 0. */
    private void fill(double a, double d, int width, double[] wRe, double[] wIm) {
        double leftU = Math.max(0, weights.n1() + a);
        double leftV = Math.max(0, weights.n2() + d);
        double lessU = Math.max(0, weights.n1() + a - 1);
        double lessV = Math.max(0, weights.n2() + d - 1);
        double[][] factor = new double[6][6];
        factor[ONE_U][ONE_V] = Math.sqrt(leftU * leftV);
        factor[TWO_U][NONE] = Math.sqrt(leftU * lessU);
        factor[TWO_U][ONE_U] = Math.sqrt(lessU);
        factor[TWO_U][TWO_U] = 1;
        factor[TWO_V][NONE] = Math.sqrt(leftV * lessV);
        factor[TWO_V][ONE_V] = Math.sqrt(lessV);
        factor[TWO_V][TWO_V] = 1;
        factor[MIXED][NONE] = Math.sqrt(leftU * leftV);
        factor[MIXED][ONE_U] = Math.sqrt(leftV);
        factor[MIXED][ONE_V] = Math.sqrt(leftU);
        factor[MIXED][MIXED] = 1;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                double f = factor[i][j] + factor[j][i];
                factor[i][j] = f;
                factor[j][i] = f;
            }
        }
        for (int alpha = 0; alpha < width; alpha++) {
            double[] ofKind = factor[kind[alpha]];
            for (int beta = 0; beta < width; beta++) {
                double f = ofKind[kind[beta]];
                wRe[alpha * width + beta] = f * base[2 * (alpha * size + beta)];
                wIm[alpha * width + beta] = f * base[2 * (alpha * size + beta) + 1];
            }
        }
        double n = weights.total();
        fillOneSpecies(
                0,
                (a - 1) / weights.n1() + weights.e11(),
                d / n + weights.e12(),
                Math.sqrt(leftU),
                lessU / weights.n1(),
                width,
                wRe,
                wIm);
        fillOneSpecies(
                1,
                (d - 1) / weights.n2() + weights.e22(),
                a / n + weights.e21(),
                Math.sqrt(leftV),
                lessV / weights.n2(),
                width,
                wRe,
                wIm);
    }

    /** a*_i a_0 and a*_i a_j of one species, from the fields beyond the mean ones, own and other. */
    private void fillOneSpecies(
            int species,
            double own,
            double other,
            double root,
            double exchange,
            int width,
            double[] wRe,
            double[] wIm) {
        int m = species == 0 ? mu : mv;
        int offset = species == 0 ? 0 : mu - 1;
        double[] v = tensors.own()[species];
        double[] w = tensors.between();
        for (int i = 1; i < m; i++) {
            int beta = offset + i;
            int direct = CoMovingTensors.at(m, i, 0, 0, 0);
            int across = species == 0 ? tensors.betweenAt(i, 0, 0, 0) : tensors.betweenAt(0, 0, i, 0);
            double linearRe = root * (own * v[direct] + other * w[across]);
            double linearIm = root * (own * v[direct + 1] + other * w[across + 1]);
            wRe[beta] = linearRe;
            wIm[beta] = linearIm;
            wRe[beta * width] = linearRe;
            wIm[beta * width] = -linearIm;
            for (int j = 1; j < m; j++) {
                int alpha = offset + j;
                direct = CoMovingTensors.at(m, i, j, 0, 0);
                across = species == 0 ? tensors.betweenAt(i, j, 0, 0) : tensors.betweenAt(0, 0, i, j);
                int swapped = CoMovingTensors.at(m, i, 0, 0, j);
                wRe[alpha * width + beta] = own * v[direct] + other * w[across] + exchange * v[swapped];
                wIm[alpha * width + beta] = own * v[direct + 1] + other * w[across + 1] + exchange * v[swapped + 1];
            }
        }
    }

    /** Coefficients of A_β⁺A_α, α ≤ β, but for the condensates; those of one species that have several are left 0. */
    private void fillBase() {
        Arrays.fill(base, 0);
        for (int beta = 1; beta < size; beta++) {
            for (int alpha = 0; alpha <= beta; alpha++) {
                int at = 2 * (alpha * size + beta);
                addBase(beta, alpha, at);
                int mirrored = 2 * (beta * size + alpha);
                base[mirrored] = base[at];
                base[mirrored + 1] = alpha == beta ? base[at + 1] : -base[at + 1];
            }
        }
    }

    private void addBase(int beta, int alpha, int at) {
        int p = first[beta];
        int q = second[beta];
        int r = first[alpha];
        int s = second[alpha];
        int from = kind[alpha];
        double coupling = 1 / weights.total();
        switch (kind[beta]) {
            case TWO_U -> addOwnPair(0, p, q, from == NONE || from == ONE_U || from == TWO_U, r, s, at);
            case TWO_V -> addOwnPair(1, p, q, from == NONE || from == ONE_V || from == TWO_V, r, s, at);
            case MIXED -> {
                switch (from) {
                    case NONE -> addBetween(coupling, p, 0, q, 0, at);
                    case ONE_U -> addBetween(coupling, p, r, q, 0, at);
                    case ONE_V -> addBetween(coupling, p, 0, q, r, at);
                    case MIXED -> addBetween(coupling, p, r, q, s, at);
                    default -> {}
                }
            }
            case ONE_V -> {
                if (from == ONE_U) {
                    // d*_q a*_0 d_0 a_r
                    addBetween(coupling, 0, r, p, 0, at);
                }
            }
            default -> {}
        }
    }

    /** The pair of a single operator is it and the condensate, that of none the condensate twice. */
    private void addOwnPair(int species, int p, int q, boolean together, int r, int s, int at) {
        if (!together) {
            return;
        }
        int m = species == 0 ? mu : mv;
        double[] v = tensors.own()[species];
        double orderings = (p == q ? 1 : 2) * (r == s ? 1 : 2);
        double coupling = orderings / (4 * (species == 0 ? weights.n1() : weights.n2()));
        int direct = CoMovingTensors.at(m, p, r, q, s);
        int exchanged = CoMovingTensors.at(m, p, s, q, r);
        base[at] += coupling * (v[direct] + v[exchanged]);
        base[at + 1] += coupling * (v[direct + 1] + v[exchanged + 1]);
    }

    private void addBetween(double coupling, int p, int r, int q, int s, int at) {
        int from = tensors.betweenAt(p, r, q, s);
        base[at] += coupling * tensors.between()[from];
        base[at + 1] += coupling * tensors.between()[from + 1];
    }
}
