package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * What is measured of a Gaussian state.
 *
 * @param numberU ⟨𝒩⊗I⟩
 * @param numberV ⟨I⊗𝒩⟩
 * @param numberUV ⟨𝒩⊗𝒩⟩ = ⟨𝒩⊗I⟩⟨I⊗𝒩⟩ + Σ|⟨b*_p c_q⟩|² + Σ|⟨b_p c_q⟩|², by Wick's theorem
 * @param coefficient lim N Tr|γ − P|
 * @param trace lim N Tr(γ − P), 0 but for errors of the propagation
 */
record GaussianMoments(double numberU, double numberV, double numberUV, double coefficient, double trace) {

    /** Rows of a block of moments that a worker makes at a time. */
    private static final int ROWS = 16;

    /** A block of second moments between some modes of u and all of v. */
    @FunctionalInterface
    private interface Block {
        void make(
                GaussianLayout layout, double[] state, int row, int rowEnd, int column, int columnEnd, double[] block);
    }

    static GaussianMoments of(GaussianLayout layout, ParticleRatio ratio, double[] state, Workers workers) {
        double u = 0;
        double v = 0;
        for (int k = 0; k < layout.modes(); k++) {
            int hole = layout.hole(k);
            u += square(state, hole, layout.modesU());
            v += square(state, hole + 2 * layout.modesU(), layout.modesV());
        }
        double[] exchange = between(GaussianProducts::density, layout, state, workers);
        double[] pairs = between(GaussianProducts::pairs, layout, state, workers);
        double both = u * v + square(exchange, 0, exchange.length / 2) + square(pairs, 0, pairs.length / 2);
        LimitingDifference difference = new LimitingDifference(layout, ratio, state, pairs);
        return new GaussianMoments(u, v, both, difference.traceNorm(), difference.trace());
    }

    private static double square(double[] x, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + 2 * count; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    private static double[] between(Block kind, GaussianLayout layout, double[] state, Workers workers) {
        int columns = layout.modesV();
        double[] moments = new double[2 * layout.modesU() * columns];
        workers.run(layout.modesU(), ROWS, (worker, from, to) -> {
            double[] block = new double[2 * (to - from) * columns];
            kind.make(layout, state, from, to, layout.modesU(), layout.modes(), block);
            System.arraycopy(block, 0, moments, 2 * from * columns, block.length);
        });
        return moments;
    }

    /**
     * How far the transformation is from a symplectic one: the largest entry of U⁺U − V̄⁺V̄ − 1 and of UᵀV̄ − V̄ᵀU, between all
     * columns and up to 32 of them, evenly chosen.
     */
    static double symplecticDefect(GaussianLayout layout, double[] state, Workers workers) {
        int m = layout.modes();
        int chosen = Math.min(m, 32);
        double[] largest = new double[m];
        workers.run(m, ROWS, (worker, from, to) -> {
            for (int k = from; k < to; k++) {
                for (int i = 0; i < chosen; i++) {
                    int j = (int) ((long) i * m / chosen);
                    largest[k] = Math.max(largest[k], defect(layout, state, j, k));
                }
            }
        });
        double defect = 0;
        for (double value : largest) {
            defect = Math.max(defect, value);
        }
        return defect;
    }

    private static double defect(GaussianLayout layout, double[] state, int j, int k) {
        int xj = layout.particle(j);
        int yj = layout.hole(j);
        int xk = layout.particle(k);
        int yk = layout.hole(k);
        double re = j == k ? -1 : 0;
        double im = 0;
        double crossRe = 0;
        double crossIm = 0;
        for (int p = 0; p < 2 * layout.modes(); p += 2) {
            double a = state[xj + p];
            double b = state[xj + p + 1];
            double c = state[yj + p];
            double d = state[yj + p + 1];
            double xr = state[xk + p];
            double xi = state[xk + p + 1];
            double yr = state[yk + p];
            double yi = state[yk + p + 1];
            re += a * xr + b * xi - c * yr - d * yi;
            im += a * xi - b * xr - c * yi + d * yr;
            crossRe += a * yr - b * yi - c * xr + d * xi;
            crossIm += a * yi + b * yr - c * xi - d * xr;
        }
        return Math.max(Math.hypot(re, im), Math.hypot(crossRe, crossIm));
    }
}
