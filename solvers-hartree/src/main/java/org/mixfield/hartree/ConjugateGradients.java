package org.mixfield.hartree;

import java.util.concurrent.CancellationException;

/**
 * Minimises E by nonlinear conjugate gradients along great circles: directions of Polak and Ribière with non-negative β,
 * steepest descent where a direction does not descend, steps of Newton's length on the circle where E is convex there.
 *
 * <p>A step counts by the energy it reaches while differences of energy are above rounding; below, Newton's step is taken
 * as it is, and the residual alone tells.
 */
final class ConjugateGradients {

    /** The longest step, an angle. */
    private static final double LONGEST = 1.0;

    /** The part of the slope that a step must gain at least. */
    private static final double LEAST_GAIN = 1e-4;

    /** Differences of energy below this part of its terms are rounding. */
    private static final double ROUNDING = 1e-13;

    private static final int MOST_CUTS = 25;

    /** Iterations without a smaller residual or a gain of energy after which rounding has taken over. */
    private static final int PATIENCE = 40;

    private final EnergyFunctional energy;
    private final GridSums sums;
    private final Preconditioner preconditioner;
    private final double tolerance;
    private final int mostIterations;
    private final double[][] direction;
    private final double[][] preconditioned;
    private final double[][] change;
    private final double[][] response;
    private VariedOrbitals now;
    private VariedOrbitals next;

    ConjugateGradients(EnergyFunctional energy, double tolerance, int mostIterations) {
        this.energy = energy;
        this.sums = energy.sums();
        this.preconditioner = new Preconditioner(energy);
        this.tolerance = tolerance;
        this.mostIterations = mostIterations;
        int count = energy.species().size();
        int size = energy.grid().size();
        this.direction = new double[count][2 * size];
        this.preconditioned = new double[count][2 * size];
        this.change = new double[count][size];
        this.response = new double[count][size];
        this.now = energy.orbitals();
        this.next = energy.orbitals();
    }

    /** How a minimisation ended. */
    enum Ending {
        CONVERGED,
        OUT_OF_ITERATIONS,
        /** Neither the residual nor the energy falls any more. */
        STAGNATED
    }

    /**
     * What a minimisation came to.
     *
     * @param orbitals belong to the minimiser and change with its next call
     * @param leastResidual on the way
     */
    record Outcome(VariedOrbitals orbitals, Ending ending, int iterations, double leastResidual) {}

    /** Minimises from a start: interleaved orbitals for each species, of any norm. */
    Outcome from(double[][] start) {
        for (int s = 0; s < start.length; s++) {
            System.arraycopy(start[s], 0, now.psi[s], 0, start[s].length);
        }
        energy.evaluate(now);
        energy.differentiate(now);
        double least = now.largestResidual();
        double marked = Double.POSITIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double before = 0;
        int idle = 0;
        for (int iteration = 0; ; iteration++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while the ground state was sought");
            }
            double residual = now.largestResidual();
            least = Math.min(least, residual);
            if (residual <= tolerance) {
                return new Outcome(now, Ending.CONVERGED, iteration, least);
            }
            boolean gained = now.energy < lowest - ROUNDING * now.energyScale;
            if (gained || residual < 0.9 * marked) {
                lowest = Math.min(lowest, now.energy);
                marked = Math.min(marked, residual);
                idle = 0;
            } else if (++idle > PATIENCE) {
                return new Outcome(now, Ending.STAGNATED, iteration, least);
            }
            if (iteration == mostIterations) {
                return new Outcome(now, Ending.OUT_OF_ITERATIONS, iteration, least);
            }
            before = turn(before);
            if (!step()) {
                return new Outcome(now, Ending.STAGNATED, iteration, least);
            }
        }
    }

    /**
     * Makes the next direction.
     *
     * @param before ⟨r, Pr⟩ of the iteration before, 0 for the first
     * @return that of this one
     */
    private double turn(double before) {
        double square = 0;
        double overlap = 0;
        for (int s = 0; s < now.count(); s++) {
            preconditioner.apply(now, s, preconditioned[s]);
            sums.makeTangent(preconditioned[s], now.psi[s]);
            square += energy.weight(s) * sums.inner(now.residual[s], preconditioned[s]);
            if (before > 0) {
                // The residual of the iteration before is still there: nothing was evaluated since.
                overlap += energy.weight(s) * sums.inner(next.residual[s], preconditioned[s]);
            }
        }
        double beta = before > 0 ? Math.max(0, (square - overlap) / before) : 0;
        for (int s = 0; s < now.count(); s++) {
            sums.combine(beta, direction[s], -1, preconditioned[s]);
            sums.makeTangent(direction[s], now.psi[s]);
        }
        if (slope() >= 0) {
            for (int s = 0; s < now.count(); s++) {
                sums.combine(0, direction[s], -1, preconditioned[s]);
            }
        }
        return square;
    }

    /** dE/dt at t = 0. */
    private double slope() {
        double slope = 0;
        for (int s = 0; s < now.count(); s++) {
            slope += 2 * energy.weight(s) * sums.inner(direction[s], now.residual[s]);
        }
        return slope;
    }

    /** Moves along the direction; false where no step lowers the energy. */
    private boolean step() {
        double slope = slope();
        double curvature = energy.curvature(now, direction, change, response);
        double speed = 0;
        double[] speeds = new double[now.count()];
        for (int s = 0; s < speeds.length; s++) {
            speeds[s] = sums.norm(direction[s]);
            speed = Math.max(speed, speeds[s]);
        }
        if (!(speed > 0)) {
            return false;
        }
        double t = LONGEST / speed;
        if (curvature > 0) {
            t = Math.min(t, -slope / curvature);
        }
        double rounding = ROUNDING * now.energyScale;
        for (int cut = 0; cut < MOST_CUTS; cut++) {
            move(t, speeds);
            energy.evaluate(next);
            double gain = next.energy - now.energy;
            if (gain <= LEAST_GAIN * t * slope + rounding) {
                VariedOrbitals old = now;
                now = next;
                next = old;
                energy.differentiate(now);
                return true;
            }
            // The minimum of the parabola through both energies and the slope.
            double least = -0.5 * slope * t * t / (gain - slope * t);
            t = Double.isFinite(least) ? Math.min(0.5 * t, Math.max(0.1 * t, least)) : 0.1 * t;
        }
        return false;
    }

    private void move(double t, double[] speeds) {
        for (int s = 0; s < speeds.length; s++) {
            double angle = t * speeds[s];
            System.arraycopy(now.psi[s], 0, next.psi[s], 0, now.psi[s].length);
            sums.combine(Math.cos(angle), next.psi[s], speeds[s] > 0 ? Math.sin(angle) / speeds[s] : 0, direction[s]);
        }
    }
}
