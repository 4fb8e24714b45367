package org.mixfield.fock;

/** How often the vectors of a Krylov space are computed. */
enum LanczosPasses {

    /** Once, all of them kept: up to {@value LanczosPropagator#MOST_VECTORS} and one more. */
    ONE,

    /**
     * Once for T and the error bound, and again for each state that is asked for: twice the work and more where one space
     * serves several outputs, in the memory of {@value KrylovMemory#TWO_PASS_VECTORS} vectors.
     */
    TWO
}
