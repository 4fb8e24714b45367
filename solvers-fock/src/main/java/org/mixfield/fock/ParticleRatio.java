package org.mixfield.fock;

import org.mixfield.core.model.Mixture;

/**
 * What is left of the particle numbers N₁, N₂, N = N₁+N₂ and of the weights c₁, c₂ as N → ∞ at a fixed ratio.
 *
 * <p>The weights tend to ν_s = N_s/N, since condition (2.3) keeps them within D/N of it; what remains of their difference is
 * the linear term R of the generator, of the order of the cubic one.
 *
 * @param nu1 ν₁
 * @param nu2 ν₂
 * @param excess N(N₂/N − c₂) = −N(N₁/N − c₁), which is kept
 */
record ParticleRatio(double nu1, double nu2, double excess) {

    /** The ratio that a mixture has. */
    static ParticleRatio of(Mixture mixture) {
        double n1 = mixture.u().particles();
        double n2 = mixture.v().particles();
        double n = n1 + n2;
        return new ParticleRatio(n1 / n, n2 / n, n * (n2 / n - mixture.weights().c2()));
    }

    /** √(ν₁ν₂), the factor between species. */
    double between() {
        return Math.sqrt(nu1 * nu2);
    }
}
