package org.mixfield.hartree;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;

/** u ↦ F⁻¹ e^{−iτk²/(2m)} F u, exact for any τ. The phase is a product of one factor for each axis. */
final class KineticFlow {

    private final FourierTransform transform;
    private final Workers workers;
    private final double[][] energy;
    private final double[][] phase;

    KineticFlow(Grid grid, double mass, FourierTransform transform, Workers workers) {
        this.transform = transform;
        this.workers = workers;
        this.energy = new double[3][];
        this.phase = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            int own = axis - 3 + grid.dimension();
            double[] k = own >= 0 ? grid.waveNumbers(own) : new double[1];
            energy[axis] = new double[k.length];
            phase[axis] = new double[2 * k.length];
            for (int i = 0; i < k.length; i++) {
                energy[axis][i] = k[i] * k[i] / (2 * mass);
            }
        }
    }

    void apply(ComplexField field, double time) {
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < energy[axis].length; i++) {
                double angle = -time * energy[axis][i];
                phase[axis][2 * i] = Math.cos(angle);
                phase[axis][2 * i + 1] = Math.sin(angle);
            }
        }
        double[] data = field.data();
        transform.forward(data);
        int middle = energy[1].length;
        workers.run(energy[0].length * middle, 16, (worker, from, to) -> {
            for (int row = from; row < to; row++) {
                multiplyRow(data, row, row / middle, row % middle);
            }
        });
        transform.inverse(data);
    }

    private void multiplyRow(double[] data, int row, int a, int b) {
        double re = phase[0][2 * a] * phase[1][2 * b] - phase[0][2 * a + 1] * phase[1][2 * b + 1];
        double im = phase[0][2 * a] * phase[1][2 * b + 1] + phase[0][2 * a + 1] * phase[1][2 * b];
        double[] last = phase[2];
        int offset = row * last.length;
        for (int i = 0; i < last.length; i += 2) {
            double factorRe = re * last[i] - im * last[i + 1];
            double factorIm = re * last[i + 1] + im * last[i];
            double x = data[offset + i];
            double y = data[offset + i + 1];
            data[offset + i] = factorRe * x - factorIm * y;
            data[offset + i + 1] = factorRe * y + factorIm * x;
        }
    }
}
