package org.mixfield.fock;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mixfield.core.run.Workers;

/**
 * The sectors of one cutoff and one sum over particle numbers, on their way through time in the same moving bases. They
 * start without excitations. Sectors move in batches, each with the same matrix elements and in Krylov spaces of one size.
 */
final class SectorLevel {

    /** Sectors of a batch: enough for contiguous work, and so few that several threads have some. */
    static final int BATCH = 16;

    private final ExcitationBasis basis;
    private final NumberPoints points;
    private final FrameWeights weights;
    private final int[] first;
    private final double[][] states;
    private final double[] errors;
    private final CoMovingHamiltonian[] hamiltonians;
    private final LockstepLanczos[] lanczos;

    SectorLevel(
            ExcitationBasis basis,
            NumberPoints points,
            FrameWeights weights,
            CoMovingCouplings couplings,
            Workers workers) {
        this.basis = basis;
        this.points = points;
        this.weights = weights;
        int sectors = points.sectors().size();
        int batches = (sectors + BATCH - 1) / BATCH;
        this.first = IntStream.rangeClosed(0, batches)
                .map(i -> (int) ((long) sectors * i / batches))
                .toArray();
        this.errors = new double[sectors];
        this.states = new double[batches][];
        this.hamiltonians = new CoMovingHamiltonian[batches];
        this.lanczos = new LockstepLanczos[batches];
        for (int i = 0; i < batches; i++) {
            List<NumberPoints.Sector> some = points.sectors().subList(first[i], first[i + 1]);
            hamiltonians[i] = new CoMovingHamiltonian(
                    basis,
                    weights,
                    couplings,
                    some.stream().mapToDouble(NumberPoints.Sector::aboveU).toArray(),
                    some.stream().mapToDouble(NumberPoints.Sector::aboveV).toArray(),
                    workers);
            lanczos[i] = new LockstepLanczos(hamiltonians[i], workers);
            states[i] = new double[2 * basis.dimension() * some.size()];
            Arrays.fill(states[i], 0, some.size(), 1);
        }
    }

    /** Bytes of the states of that many sectors. */
    static double bytes(int modesU, int modesV, int cutoff, double sectors) {
        return 16 * ExcitationBasis.dimension(modesU, modesV, cutoff) * sectors;
    }

    ExcitationBasis basis() {
        return basis;
    }

    NumberPoints points() {
        return points;
    }

    FrameWeights weights() {
        return weights;
    }

    /** How many batches of sectors there are. */
    int batches() {
        return states.length;
    }

    /** About what moving a batch takes, in any unit. */
    double work(int batch) {
        double singles = basis.excited();
        return (first[batch + 1] - first[batch])
                * (basis.below(1) * singles * singles
                        + basis.below(2) * Math.pow(basis.pairs(), 2)
                        + basis.dimension());
    }

    /** A copy of the state of a sector, interleaved. */
    double[] state(int sector) {
        double[] copy = new double[2 * basis.dimension()];
        copy(sector, copy);
        return copy;
    }

    private void copy(int sector, double[] to) {
        int batch = batchOf(sector);
        int sectors = first[batch + 1] - first[batch];
        for (int row = 0; row < to.length; row++) {
            to[row] = states[batch][row * sectors + sector - first[batch]];
        }
    }

    private int batchOf(int sector) {
        int batch = 0;
        while (first[batch + 1] <= sector) {
            batch++;
        }
        return batch;
    }

    /** Applies e^{−iτH}, factor by factor, to a batch. */
    void advance(int batch, List<MagnusExponent<CoMovingCouplings>> exponents, double errorRate, CoMovingWork work) {
        for (MagnusExponent<CoMovingCouplings> exponent : exponents) {
            hamiltonians[batch].use(exponent.couplings());
            lanczos[batch].advance(states[batch], exponent.duration(), errorRate, errors, first[batch], work);
        }
    }

    /** A level that has one sector of this one, for {@link #takeFrom}. */
    SectorLevel alone(int sector, CoMovingCouplings couplings, Workers workers) {
        NumberPoints.Sector numbers = points.sectors().get(sector);
        return new SectorLevel(
                basis, NumberPoints.single(numbers.aboveU(), numbers.aboveV()), weights, couplings, workers);
    }

    /** Gives the only sector the present state of that sector on another level of the same cutoff. */
    void takeFrom(SectorLevel level, int sector) {
        level.copy(sector, states[0]);
    }

    /**
     * Gives the only sector the lowest eigenvector of H in bases that stand still.
     *
     * @param h the mean-field operators that move the bases, in these
     * @param tolerance largest ‖error‖ of the state, up to its phase
     * @return with the energy of the particles themselves
     */
    LowestState settle(
            CoMovingCouplings couplings, double[][] h, double tolerance, CoMovingWork work, Workers workers) {
        NumberPoints.Sector numbers = points.sectors().get(0);
        CoMovingHamiltonian hamiltonian = hamiltonians[0];
        hamiltonian.use(couplings);
        double[] particles = {weights.n1() + numbers.aboveU(), weights.n2() + numbers.aboveV()};
        FixedBasisHamiltonian operator =
                new FixedBasisHamiltonian((x, y) -> hamiltonian.apply(x, y, work), basis, h, particles, workers);
        // The basis also has states with more excitations than particles, to which nothing leads.
        ThickRestartLanczos search = new ThickRestartLanczos(
                operator,
                states[0],
                state -> basis.particlesU(state) <= particles[0] && basis.particlesV(state) <= particles[1],
                tolerance,
                new KrylovMemory(basis.dimension()),
                workers);
        while (!search.cycle(states[0])) {
            // The work is in the condition.
        }
        LowestState found = search.measured(states[0]);
        errors[0] = found.error();
        lanczos[0].restoreApplications(found.applications());
        return found.above(operator.dropped() + couplings.dropped());
    }

    /** ⟨H⟩ of every sector without the scalar that all of them miss. */
    double[] energies(CoMovingCouplings couplings, CoMovingWork work) {
        double[] energies = new double[errors.length];
        for (int batch = 0; batch < states.length; batch++) {
            CoMovingHamiltonian hamiltonian = hamiltonians[batch];
            hamiltonian.use(couplings);
            double[] applied = new double[states[batch].length];
            hamiltonian.apply(states[batch], applied, work);
            int sectors = hamiltonian.sectors();
            for (int i = 0; i < applied.length; i++) {
                energies[first[batch] + i % sectors] += states[batch][i] * applied[i];
            }
        }
        return energies;
    }

    /** Largest upper bound of the Krylov error of a sector so far. */
    double error() {
        return Arrays.stream(errors).max().orElse(0);
    }

    /** How often H was applied to a sector, all sectors together. */
    long applications() {
        long sum = 0;
        for (int batch = 0; batch < states.length; batch++) {
            sum += lanczos[batch].applications() * hamiltonians[batch].sectors();
        }
        return sum;
    }

    /** Adds the arrays {@code NAME.states.S} and {@code NAME.numbers}. */
    void save(String name, Map<String, double[]> saved) {
        double[] numbers = Arrays.copyOf(errors, errors.length + states.length);
        for (int batch = 0; batch < states.length; batch++) {
            numbers[errors.length + batch] = lanczos[batch].applications();
            saved.put(name + ".states." + batch, states[batch]);
        }
        saved.put(name + ".numbers", numbers);
    }

    /** Takes up what {@link #save} added. */
    void restore(String name, Map<String, double[]> saved) {
        double[] numbers = SavedLaboratory.array(saved, name + ".numbers", errors.length + states.length);
        System.arraycopy(numbers, 0, errors, 0, errors.length);
        for (int batch = 0; batch < states.length; batch++) {
            lanczos[batch].restoreApplications((long) numbers[errors.length + batch]);
            double[] from = SavedLaboratory.array(saved, name + ".states." + batch, states[batch].length);
            System.arraycopy(from, 0, states[batch], 0, from.length);
        }
    }
}
