package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;

/** The initial orbitals in their modes. */
final class InitialModes {

    private InitialModes() {}

    /** The orbital of a species, renormalised in its modes. */
    static double[] of(Discretization discretization, SpeciesName species) {
        double[] coefficients = discretization.modes(species).project(discretization.initial(species));
        double square = 0;
        for (double c : coefficients) {
            square += c * c;
        }
        if (!(square > 1e-12)) {
            throw new IllegalArgumentException("the initial orbital of species " + species.key()
                    + " has no part in the modes of this run; choose modes that overlap with it");
        }
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] /= Math.sqrt(square);
        }
        return coefficients;
    }

    /** By how much the norm of each species' initial orbital is less than 1 in its modes, by the species' name. */
    static Map<String, Double> lostNorm(Discretization discretization) {
        Map<String, Double> lost = new LinkedHashMap<>();
        for (SpeciesName species : SpeciesName.values()) {
            double residual = discretization.modes(species).residual(discretization.initial(species));
            lost.put(species.key(), 1 - Math.sqrt(Math.max(0, 1 - residual * residual)));
        }
        return lost;
    }
}
