package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.run.Workers;

/** The fluctuation state, or that of the truncated dynamics, with one pair of cutoffs, on its way through time. */
final class FluctuationLevel {

    private final FluctuationSpace space;
    private final FluctuationGenerator generator;
    private final KrylovMemory memory;
    private final Workers workers;
    private final double[] state;
    private double error;
    private long applications;

    /**
     * No fluctuations.
     *
     * @param cubic M₁ and M₂ of the truncated dynamics
     * @param memory vectors at least as long as this state, lent for the time of a call
     */
    FluctuationLevel(
            FluctuationSpace space,
            Optional<SpeciesCutoffs> cubic,
            FrameWeights weights,
            KrylovMemory memory,
            Workers workers) {
        this.space = space;
        this.generator = new FluctuationGenerator(space, cubic, weights, memory, workers);
        this.memory = memory;
        this.workers = workers;
        this.state = new double[2 * space.dimension()];
        this.state[0] = 1;
    }

    FluctuationSpace space() {
        return space;
    }

    double[] state() {
        return state;
    }

    /** ‖ω − ω'‖ for the state on another level, whose cutoffs are not larger. */
    double distance(FluctuationLevel other) {
        int width = space.v().dimension();
        int narrow = other.space.v().dimension();
        double sum = 0;
        for (int i = 0; i < space.u().dimension(); i++) {
            for (int k = 0; k < 2 * width; k++) {
                boolean shared = i < other.space.u().dimension() && k < 2 * narrow;
                double difference = state[2 * width * i + k] - (shared ? other.state[2 * narrow * i + k] : 0);
                sum += difference * difference;
            }
        }
        return Math.sqrt(sum);
    }

    /** Applies e^{−iτL}, one exponent after another. */
    void advance(List<MagnusExponent<CoMovingTensors>> exponents, double errorRate) {
        advance(exponents, errorRate, state, true);
    }

    /** A copy of the state, moved on. */
    double[] advanced(List<MagnusExponent<CoMovingTensors>> exponents, double errorRate) {
        double[] copy = state.clone();
        advance(exponents, errorRate, copy, false);
        return copy;
    }

    private void advance(
            List<MagnusExponent<CoMovingTensors>> exponents, double errorRate, double[] psi, boolean counted) {
        for (MagnusExponent<CoMovingTensors> exponent : exponents) {
            generator.set(exponent.couplings());
            LanczosPropagator lanczos =
                    new LanczosPropagator(generator, psi, 0, exponent.duration(), errorRate, memory, workers);
            lanczos.stateAt(exponent.duration(), psi);
            if (counted) {
                error += lanczos.error();
                applications += lanczos.applications();
            }
        }
    }

    /** Upper bound of the Krylov error of the state so far. */
    double error() {
        return error;
    }

    long applications() {
        return applications;
    }

    /** Adds the arrays {@code NAME.state} and {@code NAME.numbers}. */
    void save(String name, Map<String, double[]> saved) {
        saved.put(name + ".state", state);
        saved.put(name + ".numbers", new double[] {error, applications});
    }

    /** Takes up what {@link #save} added. */
    void restore(String name, Map<String, double[]> saved) {
        System.arraycopy(SavedLaboratory.array(saved, name + ".state", state.length), 0, state, 0, state.length);
        double[] numbers = SavedLaboratory.array(saved, name + ".numbers", 2);
        error = numbers[0];
        applications = (long) numbers[1];
    }
}
