package org.mixfield.fock;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/**
 * The search for the many-body ground state of a number sector, before the sector's way through time begins. It starts from
 * the state the sector has, which should not be far away, and leaves the ground state there. A search that is not over is
 * not saved: it begins again, and finds the same.
 */
final class GroundStateStart {

    /** Of what is saved, and of the section of a report. */
    static final String NAME = "ground-state";

    private final LaboratorySector sector;
    private final MixtureHamiltonian hamiltonian;
    private final double tolerance;
    private final Workers workers;
    private Optional<LowestState> found = Optional.empty();
    private @Nullable ThickRestartLanczos search;

    /**
     * A search that has not begun.
     *
     * @param tolerance largest ‖error‖ of the state, up to its phase
     */
    GroundStateStart(LaboratorySector sector, MixtureHamiltonian hamiltonian, double tolerance, Workers workers) {
        this.sector = sector;
        this.hamiltonian = hamiltonian;
        this.tolerance = tolerance;
        this.workers = workers;
    }

    /** Goes on until the memory of vectors is full once more; true when the sector has its ground state. */
    boolean step(KrylovMemory memory) {
        if (found.isPresent()) {
            return true;
        }
        ThickRestartLanczos present = search;
        if (present == null) {
            NumberSectors.Sector numbers = sector.sector();
            present = new ThickRestartLanczos(
                    hamiltonian.sector(numbers.n1(), numbers.n2(), workers),
                    sector.state(),
                    state -> true,
                    tolerance,
                    memory,
                    workers);
            search = present;
        }
        if (!present.cycle(sector.state())) {
            return false;
        }
        take(present.measured(sector.state()));
        search = null;
        return true;
    }

    /** The error of its start goes with the sector. */
    private void take(LowestState result) {
        found = Optional.of(result);
        sector.restore(new double[] {0, result.error(), result.applications(), 0});
    }

    /** Adds the array {@code ground-state}. */
    void save(Map<String, double[]> saved) {
        saved.put(NAME, found.map(LowestState::numbers).orElseGet(LowestState::nothing));
    }

    /** Takes up what {@link #save} added. */
    void restore(Map<String, double[]> saved) {
        LowestState.of(SavedLaboratory.array(saved, NAME, LowestState.NUMBERS)).ifPresent(this::take);
    }

    /** What was found, for {@code summary.json}. */
    Map<String, Object> report() {
        return found.map(LowestState::report).orElseGet(Map::of);
    }
}
