package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/**
 * Real orthonormal functions φ<sub>1</sub>, …, φ<sub>M</sub> on a grid, the modes of one species. Immutable as long as
 * nobody writes to {@link #values}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ModeFunctions {

    private final Grid grid;
    private final double[][] values;

    /**
     * Modes by their values.
     *
     * @param values one array of length size for each mode, not copied
     */
    public ModeFunctions(Grid grid, double[][] values) {
        this.grid = grid;
        this.values = values;
    }

    /** Number of modes, M. */
    public int count() {
        return values.length;
    }

    /** Their grid. */
    public Grid grid() {
        return grid;
    }

    /** Values of a mode at the grid's points; the array itself. */
    public double[] values(int mode) {
        return values[mode];
    }

    /** max |⟨φ_p|φ_q⟩ − δ_pq| on the grid: rounding where the modes are resolved and fit the box. */
    public double orthonormalityDefect() {
        double defect = 0;
        for (int p = 0; p < values.length; p++) {
            for (int q = 0; q <= p; q++) {
                double sum = 0;
                for (int j = 0; j < grid.size(); j++) {
                    sum += values[p][j] * values[q][j];
                }
                defect = Math.max(defect, Math.abs(sum * grid.cellVolume() - (p == q ? 1 : 0)));
            }
        }
        return defect;
    }

    /** ⟨φ_p|ψ⟩ for every mode, interleaved, length 2M. */
    public double[] project(ComplexField field) {
        double[] coefficients = new double[2 * values.length];
        double[] psi = field.data();
        for (int p = 0; p < values.length; p++) {
            double re = 0;
            double im = 0;
            double[] phi = values[p];
            for (int j = 0; j < phi.length; j++) {
                re += phi[j] * psi[2 * j];
                im += phi[j] * psi[2 * j + 1];
            }
            coefficients[2 * p] = re * grid.cellVolume();
            coefficients[2 * p + 1] = im * grid.cellVolume();
        }
        return coefficients;
    }

    /** Σ a_p φ_p for interleaved coefficients of length 2M or less. */
    public ComplexField expand(double[] coefficients) {
        ComplexField field = ComplexField.zero(grid);
        double[] psi = field.data();
        for (int p = 0; p < coefficients.length / 2; p++) {
            double re = coefficients[2 * p];
            double im = coefficients[2 * p + 1];
            double[] phi = values[p];
            for (int j = 0; j < phi.length; j++) {
                psi[2 * j] += re * phi[j];
                psi[2 * j + 1] += im * phi[j];
            }
        }
        return field;
    }

    /** ‖ψ − Σ⟨φ_p|ψ⟩φ_p‖, the part of a field that the modes do not hold, without cancellation. */
    public double residual(ComplexField field) {
        ComplexField rest = expand(project(field));
        double[] r = rest.data();
        double[] psi = field.data();
        for (int i = 0; i < r.length; i++) {
            r[i] -= psi[i];
        }
        return Math.sqrt(rest.normSquared());
    }
}
