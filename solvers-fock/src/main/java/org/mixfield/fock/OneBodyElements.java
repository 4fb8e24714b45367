package org.mixfield.fock;

import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.spectral.FourierTransform;

/** The matrix ⟨φ_p|−Δ/(2m) + trap|φ_r⟩ of one species, with the trap at time 0. */
final class OneBodyElements {

    private OneBodyElements() {}

    /** The matrix, entry p·M + r. */
    static double[] of(Discretization discretization, SpeciesName species) {
        ModeFunctions modes = discretization.modes(species);
        Grid grid = discretization.grid();
        FourierTransform transform = discretization.backend().complex(discretization.workers(), grid.shape());
        double[] trap = discretization.trap(species);
        double mass = discretization.mixture().species(species).mass();
        int m = modes.count();
        double[] h = new double[m * m];
        double[] work = new double[2 * grid.size()];
        for (int r = 0; r < m; r++) {
            double[] phi = modes.values(r);
            kinetic(grid, mass, transform, phi, work);
            int column = r;
            discretization.workers().run(m, 1, (worker, from, to) -> {
                for (int p = from; p < to; p++) {
                    h[p * m + column] = element(modes.values(p), phi, trap, work) * grid.cellVolume();
                }
            });
        }
        symmetrise(h, m);
        return h;
    }

    private static double element(double[] bra, double[] phi, double[] trap, double[] kinetic) {
        double sum = 0;
        for (int j = 0; j < bra.length; j++) {
            sum += bra[j] * (kinetic[2 * j] + trap[j] * phi[j]);
        }
        return sum;
    }

    /** −Δφ/(2m), the real part of the interleaved result. */
    private static void kinetic(Grid grid, double mass, FourierTransform transform, double[] phi, double[] result) {
        for (int j = 0; j < phi.length; j++) {
            result[2 * j] = phi[j];
            result[2 * j + 1] = 0;
        }
        transform.forward(result);
        for (int j = 0; j < phi.length; j++) {
            double square = 0;
            int rest = j;
            for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
                int n = grid.points(axis);
                int i = rest % n;
                double k = 2 * Math.PI / grid.length(axis) * (i <= (n - 1) / 2 ? i : i - n);
                square += k * k;
                rest /= n;
            }
            result[2 * j] *= square / (2 * mass);
            result[2 * j + 1] *= square / (2 * mass);
        }
        transform.inverse(result);
    }

    /** Rounding makes the two halves differ. */
    private static void symmetrise(double[] matrix, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (matrix[i * n + j] + matrix[j * n + i]);
                matrix[i * n + j] = mean;
                matrix[j * n + i] = mean;
            }
        }
    }
}
