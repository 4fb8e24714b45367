package org.mixfield.hartree;

import org.mixfield.core.run.Workers;

/**
 * P = P_V^{1/2} P_K P_V^{1/2} with P_V = (α + W − b)⁻¹ and P_K = (α − Δ/(2m))⁻¹ (the combined preconditioner of Antoine,
 * Levitt and Tang). W is the potential that acts on the orbital, b = min(trap) + min(mean field), and α = ⟨−Δ/(2m)⟩ +
 * ⟨W − b⟩. P_K tames the highest wave numbers, P_V the corners of the box where the trap is high; the number of iterations
 * then depends little on the grid. It is b and not min W that is subtracted: where a strong repulsion flattens W, α is still
 * the size of the mean field, which is that of the second derivative of E.
 */
final class Preconditioner {

    private static final int BLOCK = 1 << 12;

    private final EnergyFunctional energy;
    private final Workers workers;
    private final double[] root;

    Preconditioner(EnergyFunctional energy) {
        this.energy = energy;
        this.workers = energy.workers();
        this.root = new double[energy.grid().size()];
    }

    /** Writes P r for the residual r of a species. */
    void apply(VariedOrbitals at, int s, double[] target) {
        double[] w = at.potential[s];
        double[] residual = at.residual[s];
        double bottom = bottom(w, energy.external(s));
        double above = at.chemicalPotential[s] - bottom;
        double alpha = Math.max(above, energy.kinetic(s).leastEnergy());
        workers.run(w.length, BLOCK, (worker, from, to) -> {
            for (int j = from; j < to; j++) {
                root[j] = 1 / Math.sqrt(alpha + w[j] - bottom);
                target[2 * j] = root[j] * residual[2 * j];
                target[2 * j + 1] = root[j] * residual[2 * j + 1];
            }
        });
        energy.kinetic(s).apply(kinetic -> 1 / (alpha + kinetic), target);
        workers.run(w.length, BLOCK, (worker, from, to) -> {
            for (int j = from; j < to; j++) {
                target[2 * j] *= root[j];
                target[2 * j + 1] *= root[j];
            }
        });
        energy.project(s, target);
    }

    /** The lowest value of the trap and the lowest one of the mean field, which need not be at the same place. */
    private static double bottom(double[] w, double[] trap) {
        double ofTrap = Double.POSITIVE_INFINITY;
        double ofField = Double.POSITIVE_INFINITY;
        for (int j = 0; j < w.length; j++) {
            ofTrap = Math.min(ofTrap, trap[j]);
            ofField = Math.min(ofField, w[j] - trap[j]);
        }
        return ofTrap + ofField;
    }
}
