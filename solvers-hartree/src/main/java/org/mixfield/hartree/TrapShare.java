package org.mixfield.hartree;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.potential.HarmonicTrap;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.spectral.Boundary;

/**
 * Which axes of the harmonic traps go with the kinetic energy, whose flow together is exact, and what of the traps is left
 * to the potential flow.
 *
 * <p>A splitting errs by commutators of what it splits. Where the interaction is a small change of the trap, most of the force
 * is the trap's, and taking it away leaves little. Where the interaction balances the trap, as in a cloud of Thomas–Fermi
 * form, their sum is what is small, and they must stay together. So an axis is taken when the force at the start, fitted to be
 * linear over the cloud, is more than half of the trap's.
 */
final class TrapShare {

    private static final double WORTH_IT = 0.5;

    /** Times the largest value of the trap: what is left of one that is taken as a whole. */
    private static final double ROUNDING = 1e-14;

    private static final double[] NOTHING = {};

    private final Discretization discretization;
    private final Grid grid;
    private final Map<SpeciesName, HarmonicFlow> flows = new EnumMap<>(SpeciesName.class);
    private final Map<SpeciesName, double[]> rests = new EnumMap<>(SpeciesName.class);

    /** Takes no axis at first. */
    TrapShare(Discretization discretization) {
        this.discretization = discretization;
        this.grid = discretization.grid();
        for (SpeciesName species : SpeciesName.values()) {
            take(species, new boolean[3]);
            discretization.prepareTrap(species);
        }
    }

    /** The harmonic part of a trap, where it may be taken: a ring has no place for it. */
    private Optional<HarmonicTrap> harmonic(SpeciesName species) {
        Trap trap = discretization.mixture().species(species).trap();
        return trap.changes() || discretization.boundary() != Boundary.FREE ? Optional.empty() : trap.harmonicPart();
    }

    /** The flow that the taken axes and the kinetic energy make. */
    HarmonicFlow flow(SpeciesName species) {
        return Objects.requireNonNull(flows.get(species));
    }

    /** Whether any axis is taken. */
    boolean isTrapped() {
        return flow(SpeciesName.U).isTrapped() || flow(SpeciesName.V).isTrapped();
    }

    /** Sets the outer factors of both species' flows to those after one and before another. */
    void between(double before, double after) {
        if (isTrapped()) {
            flow(SpeciesName.U).between(before, after);
            flow(SpeciesName.V).between(before, after);
        }
    }

    /** Whether there is anything to choose. */
    boolean hasChoice() {
        return harmonic(SpeciesName.U).isPresent() || harmonic(SpeciesName.V).isPresent();
    }

    /**
     * Chooses the axes by how a cloud starts.
     *
     * @param orbital of a species
     * @param potential that acts on it, interactions and trap
     */
    void choose(SpeciesName species, double[] orbital, double[] potential) {
        boolean[] axes = new boolean[3];
        harmonic(species).ifPresent(trap -> {
            for (int axis = 0; axis < grid.dimension(); axis++) {
                double k = trap.stiffness(axis);
                axes[axis] = k > 0 && fittedStiffness(axis, orbital, potential) > WORTH_IT * k;
            }
        });
        take(species, axes);
    }

    private void take(SpeciesName species, boolean[] axes) {
        Optional<HarmonicTrap> trap = harmonic(species);
        HarmonicFlow flow =
                new HarmonicFlow(grid, discretization.mixture().species(species).mass(), trap);
        for (int axis = 0; axis < 3; axis++) {
            if (axes[axis]) {
                flow.take(axis, trap.orElseThrow().stiffness(axis));
            }
        }
        flows.put(species, flow);
        rests.remove(species);
        if (flow.isTrapped()) {
            rests.put(species, rest(species, trap.orElseThrow(), axes));
        }
    }

    private double[] rest(SpeciesName species, HarmonicTrap trap, boolean[] axes) {
        boolean isAll = discretization.mixture().species(species).trap().equals(trap);
        for (int axis = 0; axis < 3; axis++) {
            isAll &= axes[axis] || trap.stiffness(axis) == 0;
        }
        if (isAll) {
            return NOTHING;
        }
        double[] rest = discretization.trap(species).clone();
        double[] largest = new double[2];
        grid.forEachPoint((index, x, y, z) -> {
            largest[0] = Math.max(largest[0], Math.abs(rest[index]));
            rest[index] -= (axes[0] ? trap.along(0, x) : 0)
                    + (axes[1] ? trap.along(1, y) : 0)
                    + (axes[2] ? trap.along(2, z) : 0);
            largest[1] = Math.max(largest[1], Math.abs(rest[index]));
        });
        return largest[1] <= ROUNDING * largest[0] ? NOTHING : rest;
    }

    /** k of the harmonic potential about any centre whose force comes nearest to that of a potential, where the cloud is. */
    private double fittedStiffness(int axis, double[] orbital, double[] potential) {
        int n = grid.points(axis);
        int step = 1;
        for (int later = axis + 1; later < grid.dimension(); later++) {
            step *= grid.points(later);
        }
        int stride = step;
        double[][] sums = new double[n][];
        discretization
                .workers()
                .over(
                        n,
                        (worker, j) -> sums[j] = j == 0 || j == n - 1
                                ? new double[2]
                                : densityAndSlope(orbital, potential, j, n, stride));
        double norm = 0;
        double mean = 0;
        double force = 0;
        for (int j = 0; j < n; j++) {
            norm += sums[j][0];
            mean += sums[j][0] * grid.coordinate(axis, j);
            force += sums[j][1];
        }
        mean /= norm;
        force /= norm;
        double covariance = 0;
        double variance = 0;
        for (int j = 0; j < n; j++) {
            double x = grid.coordinate(axis, j) - mean;
            covariance += (sums[j][1] - force * sums[j][0]) * x;
            variance += sums[j][0] * x * x;
        }
        return covariance / (2 * variance * 2 * grid.spacing(axis));
    }

    /** Σ|u|² and Σ|u|² (V₊ − V₋) over the points with one index along an axis. */
    private static double[] densityAndSlope(double[] orbital, double[] potential, int j, int n, int step) {
        double density = 0;
        double slope = 0;
        for (int outer = j * step; outer < potential.length; outer += n * step) {
            for (int i = outer; i < outer + step; i++) {
                double here = orbital[2 * i] * orbital[2 * i] + orbital[2 * i + 1] * orbital[2 * i + 1];
                density += here;
                slope += here * (potential[i + step] - potential[i - step]);
            }
        }
        return new double[] {density, slope};
    }

    /** Adds what of a trap is left to the potential flow, at some of the grid's points. */
    void addRest(SpeciesName species, double time, double[] potential, int from, int to) {
        double[] rest = rests.get(species);
        if (rest == null) {
            discretization.addTrap(species, time, potential, from, to);
        } else if (rest != NOTHING) {
            for (int j = from; j < to; j++) {
                potential[j] += rest[j];
            }
        }
    }

    /** The names of the axes that are taken, by species. */
    Map<String, List<String>> report() {
        Map<String, List<String>> report = new LinkedHashMap<>();
        for (SpeciesName species : SpeciesName.values()) {
            report.put(
                    species.key(),
                    IntStream.range(0, grid.dimension())
                            .filter(flow(species)::takes)
                            .mapToObj(Grid::axisName)
                            .toList());
        }
        return report;
    }

    /** Numbers that {@link #restore} needs. */
    double[] save() {
        double[] saved = new double[6];
        for (int i = 0; i < 6; i++) {
            saved[i] = flow(i < 3 ? SpeciesName.U : SpeciesName.V).takes(i % 3) ? 1 : 0;
        }
        return saved;
    }

    /** Takes the axes that were taken when it was saved. */
    void restore(double[] saved) {
        take(SpeciesName.U, new boolean[] {saved[0] != 0, saved[1] != 0, saved[2] != 0});
        take(SpeciesName.V, new boolean[] {saved[3] != 0, saved[4] != 0, saved[5] != 0});
    }
}
