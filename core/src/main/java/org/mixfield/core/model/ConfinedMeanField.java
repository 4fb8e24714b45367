package org.mixfield.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.Magnitude;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.Padding;
import org.mixfield.core.spectral.Reach;

/**
 * The interaction potentials of two orbitals that fill a part of the box, by convolutions that are padded as far as these
 * orbitals need it and no farther. Used by one thread, for one pair of orbitals as they move.
 *
 * <p>Densities within a distance a of a centre make the right potential, at places within b of it, by a convolution that
 * reaches as far as a + b. What it gets wrong is bounded by what the orbitals have beyond: with ρ<sub>out</sub> the part of a
 * density beyond a, u<sub>out</sub> the part of an orbital beyond b, and δΦ what the potential on u is off by,
 *
 * <pre>
 *   ‖δΦ u‖ ≤ Σ |f| ( ‖V‖₁ sup ρ_out + sup_{r ≥ R}|V| ∫ρ_out + (sup |V|∗ρ + 2 sup_{r ≥ R/2}|V|) ‖u_out‖ ),
 * </pre>
 *
 * the sum over the densities that act on u, f the weight. By Duhamel's formula the orbitals are off by at most the integral
 * of this bound over time. It is found anew whenever {@link #follow} is called, and the padding grows before the bound passes the
 * tolerance; it never shrinks.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ConfinedMeanField {

    /** The padding is made for this part of the tolerance, so that the clouds can spread a little. */
    private static final double AIM = 0.02;

    /** The padding grows when the bound passes this part of the tolerance. */
    private static final double GROW_AT = 0.5;

    /** A padded box as large as this part of the fully padded one is not worth kernels of its own. */
    public static final double WORTH_IT = 0.8;

    private static final double LARGER = 1.05;

    private final Discretization discretization;
    private final Grid grid;
    private final double tolerance;
    private final boolean confinable;
    private final List<Source> sources = new ArrayList<>();
    private @Nullable Reach reach;
    private @Nullable MeanField meanField;
    private int[] padded = {};
    private double largestBound;
    private double accumulated;
    private double bound;
    private int kernelsMade;

    /** The density of one species as it acts on another or the same. */
    private record Source(SpeciesName on, SpeciesName of, Magnitude magnitude, double weight, Modulation factor) {

        double factorAt(double time) {
            double now = Math.abs(factor.at(time));
            return weight * (factor.changes() ? Math.max(1, now) : now);
        }
    }

    /**
     * For orbitals that are first to be followed.
     *
     * @param tolerance largest bound of √(‖δΦ_u u‖² + ‖δΦ_v v‖²), the rate at which orbitals of norm 1 may be carried wrong
     */
    public ConfinedMeanField(Discretization discretization, double tolerance) {
        this.discretization = discretization;
        this.grid = discretization.grid();
        this.tolerance = tolerance;
        this.confinable =
                discretization.padding() == Padding.AUTO && discretization.boundary() == Boundary.FREE && findSources();
    }

    /** False where a potential is such that nothing is known about its tails. */
    private boolean findSources() {
        Interactions interactions = discretization.mixture().interactions();
        Interactions.Factors factors = interactions.factors();
        Weights weights = discretization.mixture().weights();
        return source(SpeciesName.U, SpeciesName.U, interactions.uu(), 1, factors.uu())
                && source(SpeciesName.V, SpeciesName.V, interactions.vv(), 1, factors.vv())
                && source(SpeciesName.U, SpeciesName.V, interactions.uv(), weights.c2(), factors.uv())
                && source(SpeciesName.V, SpeciesName.U, interactions.uv(), weights.c1(), factors.uv())
                && !sources.isEmpty();
    }

    private boolean source(SpeciesName on, SpeciesName of, PairPotential potential, double weight, Modulation factor) {
        if (potential.vanishes()) {
            return true;
        }
        Optional<Magnitude> magnitude = Magnitude.of(potential, grid.dimension(), grid.diagonal());
        magnitude.ifPresent(known -> sources.add(new Source(on, of, known, weight, factor)));
        return magnitude.isPresent();
    }

    /** The potentials of the orbitals that were followed last; those of any orbitals in the box before there were any. */
    public MeanField meanField() {
        @Nullable MeanField known = meanField;
        return known == null ? discretization.meanField() : known;
    }

    /**
     * Looks where the orbitals are now, and pads farther where they have spread.
     *
     * @param time at which the factors of the interactions are taken
     * @param duration since the last call; the error adds up over it
     */
    public void follow(double time, double duration, ComplexField u, ComplexField v) {
        if (!confinable || padded.length > 0 && meanField == null) {
            return;
        }
        double[] center = center(u, v);
        double before = bound;
        Reach present = reach;
        bound = present == null
                ? Double.POSITIVE_INFINITY
                : bound(present, new Clouds(time, gauge(present), center, u, v));
        if (present != null) {
            largestBound = Math.max(largestBound, bound);
            accumulated += duration * Math.max(before, bound);
        }
        if (!(bound <= GROW_AT * tolerance)) {
            grow(time, center, u, v);
        }
    }

    /** Half way between the centres of the two clouds. */
    private double[] center(ComplexField u, ComplexField v) {
        double[] center = CloudProfile.center(u, discretization.workers());
        double[] other = CloudProfile.center(v, discretization.workers());
        for (int axis = 0; axis < center.length; axis++) {
            center[axis] = 0.5 * (center[axis] + other[axis]);
        }
        return center;
    }

    private void grow(double time, double[] center, ComplexField u, ComplexField v) {
        int d = grid.dimension();
        double[] offsets = new double[d];
        double share = AIM * tolerance / (d + 1);
        for (int axis = 0; axis < d; axis++) {
            double[] weights = new double[d + 1];
            weights[axis] = 1;
            offsets[axis] = least(share, new Clouds(time, weights, center, u, v), grid.length(axis));
        }
        double[] weights = new double[d + 1];
        weights[d] = 1;
        double radius = least(share, new Clouds(time, weights, center, u, v), grid.diagonal());
        Reach next = rounded(atLeastPresent(Reach.of(radius, offsets)));
        while (!isWhole(next) && bound(next, new Clouds(time, gauge(next), center, u, v)) > 5 * AIM * tolerance) {
            next = rounded(enlarged(next));
        }
        use(isWhole(next) ? null : next);
        bound = isWhole(next) ? 0 : bound(next, new Clouds(time, gauge(next), center, u, v));
        largestBound = Math.max(largestBound, bound);
    }

    private Reach atLeastPresent(Reach wanted) {
        Reach present = reach;
        if (present == null) {
            return wanted;
        }
        double[] offsets = new double[grid.dimension()];
        for (int axis = 0; axis < offsets.length; axis++) {
            offsets[axis] = Math.max(present.offset(axis), wanted.offset(axis));
        }
        return Reach.of(Math.max(present.radius(), wanted.radius()), offsets);
    }

    private Reach enlarged(Reach smaller) {
        double[] offsets = new double[grid.dimension()];
        for (int axis = 0; axis < offsets.length; axis++) {
            offsets[axis] = LARGER * smaller.offset(axis);
        }
        return Reach.of(LARGER * smaller.radius(), offsets);
    }

    /** As far as the padded box allows that a reach needs. */
    private Reach rounded(Reach wanted) {
        int[] shape = wanted.paddedShape(grid, discretization.backend());
        double[] offsets = new double[shape.length];
        double least = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < shape.length; axis++) {
            offsets[axis] = Math.min(grid.length(axis), shape[axis] * grid.spacing(axis) / 2);
            least = Math.min(least, offsets[axis]);
        }
        return Reach.of(Math.max(wanted.radius(), least), offsets);
    }

    private boolean isWhole(Reach some) {
        return volume(some.paddedShape(grid, discretization.backend()))
                > WORTH_IT * volume(Reach.whole(grid).paddedShape(grid, discretization.backend()));
    }

    private static double volume(int[] shape) {
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    /** Makes the kernels of a reach; none where it is the whole box. */
    private void use(@Nullable Reach next) {
        reach = next;
        meanField = null;
        if (next == null) {
            padded = Reach.whole(grid).paddedShape(grid, discretization.backend());
            return;
        }
        Convolver convolver = Convolver.within(grid, next, discretization.backend(), discretization.workers());
        padded = convolver.paddedShape();
        meanField = new MeanField(
                convolver,
                discretization.mixture().interactions(),
                discretization.mixture().weights());
        kernelsMade++;
    }

    private double[] gauge(Reach some) {
        double[] weights = new double[grid.dimension() + 1];
        for (int axis = 0; axis < grid.dimension(); axis++) {
            weights[axis] = 1 / some.offset(axis);
        }
        weights[grid.dimension()] = 1 / some.radius();
        return weights;
    }

    /** What the orbitals have beyond a distance, and what their densities do. */
    private final class Clouds {

        private final Map<SpeciesName, CloudProfile> profiles;
        private final double[] factor = new double[sources.size()];
        private final double[] largest = new double[sources.size()];

        Clouds(double time, double[] weights, double[] center, ComplexField u, ComplexField v) {
            profiles = Map.of(
                    SpeciesName.U, CloudProfile.of(u, center, weights, discretization.workers()),
                    SpeciesName.V, CloudProfile.of(v, center, weights, discretization.workers()));
            for (int i = 0; i < factor.length; i++) {
                Source source = sources.get(i);
                CloudProfile from = profile(source.of());
                factor[i] = source.factorAt(time);
                largest[i] = source.magnitude().largestPotential(from.largestFrom(0), from.integralFrom(0));
            }
        }

        CloudProfile profile(SpeciesName species) {
            return Objects.requireNonNull(profiles.get(species));
        }

        /** The bound with densities inside of one shell and potentials inside of another. */
        double bound(double radius, int densities, int potentials) {
            double onU = 0;
            double onV = 0;
            for (int i = 0; i < factor.length; i++) {
                Source source = sources.get(i);
                CloudProfile from = profile(source.of());
                CloudProfile to = profile(source.on());
                Magnitude size = source.magnitude();
                double wrong = size.integral(radius) * from.largestFrom(densities)
                        + size.largestBeyond(radius) * from.integralFrom(densities)
                        + (largest[i] + 2 * size.largestBeyond(radius / 2)) * Math.sqrt(to.integralFrom(potentials));
                if (source.on() == SpeciesName.U) {
                    onU += factor[i] * wrong;
                } else {
                    onV += factor[i] * wrong;
                }
            }
            return Math.hypot(onU, onV);
        }
    }

    /** The bound for a reach, by clouds seen in its own gauge: densities within σ of it, potentials within 1 − σ. */
    private static double bound(Reach some, Clouds clouds) {
        CloudProfile any = clouds.profile(SpeciesName.U);
        double least = Double.POSITIVE_INFINITY;
        for (int shell = 1; shell < any.shell(1); shell++) {
            least = Math.min(least, clouds.bound(some.radius(), shell, any.shell(1 - any.edge(shell))));
        }
        return least;
    }

    /** The least a + b for which the bound is as small as is allowed; the largest there is where none is. */
    private static double least(double allowed, Clouds clouds, double largest) {
        CloudProfile any = clouds.profile(SpeciesName.U);
        int best = 2 * CloudProfile.SHELLS;
        for (int a = 1; a <= CloudProfile.SHELLS; a++) {
            for (int b = Math.min(CloudProfile.SHELLS, best - a - 1); b >= 1; b--) {
                if (clouds.bound(any.edge(a) + any.edge(b), a, b) > allowed) {
                    break;
                }
                best = a + b;
            }
        }
        return Math.min(largest, any.edge(best));
    }

    /** Upper bound of what orbitals that were followed are off by, √(‖δu‖² + ‖δv‖²), because the padding is not full. */
    public double error() {
        return accumulated;
    }

    /** The padding for {@code summary.json}; empty where there was nothing to choose. */
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        if (confinable && padded.length > 0) {
            report.put("points", Arrays.stream(padded).boxed().toList());
            report.put("kernels-made", kernelsMade);
            report.put("largest-rate", largestBound);
            report.put("error", accumulated);
        }
        return report;
    }

    /** What {@link #restore} needs. */
    public double[] save() {
        int d = grid.dimension();
        double[] saved = new double[6 + d];
        saved[0] = padded.length;
        saved[1] = bound;
        saved[2] = largestBound;
        saved[3] = accumulated;
        saved[4] = kernelsMade;
        Reach present = reach;
        if (present != null) {
            saved[5] = present.radius();
            for (int axis = 0; axis < d; axis++) {
                saved[6 + axis] = present.offset(axis);
            }
        }
        return saved;
    }

    /** Goes on from what another one saved. */
    public void restore(double[] saved) {
        if (saved[0] > 0) {
            use(saved[5] > 0 ? Reach.of(saved[5], Arrays.copyOfRange(saved, 6, saved.length)) : null);
        }
        bound = saved[1];
        largestBound = saved[2];
        accumulated = saved[3];
        kernelsMade = (int) saved[4];
    }
}
