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
        double face = 0;
        double all = 0;
        for (int j = 0; j < grid.size(); j++) {
            double density = data[2 * j] * data[2 * j] + data[2 * j + 1] * data[2 * j + 1];
            all = Math.max(all, density);
            int rest = j;
            for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
                int i = rest % grid.points(axis);
                rest /= grid.points(axis);
                if (i == 0 || i == grid.points(axis) - 1) {
                    face = Math.max(face, density);
                }
            }
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
        double[][] k = new double[grid.dimension()][];
        for (int axis = 0; axis < k.length; axis++) {
            k[axis] = grid.waveNumbers(axis);
        }
        for (int j = 0; j < grid.size(); j++) {
            double weight = spectrum[2 * j] * spectrum[2 * j] + spectrum[2 * j + 1] * spectrum[2 * j + 1];
            all += weight;
            int rest = j;
            boolean highest = false;
            for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
                highest |= Math.abs(k[axis][rest % grid.points(axis)]) > HIGHEST * grid.nyquist(axis);
                rest /= grid.points(axis);
            }
            high += highest ? weight : 0;
        }
        return all > 0 ? high / all : 0;
    }
}
