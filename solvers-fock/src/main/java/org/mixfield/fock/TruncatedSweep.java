package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * The truncated dynamics U^c of the vacuum for several cubic cutoffs M₁ = M₂ beside U itself, at a few times and with fewer fluctuations
 * as well, from which errors are taken.
 */
final class TruncatedSweep {

    private static final int TIMES = 4;

    private static final double ROUNDING = 1e-14;
    private static final double SAFETY = 2;
    private static final double LARGEST_RATIO = 0.9;

    private final CoherentStart start;
    private final List<Integer> cutoffs;
    private final double time;
    private final Estimate[][] growth;
    private final Estimate[] distances;
    private final Estimate[] left;
    private final Estimate[] leftTruncated;

    /**
     * Moves all of them.
     *
     * @param cutoff the most fluctuations of each species
     * @param cutoffs M₁ = M₂, ascending
     * @param time where it ends
     */
    TruncatedSweep(CoherentStart start, SpeciesCutoffs cutoff, List<Integer> cutoffs, double time, Workers workers) {
        this.start = start;
        this.cutoffs = List.copyOf(cutoffs);
        this.time = time;
        this.growth = new Estimate[cutoffs.size()][2];
        FluctuationRun run = new FluctuationRun(
                start,
                cutoff,
                cutoffs.stream().map(m -> new SpeciesCutoffs(m, m)).toList(),
                FluctuationDynamics.TOLERANCE,
                time,
                workers);
        for (int k = 1; k <= TIMES; k++) {
            run.advanceTo(time * k / TIMES);
            for (int i = 0; i < cutoffs.size(); i++) {
                for (int j = 1; j <= 2; j++) {
                    Estimate present = growth(run.truncated().get(i), j, i, time * k / TIMES, missing(run.direct()));
                    Estimate before = growth[i][j - 1];
                    growth[i][j - 1] = k == 1 || present.value() > before.value() ? present : before;
                }
            }
        }
        double missing = missing(run.direct());
        List<Estimate> far = new ArrayList<>();
        List<Estimate> ofAll = new ArrayList<>();
        List<Estimate> ofTruncated = new ArrayList<>();
        for (FluctuationLevels truncated : run.truncated()) {
            far.add(estimate(
                    run.direct().measured().distance(truncated.measured()),
                    run.direct().pilot().distance(truncated.pilot()),
                    missing));
            ofAll.add(estimate(
                    side(run.direct().measured(), truncated.measured(), false),
                    side(run.direct().pilot(), truncated.pilot(), false),
                    missing));
            ofTruncated.add(estimate(
                    side(run.direct().measured(), truncated.measured(), true),
                    side(run.direct().pilot(), truncated.pilot(), true),
                    missing));
        }
        this.distances = far.toArray(Estimate[]::new);
        this.left = ofAll.toArray(Estimate[]::new);
        this.leftTruncated = ofTruncated.toArray(Estimate[]::new);
    }

    /** The last change falls on as the top shells have fallen with it. */
    private static Estimate estimate(double value, double fewer, double missing) {
        return new Estimate(value, missing * Math.abs(value - fewer) + ROUNDING);
    }

    /** What is still missing, in units of what two more fluctuations of each species have changed. */
    private static double missing(FluctuationLevels levels) {
        FluctuationLevel most = levels.measured();
        FluctuationLevel fewer = levels.pilot();
        double ratio = Math.max(
                fall(most.space().shellsU(most.state()), fewer.space().shellsU(fewer.state())),
                fall(most.space().shellsV(most.state()), fewer.space().shellsV(fewer.state())));
        return SAFETY * ratio / (1 - ratio);
    }

    private static double fall(double[] most, double[] fewer) {
        double before = TopShells.of(fewer).weight();
        return before > 0 ? Math.min(LARGEST_RATIO, Math.sqrt(TopShells.of(most).weight() / before)) : 0;
    }

    CoherentStart start() {
        return start;
    }

    /** M₁ = M₂, ascending. */
    List<Integer> cutoffs() {
        return cutoffs;
    }

    double time() {
        return time;
    }

    /** The least C_j of Lemma 5.1 for one cutoff, from all times. */
    Estimate growth(int number, int power) {
        return growth[number][power - 1];
    }

    /** ‖(U − U^c)Ω⊗Ω‖ at the end. */
    Estimate distance(int number) {
        return distances[number];
    }

    /** The left side of (5.14) for j = 1, or of (5.15). */
    Estimate left(int number, boolean truncated) {
        return truncated ? leftTruncated[number] : left[number];
    }

    /** 1 + √(M₁/N₁) + √(M₂/N₂). */
    private double roots(int number) {
        double m = cutoffs.get(number);
        return 1
                + Math.sqrt(m / start.weights().n1())
                + Math.sqrt(m / start.weights().n2());
    }

    /** The right side of (5.14) for j = 1, C₁ = 1 and K₁ = 0, or of (5.15); infinite for M = 0. */
    double right(int number, boolean truncated) {
        double m = cutoffs.get(number);
        double numbers = truncated ? 1 : start.weights().total();
        // ‖((𝒩+1)⊗I + I⊗(𝒩+1))²Ω⊗Ω‖² = 16
        return 16 * (numbers / m + numbers / m) / roots(number);
    }

    private Estimate growth(FluctuationLevels levels, int power, int number, double at, double missing) {
        double largest = total(levels.measured(), power);
        double fewer = total(levels.pilot(), power);
        double scale = roots(number) * at;
        double begin = Math.pow(2, power);
        return estimate(
                Math.max(0, Math.log(largest / begin)) / scale, Math.max(0, Math.log(fewer / begin)) / scale, missing);
    }

    /** ⟨((𝒩+1)⊗I + I⊗(𝒩+1))^j⟩. */
    private static double total(FluctuationLevel level, int power) {
        FluctuationSpace space = level.space();
        double[] state = level.state();
        int width = space.v().dimension();
        double sum = 0;
        for (int i = 0; i < space.dimension(); i++) {
            double n = space.u().particlesU(i / width) + space.v().particlesU(i % width) + 2.0;
            sum += Math.pow(n, power) * (state[2 * i] * state[2 * i] + state[2 * i + 1] * state[2 * i + 1]);
        }
        return sum;
    }

    /** |⟨UΩ, (𝒩⊗I + I⊗𝒩)(U − U^c)Ω⟩|, or with U^cΩ on the left. */
    private static double side(FluctuationLevel whole, FluctuationLevel truncated, boolean ofTruncated) {
        FluctuationSpace space = whole.space();
        double[] a = whole.state();
        double[] b = truncated.state();
        double[] bra = ofTruncated ? b : a;
        int width = space.v().dimension();
        double re = 0;
        double im = 0;
        for (int i = 0; i < 2 * space.dimension(); i += 2) {
            double n = space.u().particlesU(i / 2 / width) + (double) space.v().particlesU(i / 2 % width);
            double x = a[i] - b[i];
            double y = a[i + 1] - b[i + 1];
            re += n * (bra[i] * x + bra[i + 1] * y);
            im += n * (bra[i] * y - bra[i + 1] * x);
        }
        return Math.hypot(re, im);
    }
}
