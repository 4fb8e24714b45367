package org.mixfield.fock;

import java.util.stream.IntStream;

/**
 * Both species by brute force, sharing nothing with the engines: annihilation operators are Kronecker products of one-mode
 * matrices √k, restricted to at most so many particles of each species, where normal-ordered products are exact; H is the sum
 * over all its terms, one large sparse matrix; and e^{−iHt} is its Taylor series in short steps. A state is a vector over
 * both species together, interleaved.
 */
final class SecondQuantisation {

    private final int mu;
    private final int mv;
    private final int dimensionU;
    private final int dimensionV;
    private final int[] keptU;
    private final int[] keptV;
    private final int mostU;
    private final int mostV;
    private final SparseMatrix[] b;
    private final SparseMatrix[] c;
    private final SparseMatrix hamiltonian;

    /**
     * A mixture.
     *
     * @param n1 the parameter N₁ of the couplings
     * @param n2 N₂
     * @param mostU particles of species u that there is room for
     * @param mostV particles of species v
     */
    SecondQuantisation(ModeTensors t, int n1, int n2, int mostU, int mostV) {
        this.mu = t.modesU();
        this.mv = t.modesV();
        this.mostU = mostU;
        this.mostV = mostV;
        this.keptU = kept(mu, mostU);
        this.keptV = kept(mv, mostV);
        this.dimensionU = keptU.length;
        this.dimensionV = keptV.length;
        SparseMatrix[] u = annihilations(mu, mostU, keptU);
        SparseMatrix[] v = annihilations(mv, mostV, keptV);
        SparseMatrix oneU = SparseMatrix.identity(dimensionU);
        SparseMatrix oneV = SparseMatrix.identity(dimensionV);
        this.b = new SparseMatrix[mu];
        this.c = new SparseMatrix[mv];
        for (int i = 0; i < mu; i++) {
            b[i] = u[i].kronecker(oneV);
        }
        for (int j = 0; j < mv; j++) {
            c[j] = oneU.kronecker(v[j]);
        }
        SparseMatrix h = own(u, t.oneBody()[0], t.own()[0], n1).kronecker(oneV);
        h = h.plus(1, oneU.kronecker(own(v, t.oneBody()[1], t.own()[1], n2)));
        for (int p = 0; p < mu; p++) {
            for (int r = 0; r < mu; r++) {
                SparseMatrix partner = oneV.plus(-1, oneV);
                for (int q = 0; q < mv; q++) {
                    for (int s = 0; s < mv; s++) {
                        double element = t.between()[(p * mu + r) * mv * mv + q * mv + s];
                        partner = partner.plus(element, v[q].transposed().times(v[s]));
                    }
                }
                SparseMatrix pair = u[p].transposed().times(u[r]).kronecker(partner);
                h = h.plus(1.0 / (n1 + n2), pair);
            }
        }
        this.hamiltonian = h;
    }

    /** The numbers of the product states with at most so many particles, each mode having room for that many. */
    private static int[] kept(int modes, int most) {
        return IntStream.range(0, (int) Math.rint(Math.pow(most + 1, modes)))
                .filter(state -> {
                    int particles = 0;
                    for (int rest = state; rest > 0; rest /= most + 1) {
                        particles += rest % (most + 1);
                    }
                    return particles <= most;
                })
                .toArray();
    }

    private static SparseMatrix[] annihilations(int modes, int most, int[] kept) {
        SparseMatrix[] result = new SparseMatrix[modes];
        for (int i = 0; i < modes; i++) {
            SparseMatrix product = SparseMatrix.identity(1);
            for (int k = 0; k < modes; k++) {
                product = product.kronecker(k == i ? SparseMatrix.annihilation(most) : SparseMatrix.identity(most + 1));
            }
            result[i] = product.restricted(kept);
        }
        return result;
    }

    /** Σ h_pr a*_p a_r + 1/(2N) Σ V[pr,qs] a*_p a*_q a_s a_r. */
    private static SparseMatrix own(SparseMatrix[] a, double[] h, double[] v, int n) {
        int m = a.length;
        SparseMatrix sum = a[0].plus(-1, a[0]);
        for (int p = 0; p < m; p++) {
            for (int r = 0; r < m; r++) {
                sum = sum.plus(h[p * m + r], a[p].transposed().times(a[r]));
                for (int q = 0; q < m; q++) {
                    for (int s = 0; s < m; s++) {
                        SparseMatrix out = a[s].times(a[r]);
                        SparseMatrix in = a[q].times(a[p]).transposed();
                        sum = sum.plus(0.5 / n * v[(p * m + r) * m * m + q * m + s], in.times(out));
                    }
                }
            }
        }
        return sum;
    }

    int dimension() {
        return dimensionU * dimensionV;
    }

    /** W(√N₁u) ⊗ W(√N₂v) Ω but for the sectors that there is no room for: Kronecker products of one-mode coherent states. */
    double[] coherent(double[] u, int n1, double[] v, int n2) {
        return MeanFieldDistance.product(
                restricted(coherent(u, n1, mostU), keptU), restricted(coherent(v, n2, mostV), keptV));
    }

    private static double[] coherent(double[] orbital, int n, int most) {
        double[] product = {1, 0};
        for (int i = 0; i < orbital.length; i += 2) {
            double re = Math.sqrt(n) * orbital[i];
            double im = Math.sqrt(n) * orbital[i + 1];
            double[] mode = new double[2 * (most + 1)];
            mode[0] = Math.exp(-0.5 * (re * re + im * im));
            for (int k = 1; k <= most; k++) {
                mode[2 * k] = (re * mode[2 * k - 2] - im * mode[2 * k - 1]) / Math.sqrt(k);
                mode[2 * k + 1] = (re * mode[2 * k - 1] + im * mode[2 * k - 2]) / Math.sqrt(k);
            }
            product = MeanFieldDistance.product(product, mode);
        }
        return product;
    }

    private static double[] restricted(double[] x, int[] kept) {
        double[] part = new double[2 * kept.length];
        for (int k = 0; k < kept.length; k++) {
            part[2 * k] = x[2 * kept[k]];
            part[2 * k + 1] = x[2 * kept[k] + 1];
        }
        return part;
    }

    /** u^{⊗n₁} ⊗ v^{⊗n₂} = b*(u)^{n₁} c*(v)^{n₂} Ω / √(n₁! n₂!). */
    double[] factorised(double[] u, int n1, double[] v, int n2) {
        double[] psi = new double[2 * dimension()];
        psi[0] = 1;
        for (int k = 1; k <= n1; k++) {
            psi = created(b, u, psi, k);
        }
        for (int k = 1; k <= n2; k++) {
            psi = created(c, v, psi, k);
        }
        return psi;
    }

    private static double[] created(SparseMatrix[] a, double[] orbital, double[] psi, int k) {
        double[] sum = new double[psi.length];
        for (int i = 0; i < a.length; i++) {
            addTo(
                    sum,
                    orbital[2 * i] / Math.sqrt(k),
                    orbital[2 * i + 1] / Math.sqrt(k),
                    a[i].transposed().apply(psi));
        }
        return sum;
    }

    /** e^{−iHt}ψ; each step so short that no term of the series is much larger than the sum. */
    double[] evolve(double[] start, double t) {
        int steps = (int) Math.ceil(hamiltonian.largestRowSum() * t / 4);
        double[] psi = start.clone();
        for (int step = 0; step < steps; step++) {
            double[] term = psi.clone();
            double size = 1;
            for (int k = 1; size > 1e-19; k++) {
                double[] next = hamiltonian.apply(term);
                double factor = t / steps / k;
                size = 0;
                for (int i = 0; i < term.length; i += 2) {
                    term[i] = factor * next[i + 1];
                    term[i + 1] = -factor * next[i];
                    size = Math.max(size, Math.abs(term[i]) + Math.abs(term[i + 1]));
                }
                addTo(psi, 1, 0, term);
            }
        }
        return psi;
    }

    /** b_i ψ. */
    double[] b(int i, double[] psi) {
        return b[i].apply(psi);
    }

    /** c_j ψ. */
    double[] c(int j, double[] psi) {
        return c[j].apply(psi);
    }

    /** sum += (re + i im) x. */
    static void addTo(double[] sum, double re, double im, double[] x) {
        for (int i = 0; i < x.length; i += 2) {
            sum[i] += re * x[i] - im * x[i + 1];
            sum[i + 1] += re * x[i + 1] + im * x[i];
        }
    }
}
