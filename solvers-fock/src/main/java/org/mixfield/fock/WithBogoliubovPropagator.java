package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.ReducedDensity;

/** A many-body propagator and the Gaussian one side by side. What is saved and reported of the second has a prefix. */
final class WithBogoliubovPropagator implements Propagator {

    private static final String NAME = "bogoliubov";
    private static final String PREFIX = NAME + ".";

    private final Propagator manyBody;
    private final BogoliubovPropagator bogoliubov;

    WithBogoliubovPropagator(Propagator manyBody, BogoliubovPropagator bogoliubov) {
        this.manyBody = manyBody;
        this.bogoliubov = bogoliubov;
    }

    @Override
    public boolean stepTowards(double time) {
        return manyBody.stepTowards(time) && bogoliubov.stepTowards(time);
    }

    @Override
    public ManyBodyState state() {
        return new Together((ManyBodyState) manyBody.state(), bogoliubov.state());
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>(manyBody.report());
        report.put(NAME, bogoliubov.report());
        return report;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>(manyBody.save());
        bogoliubov.save().forEach((name, array) -> saved.put(PREFIX + name, array));
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        Map<String, double[]> second = new LinkedHashMap<>();
        saved.forEach((name, array) -> {
            if (name.startsWith(PREFIX)) {
                second.put(name.substring(PREFIX.length()), array);
            }
        });
        manyBody.restore(saved);
        bogoliubov.restore(second);
    }

    /** Everything the many-body state has, and the Gaussian one. */
    private record Together(ManyBodyState manyBody, BogoliubovState bogoliubov)
            implements ManyBodyState, FluctuationState, LaboratoryPart, BogoliubovPart {

        @Override
        public double[] projectedU() {
            return manyBody.projectedU();
        }

        @Override
        public double[] projectedV() {
            return manyBody.projectedV();
        }

        @Override
        public double projectedEnergy() {
            return manyBody.projectedEnergy();
        }

        @Override
        public double norm() {
            return manyBody.norm();
        }

        @Override
        public double energyPerParticle() {
            return manyBody.energyPerParticle();
        }

        @Override
        public double numberU() {
            return manyBody.numberU();
        }

        @Override
        public double numberV() {
            return manyBody.numberV();
        }

        @Override
        public ReducedDensity reducedDensity() {
            return manyBody.reducedDensity();
        }

        @Override
        public double traceDistanceError() {
            return manyBody.traceDistanceError();
        }

        @Override
        public Optional<CoherentMoments> moments() {
            return manyBody instanceof FluctuationState fluctuation ? fluctuation.moments() : Optional.empty();
        }

        @Override
        public ManyBodyState laboratory() {
            return manyBody instanceof LaboratoryPart part ? part.laboratory() : manyBody;
        }
    }
}
