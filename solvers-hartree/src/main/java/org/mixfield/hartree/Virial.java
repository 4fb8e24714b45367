package org.mixfield.hartree;

import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.FourierTransform;

/**
 * What is left of the virial theorem: under ψ ↦ λ^{d/2} ψ(λx) a species' part of the energy changes by 2T + ∫W δρ at λ = 1,
 * with W the potential that acts on it and δρ = d ρ + x·∇ρ, and at the ground state by nothing, whatever the potentials.
 * On a grid the rest tells how far the box and the points change the continuum's answer.
 */
final class Virial {

    private Virial() {}

    /** (2T + ∫W δρ)/(2T). */
    static double rest(Grid grid, FourierTransform transform, GridSums sums, VariedOrbitals at, int s) {
        double[] psi = at.psi[s];
        double[] stretched = new double[grid.size()];
        for (int j = 0; j < stretched.length; j++) {
            stretched[j] = grid.dimension() * at.density[s][j];
        }
        double[] slope = new double[psi.length];
        for (int axis = 0; axis < grid.dimension(); axis++) {
            System.arraycopy(psi, 0, slope, 0, psi.length);
            differentiate(grid, transform, slope, axis);
            addStretch(grid, psi, slope, axis, stretched);
        }
        double twice = 2 * at.kinetic[s];
        return (twice + sums.inner(stretched, at.potential[s])) / twice;
    }

    /** Adds x ∂ρ = 2x Re(conj(ψ) ∂ψ). */
    private static void addStretch(Grid grid, double[] psi, double[] slope, int axis, double[] stretched) {
        grid.forEachPoint((index, x, y, z) -> {
            double at = axis == 0 ? x : axis == 1 ? y : z;
            stretched[index] +=
                    2 * at * (psi[2 * index] * slope[2 * index] + psi[2 * index + 1] * slope[2 * index + 1]);
        });
    }

    /** ∂ along an axis; the highest wave number of an even grid has no derivative. */
    private static void differentiate(Grid grid, FourierTransform transform, double[] psi, int axis) {
        double[] k = grid.waveNumbers(axis);
        int stride = 1;
        for (int inner = axis + 1; inner < grid.dimension(); inner++) {
            stride *= grid.points(inner);
        }
        transform.forward(psi);
        for (int j = 0; j < grid.size(); j++) {
            int i = j / stride % k.length;
            double wave = 2 * i == k.length ? 0 : k[i];
            double re = psi[2 * j];
            psi[2 * j] = -wave * psi[2 * j + 1];
            psi[2 * j + 1] = wave * re;
        }
        transform.inverse(psi);
    }
}
