package org.mixfield.fock;

/** ⟨Σ h_pr a*_p a_r⟩ of a sector state for a one-body operator of one species in its moving basis. */
final class OneBodyEnergy {

    private final ExcitationBasis basis;
    private final int species;
    private final double[] left;
    private final double[] right;

    OneBodyEnergy(ExcitationBasis basis, int species) {
        this.basis = basis;
        this.species = species;
        this.left = new double[2 * basis.dimension()];
        this.right = new double[2 * basis.dimension()];
    }

    /**
     * The expectation value.
     *
     * @param h the operator, entry (p, r) at 2(p·m + r)
     * @param particles n of the species, whole or not
     */
    double of(double[] psi, double[] h, double particles) {
        int m = species == 0 ? basis.modesU() : basis.modesV();
        double sum = 0;
        for (int p = 0; p < m; p++) {
            annihilate(psi, p, particles, left);
            for (int r = 0; r <= p; r++) {
                annihilate(psi, r, particles, right);
                double re = 0;
                double im = 0;
                for (int k = 0; k < left.length; k += 2) {
                    re += left[k] * right[k] + left[k + 1] * right[k + 1];
                    im += left[k] * right[k + 1] - left[k + 1] * right[k];
                }
                double term = h[2 * (p * m + r)] * re - h[2 * (p * m + r) + 1] * im;
                sum += p == r ? term : 2 * term;
            }
        }
        return sum;
    }

    private void annihilate(double[] psi, int mode, double particles, double[] target) {
        if (mode > 0) {
            basis.single().annihilate(psi, species == 0 ? mode - 1 : basis.modesU() - 1 + mode - 1, target);
            return;
        }
        for (int s = 0; s < basis.dimension(); s++) {
            int k = species == 0 ? basis.particlesU(s) : basis.particlesV(s);
            double factor = Math.sqrt(Math.max(0, particles - k));
            target[2 * s] = factor * psi[2 * s];
            target[2 * s + 1] = factor * psi[2 * s + 1];
        }
    }
}
