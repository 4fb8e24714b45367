package org.mixfield.hartree;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.spectral.FourierTransform;

/** What the initial orbitals of a mixture are worth, computed from the equations alone, point by point. */
final class Stationarity {

    final double[] kinetic = new double[2];
    final double[] trap = new double[2];

    /** ⟨|u|², V₁₁∗|u|²⟩ and ⟨|v|², V₂₂∗|v|²⟩. */
    final double[] own = new double[2];

    final double[] chemicalPotential = new double[2];
    final double[] residual = new double[2];
    final double[] meanSquare = new double[2];

    /** ⟨|u|², V₁₂∗|v|²⟩. */
    double between;

    double energy;

    private Stationarity() {}

    static Stationarity of(Discretization discretization) {
        Stationarity found = new Stationarity();
        Grid grid = discretization.grid();
        int size = grid.size();
        double[] c = {
            discretization.mixture().weights().c1(),
            discretization.mixture().weights().c2()
        };
        double[][] density = new double[2][size];
        double[][] self = new double[2][size];
        double[][] cross = new double[2][size];
        for (SpeciesName name : SpeciesName.values()) {
            discretization.initial(name).density(density[index(name)]);
        }
        discretization.meanField().convolveUU(density[0], self[0]);
        discretization.meanField().convolveVV(density[1], self[1]);
        discretization.meanField().convolveUV(density[1], cross[0]);
        discretization.meanField().convolveUV(density[0], cross[1]);
        for (SpeciesName name : SpeciesName.values()) {
            found.species(discretization, name, density[index(name)], self[index(name)], cross, c);
        }
        for (int j = 0; j < size; j++) {
            found.between += density[0][j] * cross[0][j] * grid.cellVolume();
        }
        for (int s = 0; s < 2; s++) {
            found.energy += c[s] * (found.kinetic[s] + found.trap[s] + 0.5 * found.own[s]);
        }
        found.energy += c[0] * c[1] * found.between;
        return found;
    }

    private void species(
            Discretization discretization,
            SpeciesName name,
            double[] density,
            double[] self,
            double[][] cross,
            double[] c) {
        int s = index(name);
        Grid grid = discretization.grid();
        double[] psi = discretization.initial(name).data();
        double[] hPsi = laplacian(discretization, psi);
        double cell = grid.cellVolume();
        double scale = -1 / (2 * discretization.mixture().species(name).mass());
        for (int j = 0; j < hPsi.length; j++) {
            hPsi[j] *= scale;
            kinetic[s] += psi[j] * hPsi[j] * cell;
        }
        grid.forEachPoint((j, x, y, z) -> {
            double external = discretization.mixture().species(name).trap().value(x, y, z);
            trap[s] += external * density[j] * cell;
            own[s] += self[j] * density[j] * cell;
            meanSquare[s] += (x * x + y * y + z * z) * density[j] * cell;
            double w = external + self[j] + c[1 - s] * cross[s][j];
            hPsi[2 * j] += w * psi[2 * j];
            hPsi[2 * j + 1] += w * psi[2 * j + 1];
        });
        double mu = 0;
        for (int i = 0; i < psi.length; i++) {
            mu += psi[i] * hPsi[i] * cell;
        }
        chemicalPotential[s] = mu;
        double square = 0;
        for (int i = 0; i < psi.length; i++) {
            square += Math.pow(hPsi[i] - mu * psi[i], 2) * cell;
        }
        residual[s] = Math.sqrt(square);
    }

    private static double[] laplacian(Discretization discretization, double[] psi) {
        Grid grid = discretization.grid();
        FourierTransform transform = discretization.backend().complex(discretization.workers(), grid.shape());
        double[] values = psi.clone();
        transform.forward(values);
        double[][] k = new double[grid.dimension()][];
        for (int axis = 0; axis < k.length; axis++) {
            k[axis] = grid.waveNumbers(axis);
        }
        for (int j = 0; j < grid.size(); j++) {
            double square = 0;
            int rest = j;
            for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
                square += Math.pow(k[axis][rest % grid.points(axis)], 2);
                rest /= grid.points(axis);
            }
            values[2 * j] *= -square;
            values[2 * j + 1] *= -square;
        }
        transform.inverse(values);
        return values;
    }

    private static int index(SpeciesName name) {
        return name == SpeciesName.U ? 0 : 1;
    }

    static boolean isRealAndPositive(ComplexField field, double tolerance) {
        double[] psi = field.data();
        for (int j = 0; j < psi.length; j += 2) {
            if (psi[j] < -tolerance || Math.abs(psi[j + 1]) > tolerance) {
                return false;
            }
        }
        return true;
    }
}
