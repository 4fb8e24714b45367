package org.mixfield.fock;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mixfield.core.run.Workers;
import org.mixfield.core.statement.Finding;

/**
 * i∂_t U(t,s) = L(t)U(t,s): fluctuations of a many-body state that H has moved, sector by sector, against those of ω_t, which L(t) has
 * moved, for few particles and a short time. And γ − P = Σr_j for the many-body state.
 */
final class FluctuationDynamics {

    static final Statement DYNAMICS = new Statement(
            "fluctuation-dynamics",
            "section 2",
            "⟨𝒩⊗I⟩, ⟨I⊗𝒩⟩, ⟨𝒩⊗𝒩⟩, Tr|r₁| and Tr|r₂| in 𝒲_t*e^{−iHt}𝒲₀ω are those of i∂_t ω_t = L(t)ω_t");

    static final Statement EXPANSION =
            new Statement("expansion-3.1.fock", "(3.1)", "Tr|γ − |u_t⊗v_t⟩⟨u_t⊗v_t| − Σ r_j| = 0, for few particles");

    static final List<Statement> STATEMENTS = List.of(DYNAMICS, EXPANSION);

    /** Number probability left out of the many-body state. */
    private static final double TAIL = 1e-9;

    /** Of the steps in time of both. */
    static final double TOLERANCE = 1e-9;

    /** ⟨b⟩ and ⟨c⟩ couple neighbouring shells and fall more slowly with the cutoffs than the numbers that errors are made for. */
    private static final double SAFETY_OF_MEANS = 3;

    /** Of sums of numbers of size 1. */
    private static final double ROUNDING = 1e-12;

    /** Moves a many-body state of which at most so many particles are outside of the condensates. */
    interface ManyBody {
        CoMovingRun evolved(CoherentStart start, int cutoff, double time, Workers workers);
    }

    private final ManyBody manyBody;
    private final Remainders remainders;
    private final Workers workers;

    FluctuationDynamics(ManyBody manyBody, Remainders remainders, Workers workers) {
        this.manyBody = manyBody;
        this.remainders = remainders;
        this.workers = workers;
    }

    /** In the co-moving frame. */
    static CoMovingRun comoving(CoherentStart start, int cutoff, double time, Workers workers) {
        CoMovingRun run = new CoMovingRun(
                start.tensors(),
                start.weights(),
                start.u(),
                start.v(),
                sizes(start),
                cutoff,
                0,
                TOLERANCE,
                time,
                workers);
        while (!run.stepTowards(time)) {
            // The work is in the condition.
        }
        return run;
    }

    private static CoMovingLevels.Sizes sizes(CoherentStart start) {
        return new CoMovingLevels.Sizes(start.n1(), start.n2(), true, false, false, TAIL);
    }

    /**
     * What is found.
     *
     * @param direct the fluctuations that L(t) has moved from the same start
     * @param cutoff of the many-body state
     */
    List<Finding> of(CoherentStart start, FluctuationRun direct, int cutoff) {
        double time = direct.stepping().time();
        CoMovingRun run = manyBody.evolved(start, cutoff, time, workers);
        int size = start.tensors().modesU() * start.tensors().modesV();
        CoMovingSamples samples = new CoMovingSamples(
                run, sizes(start), cutoff, 0, matrix -> HermitianEigenvalues.traceNorm(matrix, size), workers);
        FluctuationMeasurement measurement =
                new FluctuationMeasurement(start.tensors(), start.hartree(), start.weights(), workers);
        DirectState state = measurement.of(direct.stepping(), direct.direct(), Optional.empty());
        double other = 2
                * (direct.direct().measured().error()
                        + direct.stepping().bases().error());
        double n1 = start.weights().n1();
        double n2 = start.weights().n2();
        Worst worst = new Worst();
        compare(state.numberU(), samples.number(CoherentMoments::numberU, n1), "⟨𝒩⊗I⟩", start, time, worst);
        compare(state.numberV(), samples.number(CoherentMoments::numberV, n2), "⟨I⊗𝒩⟩", start, time, worst);
        compare(state.numberUV(), samples.number(CoherentMoments::numberUV, n1 * n2), "⟨𝒩⊗𝒩⟩", start, time, worst);
        for (int j = 0; j < 2; j++) {
            int term = j;
            ToDoubleFunction<CoherentMoments> norm =
                    moments -> Remainders.EXPANSION.terms().get(term).traceNorm(moments);
            Estimate mean = measurement.number(direct.direct(), norm, other);
            compare(
                    new Estimate(mean.value(), SAFETY_OF_MEANS * mean.error()),
                    samples.number(norm, 1),
                    "Tr|r" + (j == 0 ? "₁" : "₂") + "|",
                    start,
                    time,
                    worst);
        }
        return List.of(worst.finding(DYNAMICS), expansion(run, samples, start, time));
    }

    private static void compare(
            Estimate direct, Estimate other, String what, CoherentStart start, double time, Worst worst) {
        worst.take(
                Math.abs(direct.value() - other.value()),
                0,
                direct.error() + other.error(),
                what + " " + place(start, time));
    }

    private Finding expansion(CoMovingRun run, CoMovingSamples samples, CoherentStart start, double time) {
        SectorLevel level = run.levels().measured();
        CoherentMoments moments = samples.measured().moments().orElseThrow();
        double weight = level.points().points().stream()
                .mapToDouble(NumberPoints.Point::weight)
                .sum();
        double defect = remainders.defect(SectorDensity.of(level, workers), weight, moments);
        Worst worst = new Worst();
        worst.take(defect, 0, ROUNDING, place(start, time));
        return worst.finding(EXPANSION);
    }

    static String place(CoherentStart start, double time) {
        return String.format(Locale.ROOT, "for N₁ = %d, N₂ = %d at time %.4g", start.n1(), start.n2(), time);
    }
}
