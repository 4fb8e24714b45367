package org.mixfield.fock;

import java.util.Arrays;

/**
 * Computes rows of HX for {@link TwoModeHamiltonian}, strip by strip of their columns, with memory of its own. What is read of X is copied
 * out, shifted, which lets the loops vectorise; the copies of the rows around are kept from row to row.
 */
final class TwoModeStrip {

    private static final int REACH = TwoModeStencil.REACH;
    private static final int SPAN = 2 * REACH + 1;
    private static final int[] FIRST = {0, 1, 2};

    private final TwoModeStencil stencil;
    /** Row r at r mod 5, as it is; at r mod 3, shifted by one to either side. */
    private final double[][] near;

    private final double[][] below;
    private final double[][] above;
    private final double[] far;
    private final double[] hopped;
    private final double[] factor;
    private final double[] sum;
    private final int[] places = new int[SPAN];
    private final double[] weights = new double[SPAN];
    private final double[][] diagonal = new double[3][];

    TwoModeStrip(TwoModeStencil stencil) {
        this.stencil = stencil;
        double[][] all = RowSums.rows(SPAN + 10, stencil.part());
        this.near = Arrays.copyOf(all, SPAN);
        this.below = Arrays.copyOfRange(all, SPAN, SPAN + 3);
        this.above = Arrays.copyOfRange(all, SPAN + 3, SPAN + 6);
        this.far = all[SPAN + 6];
        this.hopped = all[SPAN + 7];
        this.factor = all[SPAN + 8];
        this.sum = all[SPAN + 9];
    }

    /** Writes rows {@code from} to below {@code to} of HX to Y. */
    void set(int from, int to, double[] x, double[] y) {
        for (int first = 0; first < stencil.width(); first += stencil.part()) {
            int length = Math.min(stencil.part(), stencil.width() - first);
            for (int row = from - REACH; row < from + REACH; row++) {
                takeAhead(x, row, first, length);
            }
            for (int i = from; i < to; i++) {
                takeAhead(x, i + REACH, first, length);
                setPart(i, x, first, length);
                System.arraycopy(sum, 0, y, i * stencil.width() + first, length);
            }
        }
    }

    /** Takes a row, and the one before it shifted. */
    private void takeAhead(double[] x, int row, int first, int length) {
        take(x, row, first, length, near[Math.floorMod(row, SPAN)]);
        take(x, row - 1, first - 2, length, below[Math.floorMod(row - 1, 3)]);
        take(x, row - 1, first + 2, length, above[Math.floorMod(row - 1, 3)]);
    }

    private void setPart(int i, double[] x, int first, int length) {
        int part = first / stencil.part();
        for (int k = -REACH; k <= REACH; k++) {
            places[REACH + k] = Math.floorMod(i + k, SPAN);
            weights[REACH + k] = stencil.ownU(i, k);
        }
        RowSums.combine(weights, places, 0, SPAN, near, sum, length);
        weights[0] = 1;
        weights[1] = stencil.diagonal(i, 0);
        weights[2] = stencil.diagonal(i, 1);
        diagonal[0] = stencil.ownV(part, 0);
        diagonal[1] = stencil.line(part, TwoModeStencil.PARTICLES);
        diagonal[2] = stencil.line(part, TwoModeStencil.PARTICLES + 1);
        RowSums.combine(weights, FIRST, 0, 3, diagonal, factor, length);
        RowSums.addProduct(factor, near[places[REACH]], sum, length);
        addHops(1, i, near[places[1]], near[places[3]], stencil.line(part, TwoModeStencil.BESIDE_HOP), length);
        addShifted(i, below, stencil.ownV(part, -1), stencil.line(part, TwoModeStencil.FROM_BELOW), length);
        addShifted(i, above, stencil.ownV(part, 1), stencil.line(part, TwoModeStencil.FROM_ABOVE), length);
        for (int l = -REACH; l <= REACH; l += 2 * REACH) {
            take(x, i, first + 2 * l, length, far);
            RowSums.addProduct(stencil.ownV(part, l), far, sum, length);
        }
    }

    /** Adds what the next state of species v brings. */
    private void addShifted(int i, double[][] shifted, double[] own, double[] hop, int length) {
        RowSums.combine(1, own, stencil.besideHop(i), hop, factor, length);
        RowSums.addProduct(factor, shifted[Math.floorMod(i, 3)], sum, length);
        addHops(stencil.hops(), i, shifted[Math.floorMod(i - 1, 3)], shifted[Math.floorMod(i + 1, 3)], hop, length);
    }

    /** Adds e · line · F_i. */
    private void addHops(double e, int i, double[] before, double[] after, double[] line, int length) {
        RowSums.combine(e * stencil.hopU(i, -1), before, e * stencil.hopU(i, 1), after, hopped, length);
        RowSums.addProduct(line, hopped, sum, length);
    }

    /** Copies a part of a row of X, with zeros where there is no such row or state. */
    private void take(double[] x, int row, int first, int length, double[] target) {
        int from = Math.max(0, -first);
        int to = Math.min(length, stencil.width() - first);
        if (row < 0 || row >= stencil.rows() || from >= to) {
            Arrays.fill(target, 0, length, 0);
            return;
        }
        Arrays.fill(target, 0, from, 0);
        System.arraycopy(x, row * stencil.width() + first + from, target, from, to - from);
        Arrays.fill(target, to, length, 0);
    }
}
