package org.mixfield.fock;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.Workers;

/** Carries the Gaussian state of the frame {@code bogoliubov}, whose particle numbers are infinite at a fixed ratio. */
final class BogoliubovPropagator implements Propagator {

    /**
     * The error of something measured is its difference between the two states over 2ᵖ − 1, p the order, unless the parts of
     * the error happen to cancel in one of the two: this much of the whole distance of the states covers that.
     */
    private static final double OF_DIFFERENCE = 2;

    private static final double OF_DISTANCE = 1;

    /** Beyond these tolerances steps are so long that their error is not what the order says. */
    private static final double LOOSEST_IN_MODES = 1e-9;

    private static final double LOOSEST_ON_GRID = 1e-6;

    /** What a step may add to the rounding of something of size 1. */
    private static final double ROUNDING = 1e-15;

    private final GaussianFlow flow;
    private final ParticleRatio ratio;
    private final Workers workers;
    private final GaussianPair pair;
    private final Map<String, Object> about = new LinkedHashMap<>();
    private @Nullable BogoliubovState state;

    /** In the modes of a run. */
    static BogoliubovPropagator inModes(Discretization discretization, double tolerance, double endTime) {
        BogoliubovPropagator propagator = inModes(
                ModeTensors.of(discretization),
                discretization.mixture(),
                InitialModes.of(discretization, SpeciesName.U),
                InitialModes.of(discretization, SpeciesName.V),
                tolerance,
                endTime,
                discretization.workers());
        propagator.about.put("initial-norm-lost", InitialModes.lostNorm(discretization));
        return propagator;
    }

    /**
     * The same from matrix elements alone.
     *
     * @param mixture its particle numbers and weights; traps, masses and potentials are in the tensors
     * @param u initial orbital of species u in its modes, interleaved, of norm 1
     * @param v initial orbital of species v
     */
    static BogoliubovPropagator inModes(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            double tolerance,
            double endTime,
            Workers workers) {
        ParticleRatio ratio = ParticleRatio.of(mixture);
        return new BogoliubovPropagator(
                new ModesGaussianFlow(tensors, ratio, u, v),
                ratio,
                Math.min(tolerance, LOOSEST_IN_MODES),
                endTime,
                workers);
    }

    /** At every point of a run's grid. */
    static BogoliubovPropagator onGrid(Discretization discretization, double tolerance, double endTime) {
        ParticleRatio ratio = ParticleRatio.of(discretization.mixture());
        return new BogoliubovPropagator(
                new GridGaussianFlow(discretization, ratio),
                ratio,
                Math.min(tolerance, LOOSEST_ON_GRID),
                endTime,
                discretization.workers());
    }

    private BogoliubovPropagator(
            GaussianFlow flow, ParticleRatio ratio, double tolerance, double endTime, Workers workers) {
        this.flow = flow;
        this.ratio = ratio;
        this.workers = workers;
        this.pair = new GaussianPair(flow, tolerance, endTime);
        about.put("frame", "bogoliubov");
        Map<String, Object> sizes = new LinkedHashMap<>();
        sizes.put("u", flow.layout().modesU());
        sizes.put("v", flow.layout().modesV());
        about.put("modes", sizes);
        about.put("order", flow.order());
        about.put("weight-excess", ratio.excess());
    }

    @Override
    public boolean stepTowards(double target) {
        if (target < pair.time()) {
            throw new IllegalArgumentException("time runs forward: " + target + " is before " + pair.time());
        }
        if (target > pair.time()) {
            state = null;
        }
        return pair.stepTowards(target);
    }

    @Override
    public BogoliubovState state() {
        BogoliubovState known = state;
        if (known == null) {
            GaussianMoments moments = GaussianMoments.of(flow.layout(), ratio, pair.fine(), workers);
            GaussianMoments coarser = GaussianMoments.of(flow.layout(), ratio, pair.coarse(), workers);
            known = new BogoliubovState(
                    moments,
                    errors(moments, coarser),
                    Arrays.copyOf(pair.fine(), 2 * flow.layout().modes()),
                    flow.layout().modesU(),
                    flow instanceof GridGaussianFlow);
            state = known;
        }
        return known;
    }

    private GaussianMoments errors(GaussianMoments moments, GaussianMoments coarser) {
        MomentProbes.Distance apart = pair.distance();
        return new GaussianMoments(
                error(moments, coarser, GaussianMoments::numberU, apart.densityU()),
                error(moments, coarser, GaussianMoments::numberV, apart.densityV()),
                error(
                        moments,
                        coarser,
                        GaussianMoments::numberUV,
                        apart.densityU() * moments.numberV() + apart.densityV() * moments.numberU()),
                error(moments, coarser, GaussianMoments::coefficient, apart.all()),
                error(moments, coarser, GaussianMoments::trace, apart.all()));
    }

    private double error(
            GaussianMoments moments, GaussianMoments coarser, ToDoubleFunction<GaussianMoments> part, double apart) {
        double value = part.applyAsDouble(moments);
        double difference = Math.abs(value - part.applyAsDouble(coarser));
        double rounding = ROUNDING * (10 + pair.steps()) * (1 + Math.abs(value));
        return (OF_DIFFERENCE * difference + OF_DISTANCE * apart) / (pair.errorRatio() - 1) + rounding;
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>(about);
        report.put("steps", pair.steps());
        report.put("steps-rejected", pair.rejected());
        report.put("time", pair.time());
        report.put("symplectic-defect", GaussianMoments.symplecticDefect(flow.layout(), pair.fine(), workers));
        report.put("trace-defect", Math.abs(state().moments().trace()));
        report.put("coefficient-error", state().errors().coefficient());
        return report;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        pair.save(saved);
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        pair.restore(saved);
        state = null;
    }
}
