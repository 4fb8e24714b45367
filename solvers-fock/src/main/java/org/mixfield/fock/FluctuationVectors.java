package org.mixfield.fock;

/**
 * What b_i − √N₁u_i, c_j − √N₂v_j and their products make of a coherent start, in one number sector (m₁, m₂) and in the moving
 * bases, divided by its Poisson amplitude. From the states x_ab of the sectors (m₁+a, m₂+b), with f_s = √(1−k_s/(m_s+1)) and
 * i, j ≥ 1:
 *
 * <pre>
 *   B_0/√N₁ = f₁x₁₀ − x₀₀,                               B_i/√N₁ = a_i x₁₀/√(m₁+1),            C likewise from x₀₁
 *   BC_00/√(N₁N₂) = f₁(f₂x₁₁ − x₁₀) − (f₂x₀₁ − x₀₀),     BC_i0/√(N₁N₂) = a_i(f₂x₁₁ − x₁₀)/√(m₁+1),
 *   BC_ij/√(N₁N₂) = a_i d_j x₁₁/√((m₁+1)(m₂+1))
 * </pre>
 *
 * Differences are taken of the states, before anything is squared, so that no digits are lost for many particles.
 */
final class FluctuationVectors {

    private final ExcitationBasis basis;
    private final double[] scratch;
    private final double[] f1;
    private final double[] f2;

    FluctuationVectors(ExcitationBasis basis) {
        this.basis = basis;
        this.scratch = new double[2 * basis.dimension()];
        this.f1 = new double[basis.dimension()];
        this.f2 = new double[basis.dimension()];
    }

    /** Number of vectors: x₀₀, C_j, B_i and BC_ij, at (1+i)·(1+M_v) + 1+j with 0 for none. */
    static int count(int mu, int mv) {
        return (1 + mu) * (1 + mv);
    }

    /** Fills all the vectors of a term of the sum over sectors. */
    void fill(SectorLevel level, NumberPoints.Point point, MomentVectors vectors) {
        double more1 = level.weights().n1() + point.aboveU() + 1;
        double more2 = level.weights().n2() + point.aboveV() + 1;
        for (int s = 0; s < f1.length; s++) {
            f1[s] = Math.sqrt(Math.max(0, 1 - basis.particlesU(s) / more1));
            f2[s] = Math.sqrt(Math.max(0, 1 - basis.particlesV(s) / more2));
        }
        double[] x00 = level.state(point.x00());
        double[] x10 = level.state(point.x10());
        double[] x01 = level.state(point.x01());
        double[] x11 = level.state(point.x11());
        int mu = basis.modesU();
        int mv = basis.modesV();
        int all = basis.dimension();
        int one = basis.below(1);
        double root1 = 1 / Math.sqrt(more1);
        double root2 = 1 / Math.sqrt(more2);
        int row = 1 + mv;
        System.arraycopy(x00, 0, vectors.filling(0, all), 0, 2 * all);
        difference(f1, x10, x00, vectors.filling(row, all));
        difference(f2, x01, x00, vectors.filling(1, all));
        for (int i = 1; i < mu; i++) {
            annihilate(i - 1, x10, root1, vectors.filling((1 + i) * row, one));
        }
        for (int j = 1; j < mv; j++) {
            annihilate(mu - 1 + j - 1, x01, root2, vectors.filling(1 + j, one));
        }
        double[] corner = vectors.filling(row + 1, all);
        double[] c0 = vectors.filling(1, all);
        difference(f2, x11, x10, scratch);
        difference(f1, scratch, c0, corner);
        for (int i = 1; i < mu; i++) {
            annihilate(i - 1, scratch, root1, vectors.filling((1 + i) * row + 1, one));
        }
        difference(f1, x11, x01, scratch);
        for (int j = 1; j < mv; j++) {
            annihilate(mu - 1 + j - 1, scratch, root2, vectors.filling(row + 1 + j, one));
            for (int i = 1; i < mu; i++) {
                double[] target = vectors.filling((1 + i) * row + 1 + j, basis.below(2));
                basis.pair().annihilate(x11, SpeciesTables.pairIndex(i - 1, mu - 1 + j - 1), target);
                scale(target, root1 * root2);
            }
        }
    }

    /** ‖bbψ‖²/N₁² of species 0, Σ_ii' of its entries, or ‖ccψ‖²/N₂² of species 1. */
    double pairSquared(SectorLevel level, NumberPoints.Point point, int species) {
        double n = species == 0
                ? level.weights().n1() + point.aboveU()
                : level.weights().n2() + point.aboveV();
        double[] x0 = level.state(point.x00());
        double[] x1 = level.state(species == 0 ? point.x10() : point.x01());
        double[] x2 = level.state(species == 0 ? point.x20() : point.x02());
        double sum = 0;
        for (int s = 0; s < basis.dimension(); s++) {
            double f = Math.sqrt(Math.max(0, 1 - particles(s, species) / (n + 1)));
            double g = Math.sqrt(Math.max(0, 1 - particles(s, species) / (n + 2)));
            // f(g x₂ − x₁) − (f x₁ − x₀), in two small steps
            double re = f * (g * x2[2 * s] - x1[2 * s]) - (f * x1[2 * s] - x0[2 * s]);
            double im = f * (g * x2[2 * s + 1] - x1[2 * s + 1]) - (f * x1[2 * s + 1] - x0[2 * s + 1]);
            sum += re * re + im * im;
        }
        int modes = species == 0 ? basis.modesU() : basis.modesV();
        int offset = species == 0 ? 0 : basis.modesU() - 1;
        double[] twice = new double[2 * basis.dimension()];
        for (int i = 0; i < modes - 1; i++) {
            annihilate(offset + i, x2, 1 / Math.sqrt(n + 1), twice);
            annihilate(offset + i, x1, 1 / Math.sqrt(n + 1), scratch);
            for (int s = 0; s < basis.below(1); s++) {
                double g = Math.sqrt(Math.max(0, n + 1 - particles(s, species)) / (n + 2));
                sum += 2 * square(g * twice[2 * s] - scratch[2 * s], g * twice[2 * s + 1] - scratch[2 * s + 1]);
            }
            for (int j = 0; j <= i; j++) {
                basis.pair().annihilate(x2, SpeciesTables.pairIndex(offset + i, offset + j), twice);
                double both = 0;
                for (int s = 0; s < basis.below(2); s++) {
                    both += square(twice[2 * s], twice[2 * s + 1]);
                }
                sum += (i == j ? 1 : 2) * both / ((n + 1) * (n + 2));
            }
        }
        return sum;
    }

    private static double square(double re, double im) {
        return re * re + im * im;
    }

    private int particles(int state, int species) {
        return species == 0 ? basis.particlesU(state) : basis.particlesV(state);
    }

    /** target = f·x − y. */
    private static void difference(double[] f, double[] x, double[] y, double[] target) {
        for (int s = 0; s < f.length; s++) {
            target[2 * s] = f[s] * x[2 * s] - y[2 * s];
            target[2 * s + 1] = f[s] * x[2 * s + 1] - y[2 * s + 1];
        }
    }

    private void annihilate(int x, double[] psi, double factor, double[] target) {
        basis.single().annihilate(psi, x, target);
        scale(target, factor);
    }

    private static void scale(double[] x, double factor) {
        for (int k = 0; k < x.length; k++) {
            x[k] *= factor;
        }
    }
}
