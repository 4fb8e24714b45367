package org.mixfield.pipeline.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Verdict;
import org.mixfield.pipeline.FormBounds;

/** What Theorem 2.3 supposes of the potentials, the weights and the particle numbers. */
final class Hypotheses {

    private static final String THEOREM = "Theorem 2.3";
    private static final String FORM_BOUND = "V^2 <= K (1 - Laplacian)";
    private static final String CONDITION = "|N1/N - c1| <= D/N2 and |N2/N - c2| <= D/N1, D the same for all N";
    private static final String RATIOS = "N/N1, N/N2, N1/N2, N2/N1, sqrt(N1 N2)/N < C, C the same for all N";

    /** Of N₁/N − c₁. */
    private static final double ROUNDING = 1e-15;

    private Hypotheses() {}

    /** A finding for each pair potential: the least K lies between {@code K.lower} and {@code K.upper}. */
    static List<Finding> ofPotentials(FormBounds bounds) {
        List<Finding> findings = new ArrayList<>();
        bounds.byName().forEach((name, found) -> findings.add(ofPotential("hypothesis." + name, found)));
        return findings;
    }

    private static Finding ofPotential(String id, FormBounds.Outcome found) {
        Optional<FormBound> known = found.bound();
        if (known.isEmpty()) {
            return Finding.notTested(id, THEOREM, FORM_BOUND, found.describe());
        }
        if (known.get() instanceof FormBound.Violated violated) {
            List<FormBound.Trial> trials = violated.witness().trials();
            double ratio = trials.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : trials.get(trials.size() - 1).ratio();
            return new Finding(
                    id,
                    THEOREM,
                    FORM_BOUND,
                    Verdict.VIOLATED,
                    ratio,
                    Double.NaN,
                    Double.NaN,
                    violated.witness().describe(),
                    Map.of());
        }
        double lower;
        double upper;
        if (known.get() instanceof FormBound.Proven proven) {
            lower = proven.k();
            upper = proven.k();
        } else {
            FormBound.Computed computed = (FormBound.Computed) known.get();
            lower = computed.lower();
            upper = computed.upper();
        }
        Map<String, Double> constants = new LinkedHashMap<>();
        constants.put("K.lower", lower);
        constants.put("K.upper", upper);
        return Finding.of(id, THEOREM, FORM_BOUND, lower, upper, 0, found.describe())
                .with(constants);
    }

    /** Condition (2.3) and Lemma 5.2 on a ladder of particle numbers. */
    static List<Finding> ofNumbers(List<ParticleNumbers> ladder, Weights weights) {
        double rounding = rounding(ladder, weights);
        return List.of(condition(ladder, weights, rounding), ratios(ladder, rounding));
    }

    /** By how much N₁ − c₁N differs from rung to rung because numbers of particles are whole, at most 1. */
    private static double rounding(List<ParticleNumbers> ladder, Weights weights) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (ParticleNumbers rung : ladder) {
            double offset = rung.u() - weights.c1() * rung.total();
            least = Math.min(least, offset);
            greatest = Math.max(greatest, offset);
            largest = Math.max(largest, rung.total());
        }
        return Math.min(1, greatest - least) + ROUNDING * largest;
    }

    private static Finding condition(List<ParticleNumbers> ladder, Weights weights, double rounding) {
        Tightest statement = new Tightest("condition-2.3", THEOREM + ", (2.3)", CONDITION);
        double[] least = ladder.stream()
                .mapToDouble(rung -> weights.conditionConstant(rung.u(), rung.v()))
                .toArray();
        test(statement, ladder, least, rounding);
        return with(statement, "D", least);
    }

    private static Finding ratios(List<ParticleNumbers> ladder, double rounding) {
        Tightest statement = new Tightest("lemma-5.2", "Lemma 5.2", RATIOS);
        double[] least = ladder.stream().mapToDouble(Hypotheses::greatestRatio).toArray();
        double moved = 0;
        for (int k = 0; k < least.length; k++) {
            // r = N/N₁ moves by r²/N when N₁ moves by one.
            moved = Math.max(
                    moved, rounding * least[k] * least[k] / ladder.get(k).total());
        }
        test(statement, ladder, least, moved);
        return with(statement, "C", least);
    }

    private static double greatestRatio(ParticleNumbers rung) {
        double u = rung.u();
        double v = rung.v();
        double total = u + v;
        return Math.max(Math.max(total / u, total / v), Math.sqrt(u * v) / total); // N/N₁ > N₂/N₁
    }

    private static void test(Tightest statement, List<ParticleNumbers> ladder, double[] values, double error) {
        if (values.length < UniformBound.FEWEST_RUNGS) {
            return;
        }
        double[] totals = ladder.stream().mapToDouble(ParticleNumbers::total).toArray();
        UniformBound bound = UniformBound.of(totals, values, new double[values.length]);
        for (int k = UniformBound.smaller(values.length); k < values.length; k++) {
            statement.test(values[k], bound.value(), error, ladder.get(k).words());
        }
    }

    private static Finding with(Tightest statement, String constant, double[] least) {
        double greatest = 0;
        for (double value : least) {
            greatest = Math.max(greatest, value);
        }
        return statement.finding(Sweep.TOO_FEW).with(Map.of(constant, greatest));
    }
}
