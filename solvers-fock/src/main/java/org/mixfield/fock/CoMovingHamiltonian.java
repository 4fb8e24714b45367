package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * H_t on the excitations of one sector, any number of particles whole or not. A product of operators is applied complete
 * and then projected: first everything that one or two operators annihilate, then, state by state, the small matrix
 * W(k_u, k_v) of {@link CoMovingCouplings}, then everything that is created. The states left by two annihilations are few, so
 * that most of the work is linear in the dimension. Scratch belongs to this object: one thread applies it at a time, and rows are
 * shared among the workers.
 */
final class CoMovingHamiltonian implements HermitianOperator {

    private static final int BLOCK = 64;

    private final ExcitationBasis basis;
    private final CoMovingCouplings couplings;
    private final Workers workers;
    private final int singles;
    private final int pairs;
    private final double[] none;
    private final double[] single;
    private final double[] pair;
    private final double[][] phi;
    private final double[][] chi;

    CoMovingHamiltonian(ExcitationBasis basis, CoMovingCouplings couplings, Workers workers) {
        this.basis = basis;
        this.couplings = couplings;
        this.workers = workers;
        this.singles = basis.excited();
        this.pairs = basis.pairs();
        this.none = new double[2 * basis.below(1)];
        this.single = new double[2 * basis.below(1) * singles];
        this.pair = new double[2 * basis.below(2) * pairs];
        this.phi = new double[workers.count()][2 * (1 + singles + pairs)];
        this.chi = new double[workers.count()][2 * (1 + singles + pairs)];
    }

    /** Bytes of its scratch. */
    static double bytes(int modesU, int modesV, int cutoff) {
        double excited = modesU + modesV - 2.0;
        return 16
                * (cutoff < 1
                        ? 0
                        : ExcitationBasis.dimension(modesU, modesV, cutoff - 1) * (1 + excited)
                                + (cutoff < 2
                                        ? 0
                                        : ExcitationBasis.dimension(modesU, modesV, cutoff - 2)
                                                * excited
                                                * (excited + 1)
                                                / 2));
    }

    /** Makes it the Hamiltonian of the sector with N₁ + {@code aboveU} and N₂ + {@code aboveV} particles. */
    void set(CoMovingTensors tensors, double aboveU, double aboveV) {
        couplings.set(tensors, aboveU, aboveV);
    }

    @Override
    public int dimension() {
        return basis.dimension();
    }

    @Override
    public void apply(double[] x, double[] y) {
        workers.run(basis.below(1), BLOCK, (worker, from, to) -> {
            for (int c = from; c < to; c++) {
                couple(x, c, phi[worker], chi[worker]);
            }
        });
        workers.run(basis.dimension(), BLOCK, (worker, from, to) -> {
            for (int s = from; s < to; s++) {
                double energy = couplings.diagonal(basis.particlesU(s), basis.particlesV(s));
                y[2 * s] = energy * x[2 * s];
                y[2 * s + 1] = energy * x[2 * s + 1];
                if (2 * s < none.length) {
                    y[2 * s] += none[2 * s];
                    y[2 * s + 1] += none[2 * s + 1];
                }
                basis.single().create(single, s, y);
                basis.pair().create(pair, s, y);
            }
        });
    }

    /** χ = W φ at one state, φ and χ split into halves of real and imaginary parts. */
    private void couple(double[] x, int c, double[] phi, double[] chi) {
        int ku = basis.particlesU(c);
        int kv = basis.particlesV(c);
        int width = couplings.width(ku + kv);
        int half = phi.length / 2;
        phi[0] = x[2 * c];
        phi[half] = x[2 * c + 1];
        basis.single().annihilate(x, c, phi, 1, half + 1);
        if (width > 1 + singles) {
            basis.pair().annihilate(x, c, phi, 1 + singles, half + 1 + singles);
        }
        java.util.Arrays.fill(chi, 0, width, 0);
        java.util.Arrays.fill(chi, half, half + width, 0);
        double[] re = couplings.re(ku, kv);
        double[] im = couplings.im(ku, kv);
        for (int alpha = 0; alpha < width; alpha++) {
            double a = phi[alpha];
            double b = phi[half + alpha];
            int from = alpha * width;
            int[] runs = couplings.runs(alpha);
            for (int run = 0; run < runs.length && runs[run] < width; run += 2) {
                int last = runs[run + 1];
                for (int beta = runs[run]; beta < last; beta++) {
                    chi[beta] += a * re[from + beta] - b * im[from + beta];
                    chi[half + beta] += a * im[from + beta] + b * re[from + beta];
                }
            }
        }
        none[2 * c] = chi[0];
        none[2 * c + 1] = chi[half];
        store(chi, half, 1, singles, single, c);
        if (width > 1 + singles) {
            store(chi, half, 1 + singles, pairs, pair, c);
        }
    }

    private static void store(double[] chi, int half, int from, int count, double[] target, int c) {
        int to = 2 * c * count;
        for (int i = 0; i < count; i++) {
            target[to + 2 * i] = chi[from + i];
            target[to + 2 * i + 1] = chi[half + from + i];
        }
    }
}
