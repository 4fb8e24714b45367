package org.mixfield.fock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.statement.Evidence;

/**
 * The truncated-Fock solver in the laboratory frame.
 *
 * @param initial the kind of many-body state it starts from
 * @param tail number probability that may be left out of a coherent start, between 0 and 1
 * @param tolerance largest error of the state at the end time that the propagation may cause, relative to its norm
 */
@API(status = API.Status.EXPERIMENTAL)
public record TruncatedFockSolver(InitialState initial, double tail, double tolerance) implements Solver {

    private static final String REMEDY = "fewer modes or particles, or a larger tail";

    /** The part of a heap that is left to the virtual machine and to what is not counted here. */
    private static final double REST_OF_HEAP = 0.15;

    /** Bytes that other parts of a run take for each point of its grid: kernels, transforms, orbitals of both species. */
    private static final double REST_PER_POINT = 600;

    public TruncatedFockSolver {
        if (!(tail > 0 && tail < 1 && tolerance > 0)) {
            throw new IllegalArgumentException("the tail lies between 0 and 1 and the tolerance is greater than 0, not "
                    + tail + ", " + tolerance);
        }
    }

    @Override
    public Class<? extends State> stateType() {
        return ManyBodyState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        return initial.hasFixedNumbers()
                ? Set.of(ManyBodyState.class, FixedNumberState.class)
                : Set.of(ManyBodyState.class, FluctuationState.class);
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        return memory(discretization, passes(discretization, (double)
                Runtime.getRuntime().maxMemory()));
    }

    /** One pass where its vectors fit beside all else that a run of this size keeps in a heap. */
    LanczosPasses passes(Discretization discretization, double heap) {
        double needed = memory(discretization, LanczosPasses.ONE).stream()
                .mapToDouble(MemoryNeed::bytes)
                .sum();
        double rest =
                REST_OF_HEAP * heap + REST_PER_POINT * discretization.grid().size();
        // A ground state is sought in many vectors at once.
        return initial == InitialState.GROUND_STATE || needed + rest <= heap ? LanczosPasses.ONE : LanczosPasses.TWO;
    }

    /** The same for a number of passes. */
    List<MemoryNeed> memory(Discretization discretization, LanczosPasses passes) {
        ModesChoice modes = discretization
                .modesChoice()
                .orElseThrow(() -> new IllegalArgumentException("the truncated-Fock solver needs modes"));
        Mixture mixture = discretization.mixture();
        int n1 = mixture.u().particles();
        int n2 = mixture.v().particles();
        boolean fixed = initial.hasFixedNumbers();
        double below1 = fixed ? n1 + 1.0 : NumberSectors.particlesBelow(n1, tail);
        double below2 = fixed ? n2 + 1.0 : NumberSectors.particlesBelow(n2, tail);
        double statesU = OccupationBasis.dimension(below1 - 1, modes.countU());
        double statesV = OccupationBasis.dimension(below2 - 1, modes.countV());
        double states =
                fixed ? statesU * statesV : NumberSectors.coherentStates(n1, modes.countU(), n2, modes.countV(), tail);
        double largest = Math.min(statesU * statesV, states);
        double workers = discretization.workers().count();
        double pairs = Math.pow((double) modes.countU() * modes.countU(), 2)
                + Math.pow((double) modes.countV() * modes.countV(), 2)
                + Math.pow((double) modes.countU() * modes.countV(), 2);
        List<MemoryNeed> needs = new ArrayList<>(List.of(
                new MemoryNeed("many-body state of " + words(states) + " amplitudes", 16 * states, REMEDY),
                // States of many sectors are put together, and written from a buffer of as many bytes.
                new MemoryNeed("the same in a checkpoint", (fixed ? 16 : 32) * states, REMEDY),
                new MemoryNeed(
                        passes == LanczosPasses.ONE ? "Krylov vectors" : "Krylov vectors, computed twice",
                        KrylovMemory.bytes(largest, passes) * (fixed ? 1 : workers),
                        REMEDY),
                new MemoryNeed(
                        "species tables and tiles",
                        tables(n1, modes.countU())
                                + tables(n2, modes.countV())
                                + workers
                                        * SectorHamiltonian.bytesOfWorker(
                                                statesU, statesV, modes.countU(), modes.countV()),
                        REMEDY),
                new MemoryNeed(
                        "modes and matrix elements",
                        8 * pairs
                                + 8.0
                                        * discretization.grid().size()
                                        * (modes.countU() + modes.countV() + PairIntegrals.MOST_FIELDS),
                        "fewer modes or grid points")));
        if (fixed) {
            double least = Math.min(
                    OccupationBasis.dimension(n1, modes.countU()), OccupationBasis.dimension(n2, modes.countV()));
            needs.add(new MemoryNeed("Schmidt decomposition", SchmidtWeights.bytes(least, least), REMEDY));
        } else {
            needs.add(new MemoryNeed(
                    "vectors of moments",
                    LaboratoryMoments.bytes(statesU, modes.countU(), statesV, modes.countV())
                            * discretization.workers().count(),
                    REMEDY));
        }
        return needs;
    }

    /** Transitions between the states of one species, at most those of two particles, 12 bytes each and with room to grow. */
    private double tables(int mean, int modes) {
        double largest = initial.hasFixedNumbers() ? mean : NumberSectors.particlesBelow(mean, tail);
        double d = OccupationBasis.dimension(largest, modes);
        double transitions = Math.min(d, Math.pow(SpeciesTables.pairs(modes), 2)) + 2.0 * modes * modes;
        // All sectors together hold the states of every n up to the largest, which is one more mode.
        double all = initial.hasFixedNumbers() ? d : OccupationBasis.dimension(largest, modes + 1);
        return 24 * all * transitions;
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        ModesChoice modes = discretization
                .modesChoice()
                .orElseThrow(() -> new IllegalArgumentException("the truncated-Fock solver needs modes"));
        int n1 = discretization.mixture().u().particles();
        int n2 = discretization.mixture().v().particles();
        Map<String, Double> sizes = new LinkedHashMap<>();
        if (initial.hasFixedNumbers()) {
            sizes.put("sectors", 1.0);
            sizes.put(
                    "states",
                    OccupationBasis.dimension(n1, modes.countU()) * OccupationBasis.dimension(n2, modes.countV()));
            String start = initial.toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            return new Workload("laboratory frame, " + start, OptionalDouble.empty(), OptionalDouble.empty(), sizes);
        }
        OptionalDouble sectors = NumberSectors.coherentSectors(n1, n2, tail);
        sectors.ifPresent(count -> sizes.put("sectors", count));
        sizes.put("states", NumberSectors.coherentStates(n1, modes.countU(), n2, modes.countV(), tail));
        int together = LaboratoryPropagator.sectorsInStep(discretization.workers());
        OptionalDouble steps = sectors.isPresent() && sectors.getAsDouble() > 1
                ? OptionalDouble.of(times.size() * Math.ceil(sectors.getAsDouble() / together))
                : OptionalDouble.empty();
        return new Workload("laboratory frame, coherent", steps, OptionalDouble.empty(), sizes);
    }

    private static String words(double states) {
        return states < 1e15
                ? String.format(java.util.Locale.ROOT, "%.0f", states)
                : String.format(java.util.Locale.ROOT, "%.1e", states);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        LanczosPasses passes =
                passes(discretization, (double) Runtime.getRuntime().maxMemory());
        return new LaboratoryPropagator(discretization, initial, tail, tolerance, endTime, passes);
    }

    @Override
    public Evidence verify(Discretization discretization, List<Double> times) {
        return FockStatements.of(discretization, initial, times);
    }
}
