package org.mixfield.fock;

/**
 * Matrix elements between modes with one index given to the condensate, and what the Hartree system and the quadratic
 * Hamiltonian H + Q need of them:
 *
 * <pre>
 *   X₁[pr,q] = Σ_s V₁₁[pr,qs] u_s     X₂ likewise with V₂₂ and v
 *   Y₁[pr,q] = Σ_s V₁₂[pr,qs] v_s     p, r of species u     Y₂[p,qs] = Σ_r V₁₂[pr,qs] u_r     q, s of species v
 * </pre>
 */
final class CondensateElements {

    private final ModeTensors tensors;
    private final ParticleRatio ratio;
    private final int mu;
    private final int mv;
    private final double[] ownU;
    private final double[] ownV;
    private final double[] besideU;
    private final double[] besideV;
    private final double[][] fields;
    private final double[][] others;

    CondensateElements(ModeTensors tensors, ParticleRatio ratio) {
        this.tensors = tensors;
        this.ratio = ratio;
        this.mu = tensors.modesU();
        this.mv = tensors.modesV();
        this.ownU = new double[2 * mu * mu * mu];
        this.ownV = new double[2 * mv * mv * mv];
        this.besideU = new double[2 * mu * mu * mv];
        this.besideV = new double[2 * mu * mv * mv];
        this.fields = new double[][] {new double[mu * mu], new double[mv * mv]};
        this.others = new double[][] {new double[mu * mu], new double[mv * mv]};
    }

    /** X of a species, 0 for u and 1 for v: entry (pr, q) at 2((p·M + r)·M + q). */
    double[] own(int species) {
        return species == 0 ? ownU : ownV;
    }

    /** Y₁, entry (pr, q) at 2((p·M_u + r)·M_v + q). */
    double[] besideU() {
        return besideU;
    }

    /** Y₂, entry (p, qs) at 2((p·M_v + q)·M_v + s). */
    double[] besideV() {
        return besideV;
    }

    /** The Hartree operator of a species, h + V∗|·|² of its own and ν V₁₂∗|·|² of the other, row by row. */
    double[] field(int species) {
        return fields[species];
    }

    /** V₁₂∗|v|² between modes of u for species 0, V₁₂∗|u|² between modes of v for species 1. */
    double[] fieldOfOther(int species) {
        return others[species];
    }

    /** Takes the orbitals at the beginning of a state. */
    void take(double[] state) {
        contractLast(tensors.own()[0], state, 0, mu, ownU);
        contractLast(tensors.own()[1], state, 2 * mu, mv, ownV);
        contractLast(tensors.between(), state, 2 * mu, mv, besideU);
        java.util.Arrays.fill(besideV, 0);
        for (int p = 0; p < mu; p++) {
            for (int r = 0; r < mu; r++) {
                for (int i = 0; i < mv * mv; i++) {
                    double v = tensors.between()[(p * mu + r) * mv * mv + i];
                    besideV[2 * (p * mv * mv + i)] += v * state[2 * r];
                    besideV[2 * (p * mv * mv + i) + 1] += v * state[2 * r + 1];
                }
            }
        }
        field(0, mu, state, 0);
        field(1, mv, state, 2 * mu);
        otherFields(state);
        for (int i = 0; i < mu * mu; i++) {
            fields[0][i] += ratio.nu2() * others[0][i];
        }
        for (int i = 0; i < mv * mv; i++) {
            fields[1][i] += ratio.nu1() * others[1][i];
        }
    }

    /** Σ_s V[i·m + s] w_s for every i. */
    private static void contractLast(double[] tensor, double[] state, int orbital, int m, double[] result) {
        for (int i = 0; i < tensor.length / m; i++) {
            double re = 0;
            double im = 0;
            for (int s = 0; s < m; s++) {
                re += tensor[i * m + s] * state[orbital + 2 * s];
                im += tensor[i * m + s] * state[orbital + 2 * s + 1];
            }
            result[2 * i] = re;
            result[2 * i + 1] = im;
        }
    }

    /** h + Σ_qs V[pr,qs] ū_q u_s, which is real. */
    private void field(int species, int m, double[] state, int orbital) {
        double[] x = own(species);
        for (int i = 0; i < m * m; i++) {
            fields[species][i] = tensors.oneBody()[species][i] + overlap(x, i * m, state, orbital, m);
        }
    }

    private void otherFields(double[] state) {
        for (int i = 0; i < mu * mu; i++) {
            others[0][i] = overlap(besideU, i * mv, state, 2 * mu, mv);
        }
        java.util.Arrays.fill(others[1], 0);
        for (int p = 0; p < mu; p++) {
            for (int i = 0; i < mv * mv; i++) {
                int at = 2 * (p * mv * mv + i);
                others[1][i] += state[2 * p] * besideV[at] + state[2 * p + 1] * besideV[at + 1];
            }
        }
    }

    /** Re Σ_q ū_q x[from + q]. */
    private static double overlap(double[] x, int from, double[] state, int orbital, int m) {
        double sum = 0;
        for (int q = 0; q < m; q++) {
            sum += state[orbital + 2 * q] * x[2 * (from + q)] + state[orbital + 2 * q + 1] * x[2 * (from + q) + 1];
        }
        return sum;
    }

    /** Writes A and B of H + Q. */
    void quadratic(double[] state, QuadraticHamiltonian target) {
        int m = mu + mv;
        for (int species = 0; species < 2; species++) {
            int own = species == 0 ? mu : mv;
            int first = species == 0 ? 0 : mu;
            for (int p = 0; p < own; p++) {
                for (int q = 0; q < own; q++) {
                    int at = 2 * ((first + p) * m + first + q);
                    exchange(own(species), p, q, own, own, state, 2 * first, 1, target, at);
                    target.a()[at] += fields[species][p * own + q];
                }
            }
        }
        for (int p = 0; p < mu; p++) {
            for (int q = 0; q < mv; q++) {
                int at = 2 * (p * m + mu + q);
                int transposed = 2 * ((mu + q) * m + p);
                exchange(besideU, p, q, mu, mv, state, 0, ratio.between(), target, at);
                target.a()[transposed] = target.a()[at];
                target.a()[transposed + 1] = -target.a()[at + 1];
                target.b()[transposed] = target.b()[at];
                target.b()[transposed + 1] = target.b()[at + 1];
            }
        }
    }

    /** Writes A_pq = g Σ_r u_r X̄[pr,q] and B_pq = g Σ_r u_r X[pr,q], with r of m and q of n modes. */
    private static void exchange(
            double[] x,
            int p,
            int q,
            int m,
            int n,
            double[] state,
            int orbital,
            double g,
            QuadraticHamiltonian target,
            int at) {
        double ar = 0;
        double ai = 0;
        double br = 0;
        double bi = 0;
        for (int r = 0; r < m; r++) {
            int i = 2 * ((p * m + r) * n + q);
            double ur = state[orbital + 2 * r];
            double ui = state[orbital + 2 * r + 1];
            ar += ur * x[i] + ui * x[i + 1];
            ai += ui * x[i] - ur * x[i + 1];
            br += ur * x[i] - ui * x[i + 1];
            bi += ur * x[i + 1] + ui * x[i];
        }
        target.a()[at] = g * ar;
        target.a()[at + 1] = g * ai;
        target.b()[at] = g * br;
        target.b()[at + 1] = g * bi;
    }
}
