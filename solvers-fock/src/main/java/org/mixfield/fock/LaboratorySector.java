package org.mixfield.fock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/** One number sector on its way through time, and what it contributes to a row. */
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
     * Moves to a time and measures there. A Krylov space of this sector that is still in the memory is used on.
     *
     * @param horizon how far the state will be carried before the memory goes to another sector
     * @param errorRate largest error per time
     */
    Contribution moveTo(double target, double horizon, double errorRate, KrylovMemory memory) {
        SectorHamiltonian operator = hamiltonian.sector(sector.n1(), sector.n2(), memory, workers);
        LanczosPropagator present = propagator;
        if (!memory.heldBy(this) || present == null) {
            retire();
            present = new LanczosPropagator(operator, state, time, horizon, errorRate, memory, workers);
            propagator = present;
        }
        present.stateAt(target, state);
        time = target;
        operator.apply(state, memory.applied());
        ComplexVectors vectors = new ComplexVectors(dimension(), workers);
        Optional<double[]> pairs = sector.n1() > 0 && sector.n2() > 0
                ? Optional.of(new PairDensity(hamiltonian.basisU(sector.n1()), hamiltonian.basisV(sector.n2()), workers)
                        .of(state))
                : Optional.empty();
        return new Contribution(
                vectors.inner(state, state)[0],
                vectors.inner(state, memory.applied())[0],
                pairs,
                earlierError + present.error());
    }

    private void retire() {
        if (propagator != null) {
            earlierError += propagator.error();
            earlierApplications += propagator.applications();
            earlierSpaces += propagator.spaces();
            propagator = null;
        }
    }

    NumberSectors.Sector sector() {
        return sector;
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
