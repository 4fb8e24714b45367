package org.mixfield.hartree;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.FourierTransform;

/** Moments of a field that need its derivatives, by its spectrum. Owns scratch memory: one call at a time. */
final class Gradients {

    private final Grid grid;
    private final FourierTransform transform;
    private final double[] spectrum;
    private final double[] derivative;

    Gradients(Grid grid, FourierTransform transform) {
        this.grid = grid;
        this.transform = transform;
        this.spectrum = new double[2 * grid.size()];
        this.derivative = new double[2 * grid.size()];
    }

    /**
     * Moments; the arrays of momenta have an entry for each axis of the grid.
     *
     * @param momentum ⟨p⟩, to which the highest wave number of an even grid, of no definite sign, does not contribute
     * @param momentumSquare ⟨p²⟩ along each axis
     * @param angularMomentum ⟨x × p⟩, three entries
     * @param positionTimesForce ⟨x·∇W⟩ of the potential W that was given
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Moments(double[] momentum, double[] momentumSquare, double[] angularMomentum, double positionTimesForce) {}

    /**
     * The moments of a field.
     *
     * @param density |ψ|²
     * @param potential W, any function on the grid; only the field is differentiated, ⟨x·∇W⟩ = −∫ W (d|ψ|² + x·∇|ψ|²)
     */
    Moments of(ComplexField field, double[] density, double[] potential) {
        int d = grid.dimension();
        double[] psi = field.data();
        System.arraycopy(psi, 0, spectrum, 0, psi.length);
        transform.forward(spectrum);
        double[] momentum = new double[d];
        double[] square = new double[d];
        double[] angular = new double[3];
        double stretch = 0;
        double[] position = new double[3];
        double[] current = new double[3];
        for (int axis = 0; axis < d; axis++) {
            derivative(axis, momentum, square);
            double virial = 0;
            java.util.Arrays.fill(current, 0);
            for (int j = 0; j < density.length; j++) {
                coordinates(j, position);
                double re = derivative[2 * j];
                double im = derivative[2 * j + 1];
                double slope = 2 * (psi[2 * j] * re + psi[2 * j + 1] * im);
                virial -= potential[j] * (density[j] + position[axis] * slope);
                double flow = psi[2 * j] * im - psi[2 * j + 1] * re;
                current[0] += position[0] * flow;
                current[1] += position[1] * flow;
                current[2] += position[2] * flow;
            }
            stretch += virial;
            // x × p: the component of p along this axis enters with the two other coordinates.
            int next = (axis + 1) % 3;
            int last = (axis + 2) % 3;
            angular[next] += current[last];
            angular[last] -= current[next];
        }
        for (int axis = 0; axis < 3; axis++) {
            angular[axis] *= grid.cellVolume();
        }
        return new Moments(momentum, square, angular, stretch * grid.cellVolume());
    }

    /** ∂ψ along an axis, and the moments of its wave number. */
    private void derivative(int axis, double[] momentum, double[] square) {
        double[] k = grid.waveNumbers(axis);
        int n = grid.points(axis);
        int stride = 1;
        for (int a = axis + 1; a < grid.dimension(); a++) {
            stride *= grid.points(a);
        }
        double first = 0;
        double second = 0;
        for (int j = 0; j < grid.size(); j++) {
            int i = j / stride % n;
            double signed = 2 * i == n ? 0 : k[i];
            double re = spectrum[2 * j];
            double im = spectrum[2 * j + 1];
            double weight = re * re + im * im;
            first += weight * signed;
            second += weight * k[i] * k[i];
            derivative[2 * j] = -signed * im;
            derivative[2 * j + 1] = signed * re;
        }
        double factor = grid.cellVolume() / grid.size();
        momentum[axis] = first * factor;
        square[axis] = second * factor;
        transform.inverse(derivative);
    }

    private void coordinates(int index, double[] position) {
        int rest = index;
        for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
            position[axis] = grid.coordinate(axis, rest % grid.points(axis));
            rest /= grid.points(axis);
        }
    }
}
