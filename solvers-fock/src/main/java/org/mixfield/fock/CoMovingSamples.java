package org.mixfield.fock;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/** What the expansions that run side by side have to say at one time, and from that how far the one that is measured is off. */
final class CoMovingSamples {

    /** The pilot's error in time is about that of the others. */
    private static final double SAFETY = 1.5;

    private final CoMovingLevels.Sizes sizes;
    private final CoMovingLevels levels;
    private final MovingBases bases;
    private final int cutoff;
    private final int nodes;
    private final int size;
    private final ToDoubleFunction<double[]> distance;
    private final Workers workers;
    private final Map<SectorLevel, Sample> known = new HashMap<>();

    /**
     * The samples of a run.
     *
     * @param distance Tr|γ − P| from γ − P, or from γ of a fixed number of particles
     */
    CoMovingSamples(
            CoMovingRun run,
            CoMovingLevels.Sizes sizes,
            int cutoff,
            int nodes,
            ToDoubleFunction<double[]> distance,
            Workers workers) {
        this.sizes = sizes;
        this.levels = run.levels();
        this.bases = run.bases();
        this.cutoff = cutoff;
        this.nodes = nodes;
        ExcitationBasis basis = levels.measured().basis();
        this.size = basis.modesU() * basis.modesV();
        this.distance = distance;
        this.workers = workers;
    }

    /**
     * What one expansion has to say.
     *
     * @param matrix γ − P, or γ of a fixed number of particles, in the moving bases
     * @param distance Tr|γ − P|
     * @param moments of a coherent start
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sample(double[] matrix, double distance, Optional<CoherentMoments> moments) {}

    Sample measured() {
        return of(levels.measured());
    }

    private Sample of(SectorLevel level) {
        return known.computeIfAbsent(level, one -> {
            Optional<CoherentMoments> moments =
                    sizes.coherent() ? Optional.of(CoherentMoments.of(one, workers)) : Optional.empty();
            double[] matrix = moments.map(CoherentMoments::difference).orElseGet(() -> SectorDensity.of(one, workers));
            return new Sample(matrix, distance.applyAsDouble(matrix), moments);
        });
    }

    private @Nullable Sample ofCutoff(int k) {
        SectorLevel level = levels.ofCutoff(k);
        return level == null ? null : of(level);
    }

    private @Nullable Sample ofNodes(int q) {
        SectorLevel level = levels.ofNodes(q);
        return level == null ? null : of(level);
    }

    /** Tr|a − b|; NaN where one of them is missing. */
    private double apart(@Nullable Sample a, @Nullable Sample b) {
        return a == null || b == null ? Double.NaN : HermitianEigenvalues.traceDistance(a.matrix, b.matrix, size);
    }

    private static double distancesApart(@Nullable Sample a, @Nullable Sample b) {
        return a == null || b == null ? Double.NaN : Math.abs(a.distance - b.distance);
    }

    private static double apart(@Nullable Sample a, @Nullable Sample b, ToDoubleFunction<CoherentMoments> value) {
        return a == null || b == null
                ? Double.NaN
                : Math.abs(value.applyAsDouble(a.moments.orElseThrow()) - value.applyAsDouble(b.moments.orElseThrow()));
    }

    /**
     * Errors of the trace distance.
     *
     * @param orbitError of the orbitals that γ is compared with, where they are not the bases' own
     */
    CoMovingErrors errors(double orbitError) {
        double gamma = 0;
        double truncation = 0;
        double ratio = 1;
        if (!sizes.exact(cutoff)) {
            Sample less = ofCutoff(cutoff - 2);
            double last = apart(measured(), less);
            double before = apart(less, ofCutoff(cutoff - 4));
            double ofGamma = CoMovingErrors.extrapolated(last, before);
            ratio = Double.isNaN(before) ? 1 : CoMovingErrors.ratio(last, before);
            truncation = CoMovingErrors.ofDistance(ofGamma, last, distancesApart(measured(), less));
            gamma += ofGamma;
        }
        double sum = 0;
        if (sizes.gauss()) {
            Sample all = ofNodes(nodes);
            Sample fewer = ofNodes(nodes - 1);
            double last = apart(all, fewer);
            double ofGamma = CoMovingErrors.extrapolated(last, apart(fewer, ofNodes(nodes - 2)));
            sum = CoMovingErrors.ofDistance(ofGamma, last, distancesApart(all, fewer));
            gamma += ofGamma;
        }
        // Of a sector left out, γ and P, each of trace 1 at most, and twice what is between them.
        double tail = 4 * levels.measured().points().leftOut();
        Sample rough = of(levels.pilot());
        Sample fine = of(levels.fine());
        double last = apart(fine, rough);
        double steps = SAFETY * CoMovingRun.richardson() * last;
        double krylov = 2 * levels.measured().error() + 2 * orbitError + 2 * bases.error();
        double ofSteps = CoMovingErrors.ofDistance(steps, last, distancesApart(fine, rough));
        return new CoMovingErrors(
                truncation, sum, tail, ofSteps + krylov, ofSteps, gamma + tail + steps + krylov, ratio);
    }

    /**
     * A number made of the moments of a coherent start, each change carried on by its own ratio or by that of γ, whichever leaves
     * more: the changes of a number may vanish by accident.
     *
     * @param scale what a unit of γ is worth: N₁ for ⟨𝒩⊗I⟩
     */
    Estimate number(ToDoubleFunction<CoherentMoments> value, double scale) {
        double error = missing(measured(), ofCutoff(cutoff - 2), ofCutoff(cutoff - 4), value, scale);
        if (sizes.gauss()) {
            error += missing(ofNodes(nodes), ofNodes(nodes - 1), ofNodes(nodes - 2), value, scale);
        }
        error += SAFETY * CoMovingRun.richardson() * apart(of(levels.fine()), of(levels.pilot()), value);
        double others =
                4 * levels.measured().points().leftOut() + 2 * levels.measured().error() + 2 * bases.error();
        return new Estimate(value.applyAsDouble(measured().moments.orElseThrow()), error + scale * others);
    }

    private double missing(
            @Nullable Sample first,
            @Nullable Sample second,
            @Nullable Sample third,
            ToDoubleFunction<CoherentMoments> value,
            double scale) {
        double last = apart(first, second, value);
        double before = apart(second, third, value);
        if (Double.isNaN(last) || Double.isNaN(before)) {
            return Double.isNaN(last) ? CoMovingErrors.UNKNOWN * scale : last;
        }
        double ofGamma = CoMovingErrors.extrapolated(apart(first, second), apart(second, third));
        double change = apart(first, second);
        return Math.max(CoMovingErrors.extrapolated(last, before), change > 0 ? last * ofGamma / change : 0);
    }
}
