package org.mixfield.hartree;

/** The orbitals that are varied, and what {@link EnergyFunctional} says of them. One entry for each such species. */
final class VariedOrbitals {

    /** The orbitals, interleaved, of norm 1. */
    final double[][] psi;

    /** |ψ|². */
    final double[][] density;

    /** The potential that acts on each: trap, self-interaction, and interaction with the other species. */
    final double[][] potential;

    /** −Δψ/(2m) at first, then the residual Hψ − μψ. */
    final double[][] residual;

    /** ⟨−Δ/(2m)⟩. */
    final double[] kinetic;

    /** μ = ⟨H⟩. */
    final double[] chemicalPotential;

    /** ‖Hψ − μψ‖. */
    final double[] residualNorm;

    /** E, without what the orbitals that are not varied have among themselves. */
    double energy;

    /** The sum of the sizes of the terms of E, to which its rounding is relative. */
    double energyScale;

    VariedOrbitals(int species, int size) {
        psi = new double[species][2 * size];
        density = new double[species][size];
        potential = new double[species][size];
        residual = new double[species][2 * size];
        kinetic = new double[species];
        chemicalPotential = new double[species];
        residualNorm = new double[species];
    }

    int count() {
        return psi.length;
    }

    double largestResidual() {
        double largest = 0;
        for (double norm : residualNorm) {
            largest = Math.max(largest, norm);
        }
        return largest;
    }
}
