package org.mixfield.hartree;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.State;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.MemoryNeed;

/**
 * The spectral Hartree solver.
 *
 * @param scheme the splitting, that which it begins with where there are several to choose from
 * @param stepping how it chooses its steps
 * @param paddingTolerance how far the orbitals may be carried wrong in a unit of time, in norm, because convolutions are padded
 *     no farther than the orbitals need it
 * @param exactTrap whether harmonic traps go with the kinetic energy, in an exact flow, along axes where they are most of the
 *     force
 */
@API(status = API.Status.EXPERIMENTAL)
public record SpectralHartreeSolver(Splitting scheme, Stepping stepping, double paddingTolerance, boolean exactTrap)
        implements Solver {

    /** Where steps are fixed and nothing says what is wanted. */
    private static final double PADDING_TOLERANCE = 1e-9;

    /** Part of the tolerance of the steps that the padding may take. */
    private static final double PADDING_SHARE = 0.01;

    /** Bytes a point of a trajectory: two orbitals, and the potentials that act on them. */
    private static final double TRAJECTORY = 2 * 16 + 2 * 8;

    /** Bytes a point of what trajectories share: the traps, and what of them is left to the potential flow. */
    private static final double SHARED = 4 * 8;

    /** A solver whose padding tolerance follows that of the steps, with traps in the potential flow. */
    public SpectralHartreeSolver(Splitting scheme, Stepping stepping) {
        this(scheme, stepping, defaultPaddingTolerance(stepping), false);
    }

    static double defaultPaddingTolerance(Stepping stepping) {
        return stepping instanceof Stepping.Adaptive adaptive
                ? PADDING_SHARE * AdaptiveStep.allowed(adaptive.tolerance())
                : PADDING_TOLERANCE;
    }

    /** Equal steps whose error is not estimated. */
    public SpectralHartreeSolver(Splitting scheme, double step) {
        this(scheme, new Stepping.Fixed(step, false));
    }

    @Override
    public Class<? extends State> stateType() {
        return HartreeState.class;
    }

    @Override
    public Set<Class<? extends State>> stateTypes() {
        return trajectories() > 1 ? Set.of(HartreeState.class, HartreeState.Coarser.class) : Set.of(HartreeState.class);
    }

    @Override
    public List<MemoryNeed> memory(Discretization discretization) {
        double bytes =
                (SHARED + trajectories() * TRAJECTORY) * discretization.grid().size();
        return List.of(new MemoryNeed("Hartree orbitals", bytes, "fewer grid points"));
    }

    private int trajectories() {
        if (stepping instanceof Stepping.Fixed fixed) {
            return fixed.errorEstimate() ? 2 : 1;
        }
        return 3;
    }

    @Override
    public Workload workload(Discretization discretization, List<Double> times) {
        // As many of each kind as flows of the second kind: the first of a step merges with the last of the one before.
        int flows = scheme.fractions().length / 2;
        Interactions interactions = discretization.mixture().interactions();
        double transforms = interactions.vanish() ? 4 : 8;
        if (stepping instanceof Stepping.Fixed fixed) {
            int pair = fixed.errorEstimate() ? 2 : 1;
            double strides = 0;
            double before = 0;
            for (double time : times) {
                strides += Math.ceil((time - before) / (pair * fixed.step()) - 1e-9);
                before = time;
            }
            String method = scheme.name() + ", step " + fixed.step()
                    + (pair == 2 ? ", in pairs, with one of twice the size for each" : "");
            return new Workload(
                    method,
                    OptionalDouble.of(strides),
                    OptionalDouble.of((pair == 2 ? 3 : 1) * flows * transforms),
                    Map.of());
        }
        return new Workload(
                scheme.name() + ", adaptive, with one step of twice the size for every two",
                OptionalDouble.empty(),
                OptionalDouble.of(1.5 * flows * transforms),
                Map.of());
    }

    @Override
    public Propagator start(Discretization discretization, double endTime) {
        SplitStepPropagator propagator = propagator(discretization);
        return exactTrap ? propagator.withExactTraps() : propagator;
    }

    private SplitStepPropagator propagator(Discretization discretization) {
        if (stepping instanceof Stepping.Adaptive adaptive) {
            List<Splitting> schemes =
                    Stream.concat(Stream.of(scheme), adaptive.others().stream()).toList();
            return SplitStepPropagator.adaptive(discretization, schemes, adaptive.tolerance(), paddingTolerance);
        }
        Stepping.Fixed fixed = (Stepping.Fixed) stepping;
        return SplitStepPropagator.fixed(discretization, scheme, fixed.step(), fixed.errorEstimate(), paddingTolerance);
    }
}
