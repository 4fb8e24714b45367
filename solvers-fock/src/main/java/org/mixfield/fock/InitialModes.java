package org.mixfield.fock;

import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;

/** The initial orbital of a species in its modes, renormalised there. */
final class InitialModes {

    private InitialModes() {}

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
}
