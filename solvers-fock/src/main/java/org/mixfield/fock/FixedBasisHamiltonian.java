package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * H of one sector on its excitations in bases that stand still: to the Hamiltonian of moving bases comes back what their motion
 * took away,
 *
 * <pre>
 *   H = H_t + Σ_s Σ h_pr a*_p a_r,     h = R⁺h₁R of species u, R⁺h₂R of v,
 * </pre>
 *
 * each product projected complete; without the scalars h_00 n_s, so that numbers of order N do not hide those of order 1.
 */
final class FixedBasisHamiltonian implements HermitianOperator {

    private static final int BLOCK = 64;

    private final Moving moving;

    private final ExcitationBasis basis;
    private final double[][] h;
    private final double[] particles;
    private final Workers workers;
    private final double[] created;
    private final double[][] annihilated;

    /** y = H_t x. */
    @FunctionalInterface
    interface Moving {
        void apply(double[] x, double[] y);
    }

    /**
     * The Hamiltonian.
     *
     * @param moving H_t, set to the sector
     * @param h the mean-field operators of both species in their bases, entry (p, r) at 2(p·m + r)
     * @param particles n₁ and n₂
     */
    FixedBasisHamiltonian(Moving moving, ExcitationBasis basis, double[][] h, double[] particles, Workers workers) {
        this.moving = moving;
        this.basis = basis;
        this.h = h;
        this.particles = particles;
        this.workers = workers;
        this.created = new double[2 * basis.below(1) * basis.excited()];
        this.annihilated = new double[workers.count()][2 * basis.excited()];
    }

    /** The scalar that is left out, h_00 n₁ + h_00 n₂. */
    double dropped() {
        return h[0][0] * particles[0] + h[1][0] * particles[1];
    }

    @Override
    public int dimension() {
        return basis.dimension();
    }

    @Override
    public void apply(double[] x, double[] y) {
        moving.apply(x, y);
        workers.run(basis.below(1), BLOCK, (worker, from, to) -> {
            for (int c = from; c < to; c++) {
                basis.single().annihilate(x, c, annihilated[worker], 0, basis.excited());
                couple(0, x, c, annihilated[worker], y);
                couple(1, x, c, annihilated[worker], y);
            }
        });
        workers.run(basis.dimension(), BLOCK, (worker, from, to) -> {
            for (int s = from; s < to; s++) {
                double condensates = -h[0][0] * basis.particlesU(s) - h[1][0] * basis.particlesV(s);
                y[2 * s] += condensates * x[2 * s];
                y[2 * s + 1] += condensates * x[2 * s + 1];
                basis.single().create(created, s, y, 1);
            }
        });
    }

    /** At one state c, for i ≥ 1: χ_i = h_i0 √(n−k) x + Σ_j h_ij a_jx, to be created, and y += √(n−k) Σ_j h_0j a_jx. */
    private void couple(int species, double[] x, int c, double[] ax, double[] y) {
        double[] matrix = h[species];
        int m = species == 0 ? basis.modesU() : basis.modesV();
        int offset = species == 0 ? 0 : basis.modesU() - 1;
        int half = basis.excited();
        int k = species == 0 ? basis.particlesU(c) : basis.particlesV(c);
        double root = Math.sqrt(Math.max(0, particles[species] - k));
        // The condensate gives one particle up, or takes one: n − k is that of the state without the excitation.
        for (int p = 0; p < m; p++) {
            double re = 0;
            double im = 0;
            for (int j = 1; j < m; j++) {
                double a = matrix[2 * (p * m + j)];
                double b = matrix[2 * (p * m + j) + 1];
                double xr = ax[offset + j - 1];
                double xi = ax[half + offset + j - 1];
                re += a * xr - b * xi;
                im += a * xi + b * xr;
            }
            if (p == 0) {
                y[2 * c] += root * re;
                y[2 * c + 1] += root * im;
            } else {
                double a = root * matrix[2 * p * m];
                double b = root * matrix[2 * p * m + 1];
                int at = 2 * (c * basis.excited() + offset + p - 1);
                created[at] = re + a * x[2 * c] - b * x[2 * c + 1];
                created[at + 1] = im + a * x[2 * c + 1] + b * x[2 * c];
            }
        }
    }
}
