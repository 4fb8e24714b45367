package org.mixfield.hartree;

import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;

/** Integrals over a grid, in blocks of fixed size whose order of addition does not depend on the number of workers. */
final class GridSums {

    private static final int BLOCK = 1 << 12;

    private final Workers workers;
    private final double cell;

    GridSums(Grid grid, Workers workers) {
        this.workers = workers;
        this.cell = grid.cellVolume();
    }

    /** ∫ab of real functions; Re⟨a|b⟩ of interleaved complex ones. */
    double inner(double[] a, double[] b) {
        double[] sums = new double[(a.length + BLOCK - 1) / BLOCK];
        workers.run(a.length, BLOCK, (worker, from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += a[i] * b[i];
            }
            sums[from / BLOCK] = sum;
        });
        return cell * total(sums);
    }

    /** ∫ w|ψ|² of a real function and an interleaved complex one. */
    double mean(double[] w, double[] psi) {
        double[] sums = new double[(w.length + BLOCK - 1) / BLOCK];
        workers.run(w.length, BLOCK, (worker, from, to) -> {
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += w[j] * (psi[2 * j] * psi[2 * j] + psi[2 * j + 1] * psi[2 * j + 1]);
            }
            sums[from / BLOCK] = sum;
        });
        return cell * total(sums);
    }

    double norm(double[] a) {
        return Math.sqrt(inner(a, a));
    }

    /** Divides by the norm. */
    void normalise(double[] psi) {
        scale(psi, 1 / norm(psi));
    }

    /** a ↦ factor·a. */
    void scale(double[] a, double factor) {
        workers.run(a.length, BLOCK, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                a[i] *= factor;
            }
        });
    }

    /** a ↦ own·a + factor·b. */
    void combine(double own, double[] a, double factor, double[] b) {
        workers.run(a.length, BLOCK, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                a[i] = own * a[i] + factor * b[i];
            }
        });
    }

    /** a ↦ a − Re⟨ψ|a⟩ψ, tangent to the unit sphere at ψ. */
    void makeTangent(double[] a, double[] psi) {
        combine(1, a, -inner(psi, a), psi);
    }

    private static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }
}
