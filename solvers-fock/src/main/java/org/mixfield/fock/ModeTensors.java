package org.mixfield.fock;

import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.SpeciesName;

/**
 * One- and two-body matrix elements between real modes.
 *
 * @param modesU number of modes of species u, M_u
 * @param modesV number of modes of species v, M_v
 * @param oneBody h[p·M + r] of species u, then of species v
 * @param own V₁₁[(p·M + r)·M² + q·M + s] of species u, then V₂₂
 * @param between V₁₂[(p·M_u + r)·M_v² + q·M_v + s]: p, r of species u, q, s of species v
 */
@SuppressWarnings("ArrayRecordComponent")
record ModeTensors(int modesU, int modesV, double[][] oneBody, double[][] own, double[] between) {

    /** Number of modes of a species, 0 for u and 1 for v. */
    int modes(int species) {
        return species == 0 ? modesU : modesV;
    }

    /**
     * The matrix elements of a mixture in its modes, by convolutions on its grid; at time 0 of one that changes. The two-body
     * ones are computed once for all particle numbers, and kept on disk where that takes long.
     */
    static ModeTensors of(Discretization discretization) {
        TensorCache cache = TensorKey.worthKeeping(discretization) ? TensorCache.standard() : TensorCache.NONE;
        return of(discretization, discretization.derived(PackedTensors.class, () -> cache.tensors(discretization)));
    }

    /** The same, kept in a cache of one's own. */
    static ModeTensors of(Discretization discretization, TensorCache cache) {
        return of(discretization, cache.tensors(discretization));
    }

    private static ModeTensors of(Discretization discretization, PackedTensors packed) {
        int mu = discretization.modes(SpeciesName.U).count();
        int mv = discretization.modes(SpeciesName.V).count();
        Interactions.Factors factors = discretization.mixture().interactions().factors();
        return new ModeTensors(
                mu,
                mv,
                new double[][] {
                    OneBodyElements.of(discretization, SpeciesName.U), OneBodyElements.of(discretization, SpeciesName.V)
                },
                new double[][] {
                    PackedTensors.unpacked(packed.uu(), mu, mu, factors.uu().at(0)),
                    PackedTensors.unpacked(packed.vv(), mv, mv, factors.vv().at(0))
                },
                PackedTensors.unpacked(packed.uv(), mu, mv, factors.uv().at(0)));
    }
}
