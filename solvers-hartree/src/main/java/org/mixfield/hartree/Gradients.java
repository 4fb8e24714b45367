package org.mixfield.hartree;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;

/**
 * Moments of a field that need its derivatives, each from the spectra of the lines along one axis. Owns scratch memory: one
 * call at a time. Sums are taken over lines along the last axis, each by one worker, and then in the order of the lines, so
 * that they do not depend on who did what.
 */
final class Gradients {

    /** Sums of a line: |∂ψ|², ψ's slope with W, its current, and that with each coordinate. */
    private static final int SUMS = 6;

    private final Grid grid;
    private final FourierTransform transform;
    private final Workers workers;
    private final double[] derivative;
    private final double[] partial;
    private final int line;

    Gradients(Grid grid, FourierTransform transform, Workers workers) {
        this.grid = grid;
        this.transform = transform;
        this.workers = workers;
        this.derivative = new double[2 * grid.size()];
        this.line = grid.points(grid.dimension() - 1);
        this.partial = new double[SUMS * (grid.size() / line)];
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
        double cell = grid.cellVolume();
        double[] momentum = new double[d];
        double[] square = new double[d];
        double[] angular = new double[3];
        double stretch = 0;
        for (int axis = 0; axis < d; axis++) {
            double highest = grid.nyquist(axis);
            double inHighest = transform.differentiate(axis, psi, derivative, 2 * Math.PI / grid.length(axis));
            weigh(axis, psi, density, potential);
            square[axis] = (summed(0) + inHighest * highest * highest) * cell;
            stretch -= summed(1);
            momentum[axis] = summed(2) * cell;
            // x × p: the component of p along this axis enters with the two other coordinates.
            int next = (axis + 1) % 3;
            int last = (axis + 2) % 3;
            angular[next] += summed(3 + last) * cell;
            angular[last] -= summed(3 + next) * cell;
        }
        return new Moments(momentum, square, angular, stretch * cell);
    }

    private double summed(int which) {
        double sum = 0;
        for (int i = which; i < partial.length; i += SUMS) {
            sum += partial[i];
        }
        return sum;
    }

    /** Sums |∂ψ|², W(|ψ|² + x ∂|ψ|²) for the axis of the derivative, and the current along it times 1 and every coordinate. */
    private void weigh(int axis, double[] psi, double[] density, double[] potential) {
        int lastAxis = grid.dimension() - 1;
        double[] across = grid.coordinates(lastAxis);
        workers.run(grid.size() / line, 16, (worker, from, to) -> {
            double[] position = new double[3];
            for (int row = from; row < to; row++) {
                for (int other = 0; other < lastAxis; other++) {
                    position[other] = grid.coordinate(other, grid.index(row * line, other));
                }
                double square = 0;
                double virial = 0;
                double flow = 0;
                double flowAcross = 0;
                for (int i = 0; i < line; i++) {
                    int j = row * line + i;
                    double re = derivative[2 * j];
                    double im = derivative[2 * j + 1];
                    double slope = 2 * (psi[2 * j] * re + psi[2 * j + 1] * im);
                    double x = axis == lastAxis ? across[i] : position[axis];
                    square += re * re + im * im;
                    virial += potential[j] * (density[j] + x * slope);
                    double current = psi[2 * j] * im - psi[2 * j + 1] * re;
                    flow += current;
                    flowAcross += across[i] * current;
                }
                int at = SUMS * row;
                partial[at] = square;
                partial[at + 1] = virial;
                partial[at + 2] = flow;
                for (int other = 0; other < 3; other++) {
                    partial[at + 3 + other] = other == lastAxis ? flowAcross : position[other] * flow;
                }
            }
        });
    }
}
