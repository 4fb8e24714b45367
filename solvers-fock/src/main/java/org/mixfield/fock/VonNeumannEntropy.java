package org.mixfield.fock;

/** S(γ) = −Tr γ ln γ of a density matrix, in nats. */
final class VonNeumannEntropy {

    private VonNeumannEntropy() {}

    /**
     * The entropy. Eigenvalues that are 0 come with the rounding of the largest, 1e-16, each of which adds up to 4e-15; those
     * below 0 are left out.
     *
     * @param eigenvalues of the density matrix
     */
    static double of(double[] eigenvalues) {
        double sum = 0;
        for (double value : eigenvalues) {
            if (value > 0) {
                sum -= value * Math.log(value);
            }
        }
        return sum;
    }
}
