package org.mixfield.hartree;

import java.util.function.DoubleUnaryOperator;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;

/** −Δ/(2m) and its functions, by transforms. */
final class KineticOperator {

    private final FourierTransform transform;
    private final Workers workers;
    private final double[][] energy = new double[3][];
    private final double volume;

    KineticOperator(Grid grid, double mass, FourierTransform transform, Workers workers) {
        this.transform = transform;
        this.workers = workers;
        this.volume = grid.cellVolume() / grid.size();
        for (int axis = 0; axis < 3; axis++) {
            int own = axis - 3 + grid.dimension();
            double[] k = own >= 0 ? grid.waveNumbers(own) : new double[1];
            energy[axis] = new double[k.length];
            for (int i = 0; i < k.length; i++) {
                energy[axis][i] = k[i] * k[i] / (2 * mass);
            }
        }
    }

    /** The least energy above 0 that the box holds. */
    double leastEnergy() {
        double least = Double.POSITIVE_INFINITY;
        for (double[] along : energy) {
            least = along.length > 1 ? Math.min(least, along[1]) : least;
        }
        return least;
    }

    /** ψ ↦ f(−Δ/(2m)) ψ. */
    void apply(DoubleUnaryOperator f, double[] psi) {
        transform.forward(psi);
        int middle = energy[1].length;
        int last = energy[2].length;
        workers.run(energy[0].length * middle, 16, (worker, from, to) -> {
            for (int row = from; row < to; row++) {
                double across = energy[0][row / middle] + energy[1][row % middle];
                int offset = 2 * row * last;
                for (int i = 0; i < last; i++) {
                    double factor = f.applyAsDouble(across + energy[2][i]);
                    psi[offset + 2 * i] *= factor;
                    psi[offset + 2 * i + 1] *= factor;
                }
            }
        });
        transform.inverse(psi);
    }

    /** ⟨ψ|−Δ/(2m)|ψ⟩; overwrites ψ with its transform. */
    double expectation(double[] psi) {
        transform.forward(psi);
        int middle = energy[1].length;
        int last = energy[2].length;
        double[] rows = new double[energy[0].length * middle];
        workers.run(rows.length, 16, (worker, from, to) -> {
            for (int row = from; row < to; row++) {
                double across = energy[0][row / middle] + energy[1][row % middle];
                int offset = 2 * row * last;
                double sum = 0;
                for (int i = 0; i < last; i++) {
                    double re = psi[offset + 2 * i];
                    double im = psi[offset + 2 * i + 1];
                    sum += (across + energy[2][i]) * (re * re + im * im);
                }
                rows[row] = sum;
            }
        });
        double sum = 0;
        for (double row : rows) {
            sum += row;
        }
        return volume * sum;
    }
}
