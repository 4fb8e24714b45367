package org.mixfield.fock;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.statement.Evidence;

/**
 * The frame {@code fluctuation}: ω_t of a coherent start integrated directly on F⊗F with a cutoff for each species. It converges
 * slowly in the cutoffs and is there as a check, for few particles and short times, and for the truncated dynamics U^c.
 *
 * @param choice its parameters
 */
@API(status = API.Status.EXPERIMENTAL)
public record FluctuationSolver(FluctuationChoice choice) implements Solver {

    /** A smaller cutoff is named that leaves this part of the memory there can be to the rest of the run. */
    private static final double SHARE = 0.7;

    @Override
    public Class<? extends State> stateType() {
        return ProjectedState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        Set<Class<? extends State>> types = new HashSet<>(Set.of(ProjectedState.class, DirectState.class));
        choice.cubic().ifPresent(cubic -> types.add(TruncatedState.class));
        return types;
    }

    private static ModesChoice modes(Discretization discretization) {
        return discretization
                .modesChoice()
                .orElseThrow(() -> new IllegalArgumentException("the truncated-Fock solver needs modes"));
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        ModesChoice modes = modes(discretization);
        double mu = modes.countU();
        double mv = modes.countV();
        int workers = discretization.workers().count();
        double pairs = Math.pow(mu, 4) + Math.pow(mv, 4) + Math.pow(mu * mv, 2);
        return List.of(
                new MemoryNeed(
                        String.format(
                                Locale.ROOT,
                                "fluctuation states of %.4g amplitudes with Krylov vectors",
                                FluctuationSpace.dimension(modes.countU(), modes.countV(), choice.cutoff())),
                        bytes(choice.cutoff(), modes, workers),
                        remedy(modes, workers)),
                new MemoryNeed(
                        "the same in a checkpoint",
                        16 * FluctuationSpace.dimension(modes.countU(), modes.countV(), choice.cutoff()),
                        remedy(modes, workers)),
                new MemoryNeed(
                        "modes and matrix elements",
                        8 * pairs * 20 + 8.0 * discretization.grid().size() * (mu + mv + 4),
                        "fewer modes or grid points"));
    }

    private double bytes(SpeciesCutoffs cutoffs, ModesChoice modes, int workers) {
        int dynamics = choice.cubic().isPresent() ? 2 : 1;
        return dynamics * FluctuationLevels.bytes(modes.countU(), modes.countV(), cutoffs, workers)
                + KrylovMemory.bytes(FluctuationSpace.dimension(modes.countU(), modes.countV(), cutoffs))
                + 16 * FluctuationSpace.dimension(modes.countU(), modes.countV(), cutoffs)
                + FluctuationMoments.bytes(modes.countU(), modes.countV(), cutoffs, workers);
    }

    /** The largest smaller cutoffs that fit, if any do. */
    private String remedy(ModesChoice modes, int workers) {
        double available = SHARE * Runtime.getRuntime().maxMemory();
        SpeciesCutoffs smaller = choice.cutoff();
        while (bytes(smaller, modes, workers) > available && Math.max(smaller.u(), smaller.v()) > 2) {
            smaller = new SpeciesCutoffs(Math.max(2, smaller.u() - 1), Math.max(2, smaller.v() - 1));
        }
        if (bytes(smaller, modes, workers) > available) {
            return "fewer modes, or frames: [comoving]";
        }
        return smaller.equals(choice.cutoff())
                ? "a smaller solvers.fock.direct-cutoff or fewer modes"
                : "solvers.fock.direct-cutoff: " + smaller + ", which fits, or fewer modes, or frames: [comoving]";
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        ModesChoice modes = modes(discretization);
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("states", FluctuationSpace.dimension(modes.countU(), modes.countV(), choice.cutoff()));
        return new Workload("fluctuation frame", OptionalDouble.empty(), OptionalDouble.empty(), sizes);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return new FluctuationPropagator(discretization, choice, endTime);
    }

    @Override
    public Evidence verify(Discretization discretization, List<Double> times) {
        return FockStatements.of(discretization, InitialState.COHERENT, times);
    }
}
