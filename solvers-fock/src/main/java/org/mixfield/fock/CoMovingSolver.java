package org.mixfield.fock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.statement.Evidence;

/**
 * The truncated-Fock solver in the co-moving frame: cost and memory do not depend on the particle numbers.
 *
 * @param choice its parameters
 */
@API(status = API.Status.EXPERIMENTAL)
public record CoMovingSolver(CoMovingChoice choice) implements Solver {

    @Override
    public Class<? extends State> stateType() {
        return ManyBodyState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        return choice.initial() == InitialState.COHERENT
                ? Set.of(ManyBodyState.class, FluctuationState.class)
                : Set.of(ManyBodyState.class, FixedNumberState.class);
    }

    private CoMovingSize size(Discretization discretization) {
        ModesChoice modes = modes(discretization);
        return new CoMovingSize(
                choice,
                discretization.mixture().u().particles(),
                discretization.mixture().v().particles(),
                modes.countU(),
                modes.countV(),
                discretization.workers().count());
    }

    private static ModesChoice modes(Discretization discretization) {
        return discretization
                .modesChoice()
                .orElseThrow(() -> new IllegalArgumentException("the truncated-Fock solver needs modes"));
    }

    /** Of the cutoff and the nodes given, or of those that automatic choices begin with. */
    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        CoMovingSize size = size(discretization);
        ModesChoice modes = modes(discretization);
        double mu = modes.countU();
        double mv = modes.countV();
        double states = size.states(size.firstCutoff());
        double pairs = Math.pow(mu, 4) + Math.pow(mv, 4) + Math.pow(mu * mv, 2);
        String remedy = choice.cutoff().isPresent() ? "a smaller cutoff or fewer modes" : "fewer modes";
        List<MemoryNeed> needs = new ArrayList<>(List.of(
                new MemoryNeed(
                        String.format(
                                Locale.ROOT,
                                "co-moving expansion of %.0f states in %.0f sectors",
                                states,
                                size.sectors(size.firstNodes())),
                        size.bytes(size.firstCutoff(), size.firstNodes()),
                        remedy),
                new MemoryNeed(
                        "vectors of moments",
                        16
                                * (1 + mu)
                                * (1 + mv)
                                * states
                                * discretization.workers().count(),
                        remedy),
                new MemoryNeed(
                        "modes and matrix elements",
                        8 * pairs * 20 + 8.0 * discretization.grid().size() * (mu + mv + 4),
                        "fewer modes or grid points")));
        if (!size.sizes().coherent()) {
            needs.add(new MemoryNeed("Schmidt decomposition", schmidt(modes, size), remedy));
        }
        return needs;
    }

    /** Of the ways to excite the species with fewer modes, by the most that they can be entangled with the other. */
    private static double schmidt(ModesChoice modes, CoMovingSize size) {
        int cutoff = size.firstCutoff();
        return SchmidtWeights.bytes(
                OccupationBasis.dimension(cutoff, Math.min(modes.countU(), modes.countV())),
                ExcitationBipartition.mostRank(modes.countU(), modes.countV(), cutoff));
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        CoMovingSize size = size(discretization);
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("states", size.states(size.firstCutoff()));
        sizes.put("sectors", size.sectors(size.firstNodes()));
        String start = choice.initial().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Workload("co-moving frame, " + start, OptionalDouble.empty(), OptionalDouble.empty(), sizes);
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        return new CoMovingPropagator(discretization, choice, endTime);
    }

    @Override
    public Evidence verify(Discretization discretization, List<Double> times) {
        return FockStatements.of(discretization, choice.initial(), times);
    }
}
