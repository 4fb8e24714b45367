package org.mixfield.hartree;

import org.mixfield.core.model.ConfinedMeanField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.Slabs;
import org.mixfield.core.spectral.SpectralFilter;

/**
 * The two flows of the Hartree system: the kinetic one, together with the {@link TrapShare}, and the potential one of all the
 * rest. Moves one {@link Trajectory} at a time.
 *
 * <p>What is to be done at the points goes slab by slab, together with those parts of the transforms that stay within a slab:
 * a potential flow, a kinetic one and the potentials after it pass four times over the orbitals, twice over slabs and twice
 * across them.
 *
 * <p>Potentials that change in time are taken at the time that the kinetic flows have reached: time is then one more
 * coordinate that moves with them, the potential flow stays exact and every scheme keeps its order.
 */
final class HartreeFlow {

    /** Points that are worth handing to another worker. */
    private static final int LEAST_BLOCK = 1 << 11;

    private final Workers workers;
    private final ConfinedMeanField meanField;
    private final KineticFlow kineticU;
    private final KineticFlow kineticV;
    private final SpectralFilter kinetic;
    private final Phases phases;
    private final TrapShare trapShare;
    private final FourierTransform transform;
    private final Slabs slabs;
    private long evaluations;
    private long kineticFlows;

    /** Something done to a species in a slab. */
    @FunctionalInterface
    private interface SlabTask {
        void run(int worker, SpeciesName species, int slab);
    }

    /**
     * Flows of a discretization's mixture.
     *
     * @param paddingTolerance rate at which the padding of convolutions may carry the orbitals wrong
     */
    HartreeFlow(Discretization discretization, double paddingTolerance) {
        this.workers = discretization.workers();
        this.meanField = new ConfinedMeanField(discretization, paddingTolerance);
        this.transform =
                discretization.backend().complex(workers, discretization.grid().shape());
        this.slabs = transform.slabs();
        this.kineticU = new KineticFlow(
                discretization.grid(), discretization.mixture().u().mass());
        this.kineticV = new KineticFlow(
                discretization.grid(), discretization.mixture().v().mass());
        this.kinetic = (spectra, offset, first, stride, count) -> {
            kineticU.apply(spectra[0], offset, first, stride, count);
            kineticV.apply(spectra[1], offset, first, stride, count);
        };
        this.phases = new Phases(workers.count());
        this.trapShare = new TrapShare(discretization);
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

    /** The parts of the traps that go with the kinetic energy. */
    TrapShare trapShare() {
        return trapShare;
    }

    /** Equal pieces in which a kinetic flow must be done. */
    int pieces(double kineticDuration) {
        return Math.max(
                trapShare.flow(SpeciesName.U).pieces(kineticDuration),
                trapShare.flow(SpeciesName.V).pieces(kineticDuration));
    }

    /**
     * The potential flow alone.
     *
     * @param behind duration of the kinetic flow before it
     */
    void potential(Trajectory trajectory, double behind, double duration) {
        if (behind != 0 && trapShare.isTrapped() || duration != 0) {
            trapShare.between(behind, 0);
            overSlabs((worker, species, slab) -> rotate(worker, trajectory, species, slab, duration));
        }
    }

    /**
     * A potential flow, then a kinetic one, with what of the traps goes with that.
     *
     * @param behind duration of the kinetic flow before
     * @param kineticDuration what {@link #pieces} takes as one
     * @param convolvedAt time of potentials that {@link #convolve} has left and that are to act; NaN where those act that the
     *     trajectory has
     * @param continues whether the densities afterwards are to be transformed, for {@link #convolve}
     */
    void move(
            Trajectory trajectory,
            double behind,
            double potentialDuration,
            double kineticDuration,
            double convolvedAt,
            boolean continues) {
        trapShare.between(behind, kineticDuration);
        boolean rotates = potentialDuration != 0 || trapShare.isTrapped();
        overSlabs((worker, species, slab) -> {
            if (!Double.isNaN(convolvedAt)) {
                transformBack(worker, trajectory, species, slab, convolvedAt);
            }
            if (rotates) {
                rotate(worker, trajectory, species, slab, potentialDuration);
            }
            transform.forwardInSlab(worker, trajectory.orbital(species), slab);
        });
        kineticU.lasting(trapShare.flow(SpeciesName.U), kineticDuration);
        kineticV.lasting(trapShare.flow(SpeciesName.V), kineticDuration);
        transform.acrossSlabs(
                new double[][] {trajectory.orbital(SpeciesName.U), trajectory.orbital(SpeciesName.V)}, kinetic);
        kineticFlows++;
        if (continues) {
            meanField.meanField().prepare();
        }
        overSlabs((worker, species, slab) -> {
            transform.inverseInSlab(worker, trajectory.orbital(species), slab);
            if (continues) {
                transformDensity(worker, trajectory, species, slab);
            }
        });
    }

    /** Transforms the densities of orbitals as they are. */
    void transform(Trajectory trajectory) {
        meanField.meanField().prepare();
        overSlabs((worker, species, slab) -> transformDensity(worker, trajectory, species, slab));
    }

    /** Convolves the densities that were transformed last, with the interactions at a time. */
    void convolve(double time) {
        meanField.meanField().convolve(time);
        evaluations++;
    }

    /** Transforms back what was convolved last, and adds the rest of the traps: then a trajectory has its potentials at a time. */
    void transformBack(Trajectory trajectory, double time) {
        overSlabs((worker, species, slab) -> transformBack(worker, trajectory, species, slab, time));
    }

    private void transformDensity(int worker, Trajectory trajectory, SpeciesName species, int slab) {
        double[] field = trajectory.orbital(species);
        double[] density = trajectory.potential(species);
        for (int j = slabs.from(slab); j < slabs.to(slab); j++) {
            density[j] = field[2 * j] * field[2 * j] + field[2 * j + 1] * field[2 * j + 1];
        }
        meanField.meanField().transformDensity(worker, species, density, slab);
    }

    private void transformBack(int worker, Trajectory trajectory, SpeciesName species, int slab, double time) {
        double[] potential = trajectory.potential(species);
        meanField.meanField().potential(worker, species, potential, slabs, slab);
        trapShare.addRest(species, time, potential, slabs.from(slab), slabs.to(slab));
    }

    private void rotate(int worker, Trajectory trajectory, SpeciesName species, int slab, double duration) {
        phases.rotate(
                worker,
                trajectory.orbital(species),
                trajectory.potential(species),
                -duration,
                trapShare.isTrapped() ? trapShare.flow(species) : null,
                slabs.from(slab),
                slabs.to(slab));
    }

    private void overSlabs(SlabTask task) {
        int block = Math.max(1, LEAST_BLOCK / slabs.thickness());
        workers.run(2 * slabs.count(), block, (worker, from, to) -> {
            for (int item = from; item < to; item++) {
                task.run(worker, item % 2 == 0 ? SpeciesName.U : SpeciesName.V, item / 2);
            }
        });
    }
}
