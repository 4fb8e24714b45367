package org.mixfield.fock;

import java.util.Optional;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ReducedDensity;

/**
 * What is measured of a co-moving expansion at one time.
 *
 * @param traceDistance Tr|γ − P|
 * @param errors estimates of its error
 * @param moments of ω_t; of a coherent start
 * @param remainderSum Tr|γ − P − Σr_j|; of a coherent start
 * @param correlations where both particle numbers are fixed
 */
@SuppressWarnings("ArrayRecordComponent")
record CoMovingState(
        double[] projectedU,
        double[] projectedV,
        double projectedEnergy,
        double norm,
        double energyPerParticle,
        double numberU,
        double numberV,
        ReducedDensity reducedDensity,
        double traceDistance,
        CoMovingErrors errors,
        Optional<CoherentMoments> moments,
        Optional<Double> remainderSum,
        Optional<Correlations> correlations)
        implements ManyBodyState, FluctuationState, FixedNumberState {

    @Override
    public double traceDistanceError() {
        return errors.total() + reducedDensity.size() * 1e-16;
    }
}
