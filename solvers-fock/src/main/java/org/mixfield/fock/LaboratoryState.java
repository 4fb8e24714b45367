package org.mixfield.fock;

import java.util.List;
import java.util.Optional;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ReducedDensity;

/**
 * The sum over all sectors at one time.
 *
 * @param moments of ω_t; of a coherent start
 * @param remainderSum Tr|γ − P − Σr_j|; of a coherent start
 */
@SuppressWarnings("ArrayRecordComponent")
record LaboratoryState(
        double[] projectedU,
        double[] projectedV,
        double projectedEnergy,
        double norm,
        double energyPerParticle,
        double numberU,
        double numberV,
        ReducedDensity reducedDensity,
        double traceDistanceError,
        Optional<CoherentMoments> moments,
        Optional<Double> remainderSum,
        Optional<Correlations> correlations)
        implements ManyBodyState, FluctuationState, FixedNumberState {

    /**
     * The sectors left out lie beyond the outermost ones kept, on all sides of them. So together they are as far from γ as
     * those at the edge are together, or this many times as far.
     */
    private static final double BEYOND_EDGE = 2;

    static LaboratoryState of(
            NumberSectors numbers,
            List<LaboratorySector> sectors,
            List<LaboratorySector.Contribution> contributions,
            ModeTensors tensors,
            ProjectedHartree hartree,
            int n1,
            int n2,
            Optional<CoherentMoments> moments,
            Optional<Double> remainderSum) {
        double[] u = hartree.u();
        double[] v = hartree.v();
        int size = tensors.modesU() * tensors.modesV();
        double[] gamma = new double[2 * size * size];
        double normSquared = 0;
        double energy = 0;
        double numberU = 0;
        double numberV = 0;
        double pairWeight = 0;
        double stateError = 0;
        double[] edge = new double[2 * size * size];
        for (int i = 0; i < sectors.size(); i++) {
            NumberSectors.Sector sector = sectors.get(i).sector();
            LaboratorySector.Contribution part = contributions.get(i);
            double p = sector.probability();
            normSquared += p * part.normSquared();
            energy += p * part.energy();
            numberU += p * sector.n1() * part.normSquared();
            numberV += p * sector.n2() * part.normSquared();
            Optional<double[]> pairs = part.pairs();
            if (pairs.isPresent()) {
                double weight = p * sector.n1() * sector.n2();
                pairWeight += weight;
                stateError += weight * part.error();
                add(p, pairs.get(), gamma);
                if (sector.atEdge()) {
                    add(p, pairs.get(), edge);
                }
            }
        }
        if (!(pairWeight > 0)) {
            throw new IllegalArgumentException(
                    "no sector with a particle of each species was kept; give solvers.fock.tail a smaller value");
        }
        ReducedDensity density = new ReducedDensity(tensors.modesU(), tensors.modesV(), normalised(gamma, size));
        double leftOut = numbers.pairsLeftOut();
        double tail = leftOut > 0 ? tailError(density.matrix(), normalised(edge, size), leftOut, u, v) : 0;
        double error = 2 * stateError / pairWeight + 2 * hartree.error() + tail + size * 1e-16;
        return new LaboratoryState(
                u,
                v,
                hartree.energy(),
                Math.sqrt(normSquared),
                energy / ((double) n1 + n2),
                numberU,
                numberV,
                density,
                error,
                moments,
                remainderSum,
                Optional.empty());
    }

    /** Of the distance of γ without a part of this weight, which is like those at the edge but farther out. */
    private static double tailError(double[] gamma, double[] edge, double weight, double[] u, double[] v) {
        double[] whole = gamma.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] += weight * (edge[i] - gamma[i]);
        }
        int size = u.length * v.length / 4;
        double change = HermitianEigenvalues.traceDistance(whole, gamma, size);
        double felt = Math.abs(MeanFieldDistance.of(whole, u, v) - MeanFieldDistance.of(gamma, u, v));
        return CoMovingErrors.ofDistance(BEYOND_EDGE * change, change, felt);
    }

    /** The same with what fixed particle numbers have beside. */
    LaboratoryState with(Correlations found) {
        return new LaboratoryState(
                projectedU,
                projectedV,
                projectedEnergy,
                norm,
                energyPerParticle,
                numberU,
                numberV,
                reducedDensity,
                traceDistanceError,
                moments,
                remainderSum,
                Optional.of(found));
    }

    private static void add(double factor, double[] matrix, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * matrix[i];
        }
    }

    private static double[] normalised(double[] matrix, int size) {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += matrix[2 * (i * size + i)];
        }
        double[] result = new double[matrix.length];
        add(1 / trace, matrix, result);
        return result;
    }
}
