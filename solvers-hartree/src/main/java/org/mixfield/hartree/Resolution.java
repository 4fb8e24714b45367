package org.mixfield.hartree;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.FourierTransform;

/** Whether a grid still holds a field: how much of it is at the boundary, and in the highest wave numbers. */
final class Resolution {

    /** Wave numbers above this part of the largest one count as highest. */
    private static final double HIGHEST = 0.9;

    private Resolution() {}

    /** Largest |ψ|² at the faces of the box over the largest |ψ|² anywhere. */
    static double boundaryDensity(ComplexField field) {
        Grid grid = field.grid();
        double[] data = field.data();
        int n = grid.points(grid.dimension() - 1);
        double face = 0;
        double all = 0;
        for (int row = 0; row < grid.size() / n; row++) {
            double inRow = 0;
            for (int j = 2 * row * n; j < 2 * (row + 1) * n; j += 2) {
                inRow = Math.max(inRow, data[j] * data[j] + data[j + 1] * data[j + 1]);
            }
            all = Math.max(all, inRow);
            face = Math.max(
                    face,
                    isAtFace(grid, row * n) ? inRow : Math.max(density(data, row * n), density(data, row * n + n - 1)));
        }
        return all > 0 ? face / all : 0;
    }

    /** Part of the norm squared in wave numbers above 0.9 of the largest one along any axis. */
    static double highestWaveNumbers(ComplexField field, FourierTransform transform) {
        Grid grid = field.grid();
        double[] spectrum = field.data().clone();
        transform.forward(spectrum);
        double high = 0;
        double all = 0;
        int last = grid.dimension() - 1;
        int n = grid.points(last);
        boolean[][] isHigh = new boolean[grid.dimension()][];
        for (int axis = 0; axis <= last; axis++) {
            double[] k = grid.waveNumbers(axis);
            isHigh[axis] = new boolean[k.length];
            for (int i = 0; i < k.length; i++) {
                isHigh[axis][i] = Math.abs(k[i]) > HIGHEST * grid.nyquist(axis);
            }
        }
        for (int row = 0; row < grid.size() / n; row++) {
            boolean highRow = false;
            for (int axis = 0; axis < last; axis++) {
                highRow |= isHigh[axis][grid.index(row * n, axis)];
            }
            double inRow = 0;
            for (int i = 0; i < n; i++) {
                double weight = density(spectrum, row * n + i);
                inRow += weight;
                high += !highRow && isHigh[last][i] ? weight : 0;
            }
            all += inRow;
            high += highRow ? inRow : 0;
        }
        return all > 0 ? high / all : 0;
    }

    /** Whether a row along the last axis lies in a face; the row of a point. */
    private static boolean isAtFace(Grid grid, int point) {
        for (int axis = 0; axis < grid.dimension() - 1; axis++) {
            int i = grid.index(point, axis);
            if (i == 0 || i == grid.points(axis) - 1) {
                return true;
            }
        }
        return false;
    }

    private static double density(double[] field, int point) {
        return field[2 * point] * field[2 * point] + field[2 * point + 1] * field[2 * point + 1];
    }
}
