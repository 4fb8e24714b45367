package org.mixfield.fock;

import java.util.function.BiFunction;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.NaturalOrbitals;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.run.Workers;

/**
 * How the particles of a state with fixed numbers n₁, n₂ are correlated.
 *
 * <p>Between the species, all particles together: the Schmidt decomposition ψ = Σ_k √p_k |A_k⟩⊗|B_k⟩ and its entropy. Within
 * one: with a the annihilation operator of the most occupied natural orbital of species u and c of that of v,
 *
 * <pre>
 *   g_u = ⟨a*a*aa⟩/⟨a*a⟩²     g_v = ⟨c*c*cc⟩/⟨c*c⟩²     g_uv = ⟨a*a c*c⟩/(⟨a*a⟩⟨c*c⟩)
 * </pre>
 *
 * the second-order coherences of the condensates: g_u is 1 − 1/n₁ for u^{⊗n₁}, 1 for a coherent state, 2 for a thermal one;
 * g_uv is 1 where the two condensates fluctuate independently.
 *
 * @param schmidt p_k, descending, of sum 1
 * @param pairU g_u
 * @param pairV g_v
 * @param pairUV g_uv
 */
@SuppressWarnings("ArrayRecordComponent")
record Correlations(double[] schmidt, double pairU, double pairV, double pairUV) {

    /**
     * Those of a state.
     *
     * @param pairs ⟨a*a*aa⟩/‖ψ‖² for the orbital with these coefficients
     */
    static Correlations of(
            Bipartition halves,
            ReducedDensity gamma,
            double n1,
            double n2,
            BiFunction<SpeciesName, double[], Double> pairs,
            Workers workers) {
        NaturalOrbitals u = NaturalOrbitals.of(gamma, SpeciesName.U);
        NaturalOrbitals v = NaturalOrbitals.of(gamma, SpeciesName.V);
        double[] a = u.coefficients()[0];
        double[] c = v.coefficients()[0];
        double numberU = n1 * u.occupations()[0];
        double numberV = n2 * v.occupations()[0];
        double both = MeanFieldDistance.fidelity(gamma.matrix(), MeanFieldDistance.product(a, c));
        return new Correlations(
                SchmidtWeights.of(halves, workers),
                pairs.apply(SpeciesName.U, a) / (numberU * numberU),
                pairs.apply(SpeciesName.V, c) / (numberV * numberV),
                both / (u.occupations()[0] * v.occupations()[0]));
    }

    /** −Σ p_k ln p_k, the entropy of entanglement of the species. */
    double entropy() {
        return VonNeumannEntropy.of(schmidt);
    }
}
