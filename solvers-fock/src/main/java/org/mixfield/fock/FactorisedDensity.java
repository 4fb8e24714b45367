package org.mixfield.fock;

/**
 * γ^(1,1) of one sector in the moving bases: with Φ_ij = a_i d_j ψ the matrix ⟨Φ_pq|Φ_ij⟩/(n₁n₂), where a_0 = √(n₁−k₁) and
 * d_0 = √(n₂−k₂) on the excitations.
 */
final class FactorisedDensity {

    private FactorisedDensity() {}

    /** The matrix, row (i,j) and column (p,q), interleaved. */
    static double[] of(SectorLevel level) {
        ExcitationBasis basis = level.basis();
        int mu = basis.modesU();
        int mv = basis.modesV();
        double n1 = level.weights().n1();
        double n2 = level.weights().n2();
        double[] psi = level.state(0);
        MomentVectors vectors = new MomentVectors(mu * mv, basis.dimension());
        int states = basis.dimension();
        int one = basis.below(1);
        for (int i = 0; i < mu; i++) {
            for (int j = 0; j < mv; j++) {
                int support = i > 0 && j > 0 ? basis.below(2) : i > 0 || j > 0 ? one : states;
                double[] target = vectors.filling(i * mv + j, support);
                if (i > 0 && j > 0) {
                    basis.pair().annihilate(psi, SpeciesTables.pairIndex(i - 1, mu - 1 + j - 1), target);
                } else if (i > 0 || j > 0) {
                    basis.single().annihilate(psi, i > 0 ? i - 1 : mu - 1 + j - 1, target);
                } else {
                    System.arraycopy(psi, 0, target, 0, psi.length);
                }
                for (int c = 0; c < support; c++) {
                    double factor = (i > 0 ? 1 / Math.sqrt(n1) : Math.sqrt(Math.max(0, n1 - basis.particlesU(c)) / n1))
                            * (j > 0 ? 1 / Math.sqrt(n2) : Math.sqrt(Math.max(0, n2 - basis.particlesV(c)) / n2));
                    target[2 * c] *= factor;
                    target[2 * c + 1] *= factor;
                }
            }
        }
        double[] gamma = new double[2 * mu * mv * mu * mv];
        vectors.addGram(1, gamma);
        MomentVectors.mirror(gamma, mu * mv);
        return gamma;
    }
}
