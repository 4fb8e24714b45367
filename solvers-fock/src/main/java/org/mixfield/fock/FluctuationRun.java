package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mixfield.core.run.Workers;

/**
 * The fluctuations of a coherent start on their way through time: the dynamics of L and beside it any number of truncated ones, all in
 * the same moving bases and with the same steps, which a pilot of the first controls.
 */
final class FluctuationRun implements MagnusStepping.Moved<CoMovingTensors> {

    private final MagnusStepping<CoMovingTensors> stepping;
    private final FluctuationLevels direct;
    private final List<FluctuationLevels> truncated;
    private final Workers workers;

    /**
     * At time 0.
     *
     * @param cutoff the most fluctuations of each species
     * @param cubic M₁ and M₂ of each truncated dynamics
     * @param tolerance largest error of the state at the end time that the steps may cause
     */
    FluctuationRun(
            CoherentStart start,
            SpeciesCutoffs cutoff,
            List<SpeciesCutoffs> cubic,
            double tolerance,
            double endTime,
            Workers workers) {
        this.workers = workers;
        ModeTensors tensors = start.tensors();
        this.stepping = new MagnusStepping<>(
                "fluctuation",
                tensors,
                start.weights(),
                start.u(),
                start.v(),
                moving -> moving,
                MagnusStepping.SHARE_OF_KRYLOV,
                tolerance,
                endTime);
        List<FluctuationSpace> spaces = FluctuationLevels.cutoffs(cutoff).stream()
                .map(cutoffs -> new FluctuationSpace(tensors.modesU(), tensors.modesV(), cutoffs))
                .toList();
        KrylovMemory memory = new KrylovMemory(spaces.get(0).dimension());
        this.direct = new FluctuationLevels("direct", spaces, Optional.empty(), start.weights(), memory, workers);
        this.truncated = IntStream.range(0, cubic.size())
                .mapToObj(i -> new FluctuationLevels(
                        i == 0 ? "truncated" : "truncated-" + i,
                        spaces,
                        Optional.of(cubic.get(i)),
                        start.weights(),
                        memory,
                        workers))
                .toList();
    }

    /** Takes one step towards a time; true when it is there. */
    boolean stepTowards(double target) {
        return stepping.stepTowards(target, this);
    }

    void advanceTo(double target) {
        while (!stepTowards(target)) {
            // The work is in the condition.
        }
    }

    @Override
    public double error(
            List<MagnusExponent<CoMovingTensors>> halves,
            List<MagnusExponent<CoMovingTensors>> whole,
            double errorRate) {
        double[] fine = direct.pilot().advanced(halves, errorRate);
        double[] rough = direct.pilot().advanced(whole, errorRate);
        ComplexVectors vectors = new ComplexVectors(fine.length / 2, workers);
        vectors.add(fine, -1, 0, rough);
        return vectors.norm(fine) / MagnusStepping.RICHARDSON;
    }

    @Override
    public void advance(
            List<MagnusExponent<CoMovingTensors>> halves,
            List<MagnusExponent<CoMovingTensors>> whole,
            double errorRate) {
        direct.advance(halves, whole, errorRate);
        truncated.forEach(levels -> levels.advance(halves, whole, errorRate));
    }

    MagnusStepping<CoMovingTensors> stepping() {
        return stepping;
    }

    /** The dynamics of L. */
    FluctuationLevels direct() {
        return direct;
    }

    /** The truncated ones, in the order in which their cutoffs were given. */
    List<FluctuationLevels> truncated() {
        return truncated;
    }

    long applications() {
        return direct.applications()
                + truncated.stream().mapToLong(FluctuationLevels::applications).sum();
    }

    void save(Map<String, double[]> saved) {
        stepping.save(saved);
        direct.save(saved);
        truncated.forEach(levels -> levels.save(saved));
    }

    void restore(Map<String, double[]> saved) {
        stepping.restore(saved);
        direct.restore(saved);
        truncated.forEach(levels -> levels.restore(saved));
    }
}
