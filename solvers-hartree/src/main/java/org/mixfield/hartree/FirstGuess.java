package org.mixfield.hartree;

import java.util.Arrays;
import org.mixfield.core.grid.Grid;

/**
 * Where a minimisation starts: of Gaussians about the bottom of the trap, and of e<sup>−(trap − bottom)/(2ε)</sup>, which
 * follows the shape of the trap, the one of lowest energy, over a few widths and ε, the interactions taken into account.
 */
final class FirstGuess {

    /** Widths of the box of the widest Gaussian. */
    private static final double WIDEST = 0.25;

    /** The trap's range over the greatest ε. */
    private static final double GREATEST = 0.25;

    private static final int MOST_SHAPES = 60;

    private final EnergyFunctional energy;
    private final Grid grid;
    private final double[][] bottom;
    private final double[] depth;
    private final double[] range;
    private final VariedOrbitals trial;

    private FirstGuess(EnergyFunctional energy) {
        this.energy = energy;
        this.grid = energy.grid();
        int count = energy.species().size();
        this.bottom = new double[count][];
        this.depth = new double[count];
        this.range = new double[count];
        for (int s = 0; s < count; s++) {
            double[] trap = energy.external(s);
            depth[s] = Arrays.stream(trap).min().orElse(0);
            range[s] = Arrays.stream(trap).max().orElse(0) - depth[s];
            bottom[s] = bottom(trap, depth[s]);
        }
        this.trial = energy.orbitals();
    }

    /** An orbital for each species that is varied, interleaved, real and of norm 1. */
    static double[][] of(EnergyFunctional energy) {
        FirstGuess guess = new FirstGuess(energy);
        Best best = new Best(energy);
        guess.narrow(best, guess::gaussian);
        if (Arrays.stream(guess.range).anyMatch(range -> range > 0)) {
            guess.narrow(best, guess::shapeOfTheTrap);
        }
        return best.psi;
    }

    /** The shapes of a family, from wide to narrow. */
    @FunctionalInterface
    private interface Family {
        void sample(int s, int number, double[] psi);
    }

    private static final class Best {
        private final double[][] psi;
        private double energy = Double.POSITIVE_INFINITY;

        Best(EnergyFunctional energy) {
            psi = new double[energy.species().size()][2 * energy.grid().size()];
        }
    }

    /** Goes on until the energy has risen twice in a row. */
    private void narrow(Best best, Family family) {
        double before = Double.POSITIVE_INFINITY;
        int rises = 0;
        for (int number = 0; number < MOST_SHAPES && rises < 2; number++) {
            for (int s = 0; s < trial.count(); s++) {
                family.sample(s, number, trial.psi[s]);
                energy.project(s, trial.psi[s]);
            }
            energy.evaluate(trial);
            rises = trial.energy < before ? 0 : rises + 1;
            before = trial.energy;
            if (trial.energy < best.energy) {
                best.energy = trial.energy;
                for (int s = 0; s < trial.count(); s++) {
                    System.arraycopy(trial.psi[s], 0, best.psi[s], 0, best.psi[s].length);
                }
            }
        }
    }

    private void gaussian(int s, int number, double[] psi) {
        double[] width = new double[3];
        for (int axis = 0; axis < grid.dimension(); axis++) {
            // A narrower one than the spacing is the same on the grid.
            width[axis] = Math.max(0.5 * grid.spacing(axis), WIDEST * grid.length(axis) * Math.pow(2, -0.5 * number));
        }
        double[] x0 = bottom[s];
        grid.forEachPoint((index, x, y, z) -> {
            double[] r = {x - x0[0], y - x0[1], z - x0[2]};
            double exponent = 0;
            for (int axis = 0; axis < grid.dimension(); axis++) {
                exponent += r[axis] * r[axis] / (2 * width[axis] * width[axis]);
            }
            psi[2 * index] = Math.exp(-exponent);
            psi[2 * index + 1] = 0;
        });
    }

    private void shapeOfTheTrap(int s, int number, double[] psi) {
        if (!(range[s] > 0)) {
            gaussian(s, number, psi);
            return;
        }
        double[] trap = energy.external(s);
        double epsilon = GREATEST * range[s] * Math.pow(2, -number);
        for (int j = 0; j < trap.length; j++) {
            psi[2 * j] = Math.exp(-(trap[j] - depth[s]) / (2 * epsilon));
            psi[2 * j + 1] = 0;
        }
    }

    /** The place where a trap is lowest; of several the one nearest to the middle of the box. */
    private double[] bottom(double[] trap, double depth) {
        double[] place = new double[3];
        double[] nearest = {Double.POSITIVE_INFINITY};
        grid.forEachPoint((index, x, y, z) -> {
            double square = x * x + y * y + z * z;
            if (trap[index] <= depth && square < nearest[0]) {
                nearest[0] = square;
                place[0] = x;
                place[1] = y;
                place[2] = z;
            }
        });
        return place;
    }
}
