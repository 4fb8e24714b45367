package org.mixfield.hartree;

import java.util.Random;
import org.mixfield.core.grid.Grid;

/**
 * Different places to start a minimisation from, the same in every run: the first guess; both species pushed to opposite
 * sides along each axis; the one species inside, the other as a shell around it, and the other way round; then pushes in
 * random directions with random roughness.
 */
final class Starts {

    /** The push, a factor e^{κ·x/σ} with σ the rms radius along an axis: a Gaussian moves by 2κσ. */
    private static final double PUSH = 1.0;

    private static final double ROUGHNESS = 0.2;

    private static final long SEED = 20_141_107;

    private final EnergyFunctional energy;
    private final Grid grid;
    private final double[][] guess;
    private final double[][] spread;

    Starts(EnergyFunctional energy, double[][] guess) {
        this.energy = energy;
        this.grid = energy.grid();
        this.guess = guess;
        this.spread = new double[guess.length][];
        for (int s = 0; s < guess.length; s++) {
            spread[s] = spread(guess[s]);
        }
    }

    /** The orbitals of a start, 0 being the first guess. */
    double[][] at(int number) {
        if (number == 0) {
            return guess;
        }
        int d = grid.dimension();
        double[] towards = new double[3];
        if (number <= d) {
            towards[number - 1] = PUSH;
            return pushed(towards, new Random(0), 0);
        }
        if (number <= d + 2 && guess.length == 2) {
            return shell(number - d - 1);
        }
        Random random = new Random(SEED + number);
        for (int axis = 0; axis < d; axis++) {
            towards[axis] = PUSH * random.nextGaussian();
        }
        return pushed(towards, random, ROUGHNESS);
    }

    private double[][] pushed(double[] towards, Random random, double roughness) {
        double[][] psi = new double[guess.length][];
        for (int s = 0; s < psi.length; s++) {
            double[] values = guess[s].clone();
            double side = s == 0 ? 1 : -1;
            double[] sigma = spread[s];
            double[] slope = {side * towards[0] / sigma[0], side * towards[1] / sigma[1], side * towards[2] / sigma[2]};
            grid.forEachPoint((index, x, y, z) -> {
                double factor = Math.exp(slope[0] * x + slope[1] * y + slope[2] * z);
                values[2 * index] *= factor * (1 + roughness * random.nextGaussian());
            });
            energy.project(s, values);
            psi[s] = values;
        }
        return psi;
    }

    /** One species drawn together, the other times r²: a shell. */
    private double[][] shell(int inner) {
        double[][] psi = new double[guess.length][];
        for (int s = 0; s < psi.length; s++) {
            double[] values = guess[s].clone();
            double[] sigma = spread[s];
            boolean inside = s == inner;
            grid.forEachPoint((index, x, y, z) -> {
                double a = x / sigma[0];
                double b = y / sigma[1];
                double c = z / sigma[2];
                double square = a * a + b * b + c * c;
                values[2 * index] *= inside ? Math.exp(-square / 4) : square;
            });
            energy.project(s, values);
            psi[s] = values;
        }
        return psi;
    }

    /** The rms radius along each axis; 1 along a missing one. */
    private double[] spread(double[] psi) {
        double[] sums = new double[7];
        grid.forEachPoint((index, x, y, z) -> {
            double density = psi[2 * index] * psi[2 * index];
            double[] r = {x, y, z};
            sums[6] += density;
            for (int axis = 0; axis < 3; axis++) {
                sums[axis] += r[axis] * density;
                sums[3 + axis] += r[axis] * r[axis] * density;
            }
        });
        double[] spread = {1, 1, 1};
        for (int axis = 0; axis < grid.dimension(); axis++) {
            double mean = sums[axis] / sums[6];
            spread[axis] = Math.max(grid.spacing(axis), Math.sqrt(Math.max(0, sums[3 + axis] / sums[6] - mean * mean)));
        }
        return spread;
    }
}
