package org.mixfield.fock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mixfield.core.run.Column;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Table;

/**
 * Lemmas 5.1 and 5.4 for the truncated fluctuation dynamics U^c of the vacuum. Their constants do not depend on the particle numbers
 * nor on M₁, M₂: those that few particles and the smallest cutoff ask for have to do for more particles and larger cutoffs.
 */
final class TruncatedDynamics {

    static final Statement GROWTH = new Statement(
            "lemma-5.1",
            "Lemma 5.1",
            "the least C_j with ⟨X^j⟩_t ≤ ⟨X^j⟩₀ exp(C_j(1 + √(M₁/N₁) + √(M₂/N₂))t), X = (𝒩+1)⊗I + I⊗(𝒩+1), j = 1, 2, is for"
                    + " four times as many particles at most twice that of few");

    static final Statement OF_WHOLE = new Statement(
            "lemma-5.4.1",
            "Lemma 5.4, (5.14)",
            "|⟨UΩ, (𝒩⊗I + I⊗𝒩)(U − U^c)Ω⟩| ≤ C₁(N/M₁ + N/M₂)‖X²Ω‖²/(1 + √(M₁/N₁) + √(M₂/N₂)) with C₁ twice that of few particles"
                    + " and the least M₁ = M₂ ≥ 1");

    static final Statement OF_TRUNCATED = new Statement(
            "lemma-5.4.2",
            "Lemma 5.4, (5.15)",
            "|⟨U^cΩ, (𝒩⊗I + I⊗𝒩)(U − U^c)Ω⟩| ≤ C₁(1/M₁ + 1/M₂)‖X²Ω‖²/(1 + √(M₁/N₁) + √(M₂/N₂)) with C₁ twice that of few"
                    + " particles and the least M₁ = M₂ ≥ 1");

    static final Statement LIMIT = new Statement(
            "lemma-5.4.limit", "Lemma 5.4", "‖(U − U^c)Ω‖ = 0 where no state has more particles than M₁ and M₂");

    static final List<Statement> STATEMENTS = List.of(GROWTH, OF_WHOLE, OF_TRUNCATED, LIMIT);

    /** How much larger a constant may be than for few particles and the least cutoff, where its limit is not yet reached. */
    private static final double MARGIN = 2;

    private final TruncatedSweep few;
    private final TruncatedSweep many;

    /**
     * Two sweeps over the same cutoffs, the last of which cuts nothing.
     *
     * @param few for few particles
     * @param many for four times as many, at the same time
     */
    TruncatedDynamics(TruncatedSweep few, TruncatedSweep many) {
        this.few = few;
        this.many = many;
    }

    List<Finding> findings() {
        return List.of(growth(), sides(OF_WHOLE, false), sides(OF_TRUNCATED, true), limit());
    }

    private static Estimate largestGrowth(TruncatedSweep sweep, int power) {
        Estimate largest = sweep.growth(0, power);
        for (int i = 1; i < sweep.cutoffs().size(); i++) {
            largest = sweep.growth(i, power).value() > largest.value() ? sweep.growth(i, power) : largest;
        }
        return largest;
    }

    private Finding growth() {
        Worst worst = new Worst();
        Map<String, Double> constants = new LinkedHashMap<>();
        for (int power = 1; power <= 2; power++) {
            Estimate before = largestGrowth(few, power);
            Estimate after = largestGrowth(many, power);
            worst.take(
                    after.value(),
                    MARGIN * before.value(),
                    after.error() + MARGIN * before.error(),
                    "j = " + power + ", " + FluctuationDynamics.place(many.start(), many.time())
                            + FluctuationDynamics.place(few.start(), few.time()).replace("for", " after"));
            constants.put("C_" + power, Math.max(before.value(), after.value()));
        }
        return worst.finding(GROWTH).with(constants);
    }

    /** The place of the least cutoff from 1 on. */
    private int first() {
        return few.cutoffs().get(0) >= 1 ? 0 : 1;
    }

    private double constant(boolean truncated) {
        return few.left(first(), truncated).value() / few.right(first(), truncated);
    }

    private Finding sides(Statement statement, boolean truncated) {
        double c = constant(truncated);
        double cError = few.left(first(), truncated).error() / few.right(first(), truncated);
        double least = c;
        Worst worst = new Worst();
        for (TruncatedSweep sweep : List.of(few, many)) {
            for (int i = sweep == few ? first() + 1 : first();
                    i < sweep.cutoffs().size();
                    i++) {
                double right = sweep.right(i, truncated);
                Estimate left = sweep.left(i, truncated);
                worst.take(
                        left.value(),
                        MARGIN * c * right,
                        left.error() + MARGIN * cError * right,
                        "M₁ = M₂ = " + sweep.cutoffs().get(i) + " "
                                + FluctuationDynamics.place(sweep.start(), sweep.time()));
                least = Math.max(least, left.value() / right);
            }
        }
        Map<String, Double> constants = new LinkedHashMap<>();
        constants.put("C_1", least);
        constants.put("K_1", 0.0);
        return worst.finding(statement).with(constants);
    }

    private Finding limit() {
        Worst worst = new Worst();
        for (TruncatedSweep sweep : List.of(few, many)) {
            int last = sweep.cutoffs().size() - 1;
            worst.take(
                    sweep.distance(last).value(),
                    0,
                    sweep.distance(last).error(),
                    "M₁ = M₂ = " + sweep.cutoffs().get(last) + " "
                            + FluctuationDynamics.place(sweep.start(), sweep.time()));
        }
        return worst.finding(LIMIT);
    }

    /** A row for each cutoff, of few particles; the right sides with the least constants, NaN where M = 0. */
    Table table() {
        List<Column> columns = List.of(
                new Column("M1", "1", "M_1"),
                new Column("M2", "1", "M_2"),
                new Column("truncated.distance", "1", "norm of (U - U^c) Omega"),
                new Column("whole.left", "1", "left side of (5.14), j = 1"),
                new Column("whole.right", "1", "right side of (5.14), j = 1, with the least C_1 and K_1 = 0"),
                new Column("truncated.left", "1", "left side of (5.15), j = 1"),
                new Column("truncated.right", "1", "right side of (5.15), j = 1, with the least C_1 and K_1 = 0"));
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < few.cutoffs().size(); i++) {
            double m = few.cutoffs().get(i);
            rows.add(new double[] {
                m,
                m,
                few.distance(i).value(),
                few.left(i, false).value(),
                m > 0 ? constant(false) * few.right(i, false) : Double.NaN,
                few.left(i, true).value(),
                m > 0 ? constant(true) * few.right(i, true) : Double.NaN
            });
        }
        String title = String.format(
                Locale.ROOT, "Truncated fluctuation dynamics %s", FluctuationDynamics.place(few.start(), few.time()));
        return new Table("truncated-dynamics", title, columns, rows);
    }
}
