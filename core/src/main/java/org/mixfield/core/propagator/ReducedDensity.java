package org.mixfield.core.propagator;

import org.apiguardian.api.API;
import org.mixfield.core.model.SpeciesName;

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

    /** Number of functions of a species. */
    public int modes(SpeciesName species) {
        return species == SpeciesName.U ? modesU : modesV;
    }

    /**
     * The one-body state that γ leaves to a species: Σ_j γ[(i,j),(p,j)] for u, Σ_i γ[(i,j),(i,q)] for v.
     *
     * @return interleaved and row-major, of the trace of γ
     */
    public double[] oneBody(SpeciesName species) {
        boolean first = species == SpeciesName.U;
        int m = modes(species);
        int others = first ? modesV : modesU;
        int step = first ? modesV : 1;
        int otherStep = first ? 1 : modesV;
        double[] state = new double[2 * m * m];
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < m; p++) {
                for (int j = 0; j < others; j++) {
                    int row = i * step + j * otherStep;
                    int column = p * step + j * otherStep;
                    int at = 2 * (row * size() + column);
                    state[2 * (i * m + p)] += matrix[at];
                    state[2 * (i * m + p) + 1] += matrix[at + 1];
                }
            }
        }
        return state;
    }
}
