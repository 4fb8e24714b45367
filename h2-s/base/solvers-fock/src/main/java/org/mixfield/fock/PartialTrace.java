package org.mixfield.fock;

import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.ReducedDensity;

/** The one-body states that γ^(1,1) leaves to each species: Σ_j γ[(i,j),(p,j)] on u, Σ_i γ[(i,j),(i,q)] on v. */
final class PartialTrace {

    private PartialTrace() {}

    /** The state of a species, interleaved and row-major, of the trace of γ. */
    static double[] on(SpeciesName species, ReducedDensity density) {
        boolean first = species == SpeciesName.U;
        int m = first ? density.modesU() : density.modesV();
        int others = first ? density.modesV() : density.modesU();
        int step = first ? density.modesV() : 1;
        int otherStep = first ? 1 : density.modesV();
        double[] gamma = density.matrix();
        double[] state = new double[2 * m * m];
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < m; p++) {
                for (int j = 0; j < others; j++) {
                    int row = i * step + j * otherStep;
                    int column = p * step + j * otherStep;
                    int at = 2 * (row * density.size() + column);
                    state[2 * (i * m + p)] += gamma[at];
                    state[2 * (i * m + p) + 1] += gamma[at + 1];
                }
            }
        }
        return state;
    }
}
