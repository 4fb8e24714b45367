package org.mixfield.fock;

import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.spectral.FourierTransform;

/** What one worker needs to move columns on the grid: a transform, the interactions, and memory of its own. */
final class GridLane {

    private final Grid grid;
    private final FourierTransform transform;
    private final MeanField meanField;
    private final double[] field;
    private final double[][] parts;

    /** For a mixture on the grid of a discretization, which may have other weights. */
    GridLane(Mixture mixture, Discretization discretization) {
        this.grid = discretization.grid();
        this.transform = discretization.backend().complex(discretization.workers(), grid.shape());
        this.meanField = Discretization.of(
                        mixture, grid, discretization.boundary(), discretization.backend(), discretization.workers())
                .meanField();
        this.field = new double[2 * grid.size()];
        this.parts = new double[4][grid.size()];
    }

    MeanField meanField() {
        return meanField;
    }

    /** k²/(2m) at every point of Fourier space. */
    double[] energies(double mass) {
        double[][] k = new double[grid.dimension()][];
        for (int axis = 0; axis < k.length; axis++) {
            k[axis] = grid.waveNumbers(axis);
        }
        double[] energies = new double[grid.size()];
        for (int j = 0; j < energies.length; j++) {
            int rest = j;
            for (int axis = k.length - 1; axis >= 0; axis--) {
                double along = k[axis][rest % k[axis].length];
                energies[j] += along * along / (2 * mass);
                rest /= k[axis].length;
            }
        }
        return energies;
    }

    /** Replaces a unit vector in Fourier space by its plane wave of norm 1. */
    void planeWave(double[] state, int at, double root) {
        System.arraycopy(state, at, field, 0, field.length);
        transform.inverse(field);
        for (int i = 0; i < field.length; i++) {
            state[at + i] = root * field[i];
        }
    }

    /** Multiplies in Fourier space, by the conjugate factors where the sign is −1. */
    void multiply(double[] state, int at, double[] factors, int sign) {
        System.arraycopy(state, at, field, 0, field.length);
        transform.forward(field);
        for (int i = 0; i < field.length; i += 2) {
            double re = factors[i];
            double im = sign * factors[i + 1];
            double x = field[i];
            field[i] = re * x - im * field[i + 1];
            field[i + 1] = re * field[i + 1] + im * x;
        }
        transform.inverse(field);
        System.arraycopy(field, 0, state, at, field.length);
    }

    /**
     * The matrix V_xy = V(x−y) of both species on a density fluctuation: V₁₁s_u + √(ν₁ν₂)V₁₂s_v and V₂₂s_v + √(ν₁ν₂)V₁₂s_u.
     *
     * @param s complex, of u and then of v; overwritten with the result
     * @param ratio √(ν₁/ν₂)
     */
    void potentials(double[] s, double ratio) {
        int points = grid.size();
        double volume = grid.cellVolume();
        for (int i = 0; i < points; i++) {
            parts[0][i] = s[2 * i] / volume;
            parts[1][i] = s[2 * i + 1] / volume;
            parts[2][i] = ratio * s[2 * (points + i)] / volume;
            parts[3][i] = ratio * s[2 * (points + i) + 1] / volume;
        }
        meanField.potentials(0, parts[0], parts[2], parts[0], parts[2]);
        meanField.potentials(0, parts[1], parts[3], parts[1], parts[3]);
        for (int i = 0; i < points; i++) {
            s[2 * i] = parts[0][i];
            s[2 * i + 1] = parts[1][i];
            s[2 * (points + i)] = parts[2][i] / ratio;
            s[2 * (points + i) + 1] = parts[3][i] / ratio;
        }
    }
}
