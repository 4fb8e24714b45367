package org.mixfield.fock;

/** y = H x for complex vectors, interleaved. */
interface HermitianOperator {

    /** Length of a vector in complex numbers. */
    int dimension();

    /** Applies H; x is unchanged and y overwritten. */
    void apply(double[] x, double[] y);
}
