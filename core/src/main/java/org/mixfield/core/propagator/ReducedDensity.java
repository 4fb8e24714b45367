package org.mixfield.core.propagator;

import org.apiguardian.api.API;

/**
 * The reduced density operator with one particle of each species, (3.1), in a basis φ_i ⊗ χ_j: the matrix
 * γ[(i,j),(p,q)] = ⟨b*_p c*_q b_i c_j⟩ / ⟨𝒩⊗𝒩⟩, Hermitian, of trace 1.
 *
 * @param modesU number of functions φ
 * @param modesV number of functions χ
 * @param matrix interleaved, row-major, row i·modesV + j and column p·modesV + q; not to be written to
 */
@API(status = API.Status.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent")
public record ReducedDensity(int modesU, int modesV, double[] matrix) {
    public ReducedDensity {
        int n = modesU * modesV;
        if (matrix.length != 2 * n * n) {
            throw new IllegalArgumentException("a " + n + " by " + n + " complex matrix is expected");
        }
    }

    /** Rows of the matrix, modesU·modesV. */
    public int size() {
        return modesU * modesV;
    }
}
