package org.mixfield.fock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mixfield.core.run.Workers;

/**
 * H on all number sectors: the tables of each species for each of its particle numbers, made once, and the inter-species
 * tensor at low rank. The couplings carry the parameters N₁, N₂, whatever the particle numbers of a sector. Thread-safe.
 */
final class MixtureHamiltonian {

    private final ModeTensors tensors;
    private final int parameterU;
    private final int parameterV;
    private final LowRank between;
    private final Map<Integer, SpeciesTables> tablesU = new ConcurrentHashMap<>();
    private final Map<Integer, SpeciesTables> tablesV = new ConcurrentHashMap<>();
    private final Map<Integer, InterSpecies> couplings = new ConcurrentHashMap<>();

    MixtureHamiltonian(ModeTensors tensors, int parameterU, int parameterV) {
        this.tensors = tensors;
        this.parameterU = parameterU;
        this.parameterV = parameterV;
        this.between = LowRank.of(tensors);
    }

    LowRank between() {
        return between;
    }

    /** States of species u with n particles. */
    OccupationBasis basisU(int n) {
        return tablesU(n).basis();
    }

    /** States of species v with n particles. */
    OccupationBasis basisV(int n) {
        return tablesV(n).basis();
    }

    /** H on the sector with n₁ and n₂ particles. */
    HermitianOperator sector(int n1, int n2, Workers workers) {
        SpeciesTables v = tablesV(n2);
        double coupling = 1.0 / ((double) parameterU + parameterV);
        if (tensors.modesU() == 2 && tensors.modesV() == 2) {
            return new TwoModeHamiltonian(new TwoModeStencil(tablesU(n1), v, between, coupling), workers);
        }
        InterSpecies interSpecies =
                couplings.computeIfAbsent(n2, n -> new InterSpecies(between, tensors.modesU(), v, coupling));
        return new SectorHamiltonian(tablesU(n1), v, interSpecies, workers);
    }

    private SpeciesTables tablesU(int particles) {
        return tablesU.computeIfAbsent(
                particles,
                n -> new SpeciesTables(n, tensors.modesU(), tensors.oneBody()[0], tensors.own()[0], 0.5 / parameterU));
    }

    private SpeciesTables tablesV(int particles) {
        return tablesV.computeIfAbsent(
                particles,
                n -> new SpeciesTables(n, tensors.modesV(), tensors.oneBody()[1], tensors.own()[1], 0.5 / parameterV));
    }
}
