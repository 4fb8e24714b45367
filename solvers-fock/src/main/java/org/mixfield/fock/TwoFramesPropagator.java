package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.ReducedDensity;

/** Two propagators side by side, the co-moving one first. What is saved and reported of the second has a prefix. */
final class TwoFramesPropagator implements Propagator {

    private static final String PREFIX = "laboratory.";

    private final CoMovingPropagator comoving;
    private final Propagator laboratory;

    TwoFramesPropagator(CoMovingPropagator comoving, Propagator laboratory) {
        this.comoving = comoving;
        this.laboratory = laboratory;
    }

    @Override
    public boolean stepTowards(double time) {
        return comoving.stepTowards(time) && laboratory.stepTowards(time);
    }

    @Override
    public ManyBodyState state() {
        return new Both((CoMovingState) comoving.state(), (ManyBodyState) laboratory.state());
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>(comoving.report());
        report.put("laboratory", laboratory.report());
        return report;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>(comoving.save());
        laboratory.save().forEach((name, array) -> saved.put(PREFIX + name, array));
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        comoving.restore(saved);
        Map<String, double[]> second = new LinkedHashMap<>();
        saved.forEach((name, array) -> {
            if (name.startsWith(PREFIX)) {
                second.put(name.substring(PREFIX.length()), array);
            }
        });
        laboratory.restore(second);
    }

    /** Everything from the co-moving frame, and the other beside it. */
    private record Both(CoMovingState comoving, ManyBodyState laboratory)
            implements ManyBodyState, FluctuationState, FixedNumberState, LaboratoryPart {

        @Override
        public double[] projectedU() {
            return comoving.projectedU();
        }

        @Override
        public double[] projectedV() {
            return comoving.projectedV();
        }

        @Override
        public double projectedEnergy() {
            return comoving.projectedEnergy();
        }

        @Override
        public double norm() {
            return comoving.norm();
        }

        @Override
        public double energyPerParticle() {
            return comoving.energyPerParticle();
        }

        @Override
        public double numberU() {
            return comoving.numberU();
        }

        @Override
        public double numberV() {
            return comoving.numberV();
        }

        @Override
        public ReducedDensity reducedDensity() {
            return comoving.reducedDensity();
        }

        @Override
        public double traceDistanceError() {
            return comoving.traceDistanceError();
        }

        @Override
        public Optional<CoherentMoments> moments() {
            return comoving.moments();
        }

        @Override
        public Optional<Correlations> correlations() {
            return comoving.correlations();
        }
    }
}
