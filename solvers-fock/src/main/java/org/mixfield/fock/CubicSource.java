package org.mixfield.fock;

/**
 * What drives the response: S = √N⟨[a, C + R]⟩ in the Gaussian state, in the modes. With ρ_pq = ⟨a*_q a_p⟩, m_pq = ⟨a_p a_q⟩ and
 * the elements of {@link CondensateElements},
 *
 * <pre>
 *   S_p = ν₁^{-½} Σ (X₁[pr,q] ρ_rq + X₁[qr,p] ρ_rq + X̄₁[pr,q] m_rq) + √ν₂ Σ (Y₁[pr,q] ρ_rq + Ȳ₁[pr,q] m_rq)
 *       + √ν₁ Σ Y₂[p,qs] ρ_sq + √ν₁ N(N₂/N − c₂) (V₁₂∗|v|² u)_p,
 * </pre>
 *
 * and likewise with the species exchanged, where the last term has N(N₁/N − c₁).
 */
final class CubicSource {

    private final CondensateElements elements;
    private final ParticleRatio ratio;
    private final int mu;
    private final int mv;
    private final int m;
    private final double[] source;

    CubicSource(CondensateElements elements, ParticleRatio ratio, int mu, int mv) {
        this.elements = elements;
        this.ratio = ratio;
        this.mu = mu;
        this.mv = mv;
        this.m = mu + mv;
        this.source = new double[2 * m];
    }

    /**
     * S of both species; owned by this object.
     *
     * @param density ρ, row by row, interleaved
     * @param pairs m
     */
    double[] of(double[] state, double[] density, double[] pairs) {
        java.util.Arrays.fill(source, 0);
        own(0, mu, 0, 1 / Math.sqrt(ratio.nu1()), density, pairs);
        own(1, mv, mu, 1 / Math.sqrt(ratio.nu2()), density, pairs);
        betweenU(density, pairs);
        betweenV(density, pairs);
        linear(0, mu, 0, Math.sqrt(ratio.nu1()) * ratio.excess(), state);
        linear(1, mv, mu, -Math.sqrt(ratio.nu2()) * ratio.excess(), state);
        return source;
    }

    private void own(int species, int n, int first, double factor, double[] density, double[] pairs) {
        double[] x = elements.own(species);
        for (int p = 0; p < n; p++) {
            for (int r = 0; r < n; r++) {
                for (int q = 0; q < n; q++) {
                    int at = 2 * ((first + r) * m + first + q);
                    int i = 2 * ((p * n + r) * n + q);
                    add(first + p, factor, x, i, density, at);
                    addConjugate(first + p, factor, x, i, pairs, at);
                    add(first + p, factor, x, 2 * ((q * n + r) * n + p), density, at);
                }
            }
        }
    }

    private void betweenU(double[] density, double[] pairs) {
        double[] x = elements.besideU();
        double[] y = elements.besideV();
        for (int p = 0; p < mu; p++) {
            for (int q = 0; q < mv; q++) {
                for (int r = 0; r < mu; r++) {
                    int i = 2 * ((p * mu + r) * mv + q);
                    int at = 2 * (r * m + mu + q);
                    add(p, Math.sqrt(ratio.nu2()), x, i, density, at);
                    addConjugate(p, Math.sqrt(ratio.nu2()), x, i, pairs, at);
                }
                for (int s = 0; s < mv; s++) {
                    add(
                            p,
                            Math.sqrt(ratio.nu1()),
                            y,
                            2 * ((p * mv + q) * mv + s),
                            density,
                            2 * ((mu + s) * m + mu + q));
                }
            }
        }
    }

    private void betweenV(double[] density, double[] pairs) {
        double[] x = elements.besideU();
        double[] y = elements.besideV();
        for (int q = 0; q < mv; q++) {
            for (int p = 0; p < mu; p++) {
                for (int s = 0; s < mv; s++) {
                    int i = 2 * ((p * mv + q) * mv + s);
                    add(mu + q, Math.sqrt(ratio.nu1()), y, i, density, 2 * ((mu + s) * m + p));
                    addConjugate(mu + q, Math.sqrt(ratio.nu1()), y, i, pairs, 2 * (p * m + mu + s));
                }
                for (int r = 0; r < mu; r++) {
                    add(mu + q, Math.sqrt(ratio.nu2()), x, 2 * ((p * mu + r) * mv + q), density, 2 * (r * m + p));
                }
            }
        }
    }

    private void linear(int species, int n, int first, double factor, double[] state) {
        double[] field = elements.fieldOfOther(species);
        for (int p = 0; p < n; p++) {
            for (int r = 0; r < n; r++) {
                source[2 * (first + p)] += factor * field[p * n + r] * state[2 * (first + r)];
                source[2 * (first + p) + 1] += factor * field[p * n + r] * state[2 * (first + r) + 1];
            }
        }
    }

    /** Adds f x_i z_at to entry p. */
    private void add(int p, double f, double[] x, int i, double[] z, int at) {
        source[2 * p] += f * (x[i] * z[at] - x[i + 1] * z[at + 1]);
        source[2 * p + 1] += f * (x[i] * z[at + 1] + x[i + 1] * z[at]);
    }

    /** Adds f x̄_i z_at to entry p. */
    private void addConjugate(int p, double f, double[] x, int i, double[] z, int at) {
        source[2 * p] += f * (x[i] * z[at] + x[i + 1] * z[at + 1]);
        source[2 * p + 1] += f * (x[i] * z[at + 1] - x[i + 1] * z[at]);
    }
}
