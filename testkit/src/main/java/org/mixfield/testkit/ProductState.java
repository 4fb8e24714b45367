package org.mixfield.testkit;

import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ReducedDensity;

/** The many-body state in which all particles of a species are in its initial orbital, projected on the modes. */
@SuppressWarnings("ArrayRecordComponent")
record ProductState(double[] projectedU, double[] projectedV, int particlesU, int particlesV) implements ManyBodyState {

    static ProductState of(Discretization discretization) {
        return new ProductState(
                projected(discretization, SpeciesName.U),
                projected(discretization, SpeciesName.V),
                discretization.mixture().u().particles(),
                discretization.mixture().v().particles());
    }

    private static double[] projected(Discretization discretization, SpeciesName species) {
        double[] a = discretization.modes(species).project(discretization.initial(species));
        double square = 0;
        for (double x : a) {
            square += x * x;
        }
        for (int i = 0; i < a.length; i++) {
            a[i] /= Math.sqrt(square);
        }
        return a;
    }

    @Override
    public double projectedEnergy() {
        return 1.25;
    }

    @Override
    public double norm() {
        return 1;
    }

    @Override
    public double energyPerParticle() {
        return 1.25;
    }

    @Override
    public double numberU() {
        return particlesU;
    }

    @Override
    public double numberV() {
        return particlesV;
    }

    /** γ[(i,j),(p,q)] = u_i v_j conj(u_p v_q). */
    @Override
    public ReducedDensity reducedDensity() {
        int modesU = projectedU.length / 2;
        int modesV = projectedV.length / 2;
        int n = modesU * modesV;
        double[] w = new double[2 * n];
        for (int i = 0; i < modesU; i++) {
            for (int j = 0; j < modesV; j++) {
                int at = 2 * (i * modesV + j);
                w[at] = projectedU[2 * i] * projectedV[2 * j] - projectedU[2 * i + 1] * projectedV[2 * j + 1];
                w[at + 1] = projectedU[2 * i] * projectedV[2 * j + 1] + projectedU[2 * i + 1] * projectedV[2 * j];
            }
        }
        double[] matrix = new double[2 * n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                matrix[2 * (a * n + b)] = w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1];
                matrix[2 * (a * n + b) + 1] = w[2 * a + 1] * w[2 * b] - w[2 * a] * w[2 * b + 1];
            }
        }
        return new ReducedDensity(modesU, modesV, matrix);
    }

    @Override
    public double traceDistanceError() {
        return 0;
    }
}
