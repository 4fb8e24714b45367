package org.mixfield.fock;

/** A state of two parts as a matrix of amplitudes, a row for each state of the part that has fewer. */
interface Bipartition {

    /** Number of rows. */
    int rows();

    /** Writes ‖row‖² of every row. */
    void squares(double[] target);

    /** Writes ⟨row|row i⟩ for every i, interleaved. */
    void overlaps(int row, double[] target);
}
