package org.mixfield.fock;

/**
 * H on truncated F⊗F, term by term from ladder operators that are applied one after another:
 *
 * <pre>
 *   H = Σ h_pr b*_p b_r + 1/(2N₁) Σ V₁₁[pr,qs] b*_p b*_q b_s b_r + (the same of c) + 1/N Σ V₁₂[pr,qs] b*_p c*_q c_s b_r
 * </pre>
 *
 * Annihilation comes first, so that nothing is lost at the cutoffs.
 */
final class LadderHamiltonian {

    private final LadderOperators ladder;
    private final ModeTensors tensors;
    private final double n1;
    private final double n2;

    LadderHamiltonian(LadderOperators ladder, ModeTensors tensors, double n1, double n2) {
        this.ladder = ladder;
        this.tensors = tensors;
        this.n1 = n1;
        this.n2 = n2;
    }

    /** Hψ. */
    double[] apply(double[] psi) {
        double[] result = new double[psi.length];
        for (int species = 0; species < 2; species++) {
            addOneBody(species, psi, result);
            addPairs(species, species, tensors.own()[species], 0.5 / (species == 0 ? n1 : n2), psi, result);
        }
        addPairs(0, 1, tensors.between(), 1 / (n1 + n2), psi, result);
        return result;
    }

    private void addOneBody(int species, double[] psi, double[] result) {
        int m = tensors.modes(species);
        double[] h = tensors.oneBody()[species];
        for (int r = 0; r < m; r++) {
            double[] column = new double[2 * m];
            for (int p = 0; p < m; p++) {
                column[2 * p] = h[p * m + r];
            }
            double[] lowered = ladder.annihilated(species, ladder.mode(species, r), psi);
            FockVectors.add(result, 1, 0, ladder.created(species, column, lowered));
        }
    }

    /** Adds coupling Σ V[pr,qs] a*_p d*_q d_s a_r ψ, a of one species and d of the same or the other. */
    private void addPairs(int first, int second, double[] v, double coupling, double[] psi, double[] result) {
        int m1 = tensors.modes(first);
        int m2 = tensors.modes(second);
        double[][] lowered = new double[m1 * m2][];
        for (int r = 0; r < m1; r++) {
            double[] once = ladder.annihilated(first, ladder.mode(first, r), psi);
            for (int s = 0; s < m2; s++) {
                lowered[r * m2 + s] = ladder.annihilated(second, ladder.mode(second, s), once);
            }
        }
        for (int p = 0; p < m1; p++) {
            double[] raised = new double[psi.length];
            for (int q = 0; q < m2; q++) {
                double[] sum = new double[psi.length];
                for (int r = 0; r < m1; r++) {
                    for (int s = 0; s < m2; s++) {
                        double element = coupling * v[((p * m1 + r) * m2 + q) * m2 + s];
                        if (element != 0) {
                            FockVectors.add(sum, element, 0, lowered[r * m2 + s]);
                        }
                    }
                }
                FockVectors.add(raised, 1, 0, ladder.created(second, ladder.mode(second, q), sum));
            }
            FockVectors.add(result, 1, 0, ladder.created(first, ladder.mode(first, p), raised));
        }
    }
}
