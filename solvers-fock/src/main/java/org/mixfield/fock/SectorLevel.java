package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/**
 * The sectors of one cutoff and one sum over particle numbers, on their way through time in the same moving bases. They
 * start without excitations. Sectors are shared among the workers, a single one by rows.
 */
final class SectorLevel {

    private final ExcitationBasis basis;
    private final NumberPoints points;
    private final FrameWeights weights;
    private final Workers workers;
    private final double[][] states;
    private final double[] errors;
    private final Engine[] engines;
    private long applications;

    /** What one worker needs: the Hamiltonian of the sector it works on and Krylov vectors. */
    private record Engine(CoMovingHamiltonian hamiltonian, KrylovMemory memory) {}

    SectorLevel(
            ExcitationBasis basis,
            NumberPoints points,
            FrameWeights weights,
            CoMovingTensors tensors,
            Workers workers) {
        this.basis = basis;
        this.points = points;
        this.weights = weights;
        this.workers = workers;
        this.states = new double[points.sectors().size()][2 * basis.dimension()];
        for (double[] state : states) {
            state[0] = 1;
        }
        this.errors = new double[states.length];
        this.engines = new Engine[Math.min(workers.count(), states.length)];
        for (int i = 0; i < engines.length; i++) {
            engines[i] = new Engine(
                    new CoMovingHamiltonian(basis, new CoMovingCouplings(basis, weights, tensors), workers),
                    new KrylovMemory(basis.dimension()));
        }
    }

    /** Bytes of such sectors. */
    static double bytes(int modesU, int modesV, int cutoff, double sectors, int workers) {
        double dimension = ExcitationBasis.dimension(modesU, modesV, cutoff);
        return 16 * dimension * sectors
                + Math.min(workers, sectors)
                        * (KrylovMemory.bytes(dimension)
                                + CoMovingCouplings.bytes(modesU + modesV - 2.0, cutoff)
                                + CoMovingHamiltonian.bytes(modesU, modesV, cutoff));
    }

    ExcitationBasis basis() {
        return basis;
    }

    NumberPoints points() {
        return points;
    }

    /** The state of a sector, interleaved. */
    double[] state(int sector) {
        return states[sector];
    }

    /** Applies e^{−iτH} to every sector. */
    void advance(List<MagnusExponent> exponents, double errorRate) {
        long[] applied = new long[states.length];
        for (MagnusExponent exponent : exponents) {
            workers.run(states.length, 1, (worker, from, to) -> {
                for (int i = from; i < to; i++) {
                    errors[i] += advance(i, exponent, states[i], engines[worker], errorRate, applied);
                }
            });
        }
        for (long count : applied) {
            applications += count;
        }
    }

    /** A copy of the state of a sector, moved on. */
    double[] advanced(int sector, List<MagnusExponent> exponents, double errorRate) {
        double[] state = states[sector].clone();
        for (MagnusExponent exponent : exponents) {
            advance(sector, exponent, state, engines[0], errorRate, null);
        }
        return state;
    }

    private double advance(
            int sector,
            MagnusExponent exponent,
            double[] state,
            Engine engine,
            double errorRate,
            long @Nullable [] applied) {
        NumberPoints.Sector numbers = points.sectors().get(sector);
        engine.hamiltonian().set(exponent.tensors(), numbers.aboveU(), numbers.aboveV());
        LanczosPropagator lanczos = new LanczosPropagator(
                engine.hamiltonian(), state, 0, exponent.duration(), errorRate, engine.memory(), workers);
        lanczos.stateAt(exponent.duration(), state);
        if (applied != null) {
            applied[sector] += lanczos.applications();
        }
        return lanczos.error();
    }

    /** ⟨H⟩ of a sector without the scalar that all sectors miss. */
    double energy(int sector, CoMovingTensors tensors) {
        NumberPoints.Sector numbers = points.sectors().get(sector);
        Engine engine = engines[0];
        engine.hamiltonian().set(tensors, numbers.aboveU(), numbers.aboveV());
        engine.hamiltonian().apply(states[sector], engine.memory().applied(basis.dimension()));
        return new ComplexVectors(basis.dimension(), workers)
                .inner(states[sector], engine.memory().applied(basis.dimension()))[0];
    }

    /** Largest upper bound of the Krylov error of a sector so far. */
    double error() {
        double largest = 0;
        for (double error : errors) {
            largest = Math.max(largest, error);
        }
        return largest;
    }

    long applications() {
        return applications;
    }

    FrameWeights weights() {
        return weights;
    }

    /** Adds the arrays {@code NAME.states.S} and {@code NAME.numbers}. */
    void save(String name, Map<String, double[]> saved) {
        double[] numbers = java.util.Arrays.copyOf(errors, errors.length + 1);
        numbers[errors.length] = applications;
        saved.put(name + ".numbers", numbers);
        SavedStates.save(name + ".states", states, saved);
    }

    /** Takes up what {@link #save} added. */
    void restore(String name, Map<String, double[]> saved) {
        double[] numbers = SavedLaboratory.array(saved, name + ".numbers", errors.length + 1);
        System.arraycopy(numbers, 0, errors, 0, errors.length);
        applications = (long) numbers[errors.length];
        SavedStates.restore(name + ".states", states, saved);
    }
}
