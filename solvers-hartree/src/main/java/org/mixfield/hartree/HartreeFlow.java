package org.mixfield.hartree;

import org.mixfield.core.model.ConfinedMeanField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;

/**
 * The two flows of the Hartree system. Moves one {@link Trajectory} at a time.
 *
 * <p>Potentials that change in time are taken at the time that the kinetic flows have reached: time is then one more
 * coordinate that moves with them, the potential flow stays exact and every scheme keeps its order.
 */
final class HartreeFlow {

    private static final int BLOCK = 1 << 12;

    private final Discretization discretization;
    private final Workers workers;
    private final ConfinedMeanField meanField;
    private final KineticFlow kineticU;
    private final KineticFlow kineticV;
    private final Phases phases;
    private final FourierTransform transform;
    private long evaluations;
    private long kineticFlows;

    /**
     * Flows of a discretization's mixture.
     *
     * @param paddingTolerance rate at which the padding of convolutions may carry the orbitals wrong
     */
    HartreeFlow(Discretization discretization, double paddingTolerance) {
        this.discretization = discretization;
        this.workers = discretization.workers();
        this.meanField = new ConfinedMeanField(discretization, paddingTolerance);
        this.transform =
                discretization.backend().complex(workers, discretization.grid().shape());
        this.kineticU = new KineticFlow(
                discretization.grid(), discretization.mixture().u().mass(), transform);
        this.kineticV = new KineticFlow(
                discretization.grid(), discretization.mixture().v().mass(), transform);
        this.phases = new Phases(workers);
    }

    /** The transform on the grid that the kinetic flows use. */
    FourierTransform transform() {
        return transform;
    }

    /** The interaction potentials, which are to follow the orbitals. */
    ConfinedMeanField meanField() {
        return meanField;
    }

    /** Times that the interaction potentials were computed. */
    long evaluations() {
        return evaluations;
    }

    /** Kinetic flows of both species. */
    long kineticFlows() {
        return kineticFlows;
    }

    /** Goes on counting from these, those of a run that is taken up again. */
    void count(long evaluationsBefore, long kineticFlowsBefore) {
        evaluations = evaluationsBefore;
        kineticFlows = kineticFlowsBefore;
    }

    void kinetic(Trajectory trajectory, double duration) {
        kineticU.apply(trajectory.u, duration);
        kineticV.apply(trajectory.v, duration);
        kineticFlows++;
    }

    void potential(Trajectory trajectory, double duration) {
        phases.rotate(trajectory.u.data(), trajectory.potentialU, -duration);
        phases.rotate(trajectory.v.data(), trajectory.potentialV, -duration);
    }

    /** Computes the potentials that act on a trajectory's orbitals at a time. */
    void evaluate(Trajectory trajectory, double time) {
        double[] onU = trajectory.potentialU;
        double[] onV = trajectory.potentialV;
        density(trajectory.u.data(), onU);
        density(trajectory.v.data(), onV);
        meanField.meanField().potentials(time, onU, onV, onU, onV);
        discretization.addTrap(SpeciesName.U, time, onU);
        discretization.addTrap(SpeciesName.V, time, onV);
        evaluations++;
    }

    private void density(double[] field, double[] density) {
        workers.run(density.length, BLOCK, (worker, from, to) -> {
            for (int j = from; j < to; j++) {
                density[j] = field[2 * j] * field[2 * j] + field[2 * j + 1] * field[2 * j + 1];
            }
        });
    }
}
