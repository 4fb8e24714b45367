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
 * <p>A convolution that reaches as far as R gives what a density at y does at x where |x| + |y| ≤ R, seen from the middle of
 * the clouds. What it does wrong at a distance s comes from what a density has beyond R − s: there V is missing where the two
 * are farther apart than R, and an image may act instead. With ρ<sub>out</sub> that part of a density,
 *
 * <pre>
 *   |δΦ(x)| ≤ Σ |f| ( sup |V|∗ρ_out + sup_{r ≥ R}|V| ∫ρ_out ),     ‖δΦ u‖² = ∫ |δΦ|² |u|²,
 * </pre>
 *
 * the sum over the densities that act on u, f the weight. What a density has in the middle acts wrongly on the far ends of the
 * box alone, and no image of it is near them: there sup |V| over the distances in question takes the place of |V|∗ρ. By
 * Duhamel's formula the orbitals are off by at most the integral of this over time. It is found anew whenever {@link #follow}
 * is called, and the padding grows before it passes the tolerance; it never shrinks.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ConfinedMeanField {

    /** The padding is made for this part of the tolerance, so that the clouds can spread a little. */
    private static final double AIM = 0.3;

    /** The padding grows when the bound passes this part of the tolerance. */
    private static final double GROW_AT = 0.7;

    /** A padded box as large as this part of the fully padded one is not worth kernels of its own. */
    public static final double WORTH_IT = 0.8;

    private static final double LARGER = 1.05;

    /** What is within this part of the reach is in the middle. */
    private static final double MIDDLE = 0.25;

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
     * @param kept time since the last call that is not to be computed again; the error adds up over it
     * @param last time after that, which can be computed again
     * @return false where they have spread so far that it should be
     */
    public boolean follow(double time, double kept, double last, ComplexField u, ComplexField v) {
        if (!confinable || padded.length > 0 && meanField == null) {
            return true;
        }
        double[] center = center(u, v);
        Reach present = reach;
        if (present == null) {
            grow(time, center, u, v);
            return true;
        }
        double now = bound(present, new Clouds(time, gauge(present), center, u, v));
        boolean right = now <= tolerance;
        double wrongFor = kept + (right ? last : 0);
        if (wrongFor > 0) {
            largestBound = Math.max(largestBound, now);
            accumulated += wrongFor * Math.max(bound, now);
        }
        bound = now;
        if (now > GROW_AT * tolerance) {
            grow(time, center, u, v);
        }
        return right;
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
        double share = AIM * tolerance / Math.sqrt(d + 1);
        double[] offsets = new double[d];
        for (int axis = 0; axis < d; axis++) {
            offsets[axis] = new Clouds(time, unit(axis), center, u, v).least(share, grid.length(axis));
        }
        double radius = new Clouds(time, unit(d), center, u, v).least(share, grid.diagonal());
        Reach next = rounded(atLeastPresent(Reach.of(radius, offsets)));
        double then = bound(next, new Clouds(time, gauge(next), center, u, v));
        while (then > AIM * tolerance && !isWhole(next)) {
            next = rounded(enlarged(next));
            then = bound(next, new Clouds(time, gauge(next), center, u, v));
        }
        use(isWhole(next) ? null : next);
        bound = isWhole(next) ? 0 : then;
        largestBound = Math.max(largestBound, bound);
    }

    /** The gauge that is the distance along one axis, or in space. */
    private double[] unit(int axis) {
        double[] weights = new double[grid.dimension() + 1];
        weights[axis] = 1;
        return weights;
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

    /** The bound for a reach, by clouds seen in its own gauge. */
    private double bound(Reach some, Clouds clouds) {
        int[] shape = some.paddedShape(grid, discretization.backend());
        double clearance = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < shape.length; axis++) {
            double middle = MIDDLE * some.offset(axis);
            clearance = Math.min(clearance, clouds.clearance(axis, shape[axis] * grid.spacing(axis)) - middle);
        }
        return clouds.bound(1, some.radius(), clearance);
    }

    /** What the orbitals have beyond a distance, and what their densities do. */
    private final class Clouds {

        private final double[] center;
        private final Map<SpeciesName, CloudProfile> profiles;
        private final double[] factor = new double[sources.size()];

        Clouds(double time, double[] weights, double[] center, ComplexField u, ComplexField v) {
            this.center = center;
            profiles = Map.of(
                    SpeciesName.U, CloudProfile.of(u, center, weights, discretization.workers()),
                    SpeciesName.V, CloudProfile.of(v, center, weights, discretization.workers()));
            for (int i = 0; i < factor.length; i++) {
                factor[i] = sources.get(i).factorAt(time);
            }
        }

        CloudProfile profile(SpeciesName species) {
            return Objects.requireNonNull(profiles.get(species));
        }

        /** How far any point of the box is from an image of the centre, along an axis that is padded to a length. */
        double clearance(int axis, double padding) {
            return padding - grid.length(axis) / 2 - Math.abs(center[axis]);
        }

        /**
         * √(‖δΦ_u u‖² + ‖δΦ_v v‖²) at most, for a convolution that is right where g(x) + g(y) ≤ reach.
         *
         * @param radius V may be missing from this distance on
         * @param clearance how far any point of the box is at least from an image of what is in the middle
         */
        double bound(double reach, double radius, double clearance) {
            double sum = 0;
            for (SpeciesName on : SpeciesName.values()) {
                CloudProfile orbital = profile(on);
                double farOut = outer(on, MIDDLE * reach, radius) + inner(on, radius, clearance);
                for (int shell = 0; shell < CloudProfile.SHELLS; shell++) {
                    double beyond = reach - orbital.edge(shell + 1);
                    double wrong = beyond < MIDDLE * reach ? farOut : outer(on, beyond, radius);
                    sum += wrong * wrong * orbital.integralIn(shell);
                }
            }
            return Math.sqrt(sum);
        }

        /** Σ |f| ( sup |V|∗ρ_out + sup |V| ∫ρ_out ), ρ_out what is beyond a value of g. */
        private double outer(SpeciesName on, double beyond, double radius) {
            double sum = 0;
            for (int i = 0; i < factor.length; i++) {
                Source source = sources.get(i);
                if (source.on() == on) {
                    CloudProfile from = profile(source.of());
                    Magnitude size = source.magnitude();
                    int shell = from.shell(beyond);
                    double norm = from.integralFrom(shell);
                    sum += factor[i]
                            * (size.largestPotential(from.largestFrom(shell), norm)
                                    + size.largestBeyond(radius) * norm);
                }
            }
            return sum;
        }

        /** Σ |f| ( sup_{r ≥ R}|V| + sup |V| from an image on ) ∫ρ. */
        private double inner(SpeciesName on, double radius, double clearance) {
            double sum = 0;
            for (int i = 0; i < factor.length; i++) {
                Source source = sources.get(i);
                if (source.on() == on) {
                    Magnitude size = source.magnitude();
                    double norm = profile(source.of()).integralFrom(0);
                    sum += factor[i] * (size.largestBeyond(radius) + size.largestBeyond(Math.max(0, clearance))) * norm;
                }
            }
            return sum;
        }

        /** The least reach in this gauge for which the bound is as small as is allowed; the largest there is where none is. */
        double least(double allowed, double largest) {
            CloudProfile any = profile(SpeciesName.U);
            int enough = 2 * CloudProfile.SHELLS;
            int tooFew = 0;
            while (enough - tooFew > 1) {
                int middle = (enough + tooFew) / 2;
                double reach = any.edge(middle);
                double clearance = Double.POSITIVE_INFINITY;
                for (int axis = 0; axis < center.length; axis++) {
                    double padding = Math.max(2 * reach, grid.length(axis));
                    clearance = Math.min(clearance, clearance(axis, padding) - MIDDLE * reach);
                }
                if (bound(reach, reach, clearance) <= allowed) {
                    enough = middle;
                } else {
                    tooFew = middle;
                }
            }
            return Math.min(largest, any.edge(enough));
        }
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
