package org.mixfield.fock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.run.Workers;

/**
 * One number sector on its way through time, and what it contributes to a row. Either it shares the memory of Krylov
 * vectors with others and has it for one {@link #moveTo} at a time, or it is alone and keeps its Krylov space:
 * {@link #stepTowards}, {@link #measureAt}.
 */
final class LaboratorySector {

    /**
     * What a sector contributes, before its probability.
     *
     * @param normSquared ‖ψ‖² of the sector state, 1 up to the error of the propagation
     * @param energy ⟨H⟩
     * @param pairs ⟨b*_p c*_q b_i c_j⟩; empty without a particle of each species
     * @param error upper bound of the error of the sector state
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Contribution(double normSquared, double energy, Optional<double[]> pairs, double error) {}

    private final NumberSectors.Sector sector;
    private final MixtureHamiltonian hamiltonian;
    private final Workers workers;
    private final double[] state;
    private double time;
    private double earlierError;
    private long earlierApplications;
    private int earlierSpaces;
    private @Nullable LanczosPropagator propagator;
    private @Nullable HermitianOperator operator;

    /**
     * A sector at time 0.
     *
     * @param start its state, interleaved; becomes the sector's own
     */
    LaboratorySector(NumberSectors.Sector sector, MixtureHamiltonian hamiltonian, double[] start, Workers workers) {
        this.sector = sector;
        this.hamiltonian = hamiltonian;
        this.state = start;
        this.workers = workers;
    }

    /**
     * Moves to a time, measures there, and leaves the memory to the next sector.
     *
     * @param errorRate largest error per time
     */
    Contribution moveTo(double target, double errorRate, KrylovMemory memory) {
        stepTowards(target, target, errorRate, memory);
        Contribution contribution = measureAt(target, memory);
        if (propagator != null) {
            earlierError += propagator.error();
            earlierApplications += propagator.applications();
            earlierSpaces += propagator.spaces();
            propagator = null;
            operator = null;
        }
        return contribution;
    }

    /**
     * Takes one Krylov space towards a time.
     *
     * @param horizon the time up to which the memory is this sector's
     * @return true when the space serves that time
     */
    boolean stepTowards(double target, double horizon, double errorRate, KrylovMemory memory) {
        LanczosPropagator present = propagator;
        if (present == null) {
            present = new LanczosPropagator(operator(), state, time, horizon, errorRate, memory, workers);
            propagator = present;
            return target <= present.covered();
        }
        return present.stepTowards(target);
    }

    /** Moves to a time as far as still needed, and measures there. */
    Contribution measureAt(double target, KrylovMemory memory) {
        LanczosPropagator present = java.util.Objects.requireNonNull(propagator, "the sector has not begun to move");
        present.stateAt(target, state);
        time = target;
        double[] applied = memory.applied(dimension());
        operator().apply(state, applied);
        ComplexVectors vectors = new ComplexVectors(dimension(), workers);
        Optional<double[]> pairs = hasPairs()
                ? Optional.of(new PairDensity(hamiltonian.basisU(sector.n1()), hamiltonian.basisV(sector.n2()), workers)
                        .of(state))
                : Optional.empty();
        return new Contribution(
                vectors.inner(state, state)[0],
                vectors.inner(state, applied)[0],
                pairs,
                earlierError + present.error());
    }

    /** How the particles are correlated at the last time measured, given γ there. */
    Correlations correlations(ReducedDensity gamma) {
        OccupationBasis u = hamiltonian.basisU(sector.n1());
        OccupationBasis v = hamiltonian.basisV(sector.n2());
        return Correlations.of(
                new SectorBipartition(state, u.dimension(), v.dimension(), workers),
                gamma,
                sector.n1(),
                sector.n2(),
                (species, orbital) -> SectorPairs.of(state, u, v, species, orbital),
                workers);
    }

    private HermitianOperator operator() {
        HermitianOperator present = operator;
        if (present == null) {
            present = hamiltonian.sector(sector.n1(), sector.n2(), workers);
            operator = present;
        }
        return present;
    }

    /** Four numbers that, with the state, say where a sector without a Krylov space is. */
    double[] save() {
        return new double[] {time, earlierError, earlierApplications, earlierSpaces};
    }

    /** Takes up what {@link #save} gave; the {@link #state} is filled by the caller. */
    void restore(double[] saved) {
        time = saved[0];
        earlierError = saved[1];
        earlierApplications = (long) saved[2];
        earlierSpaces = (int) saved[3];
    }

    /** The Krylov space it keeps, where it has one. */
    Optional<LanczosPropagator> space() {
        return Optional.ofNullable(propagator);
    }

    /** Takes up a Krylov space that was kept; arguments as for {@link LanczosPropagator#restored}. */
    void restoreSpace(double[] first, double[] saved, double horizon, double errorRate, KrylovMemory memory) {
        propagator = LanczosPropagator.restored(operator(), first, saved, horizon, errorRate, memory, workers);
    }

    /** The state at the last time measured, or at 0, interleaved. */
    double[] state() {
        return state;
    }

    NumberSectors.Sector sector() {
        return sector;
    }

    /** Whether it has a particle of each species. */
    boolean hasPairs() {
        return sector.n1() > 0 && sector.n2() > 0;
    }

    int dimension() {
        return state.length / 2;
    }

    long applications() {
        return earlierApplications + (propagator == null ? 0 : propagator.applications());
    }

    int krylovSpaces() {
        return earlierSpaces + (propagator == null ? 0 : propagator.spaces());
    }
}
