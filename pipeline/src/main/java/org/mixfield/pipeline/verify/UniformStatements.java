package org.mixfield.pipeline.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixfield.core.statement.Finding;

/**
 * Statements q ≤ C e^γt with C and γ that the theory leaves open and that do not depend on the particle numbers.
 *
 * <p>At each time q must keep to the bound that the smaller particle numbers set ({@link UniformBound}): then no growth rate, and no
 * constant, grows with N. The constants of a finding are those that its rows need:
 *
 * <ul>
 *   <li>γ first, the least that is not below 0 and not below the rate at which q grows from the last but one time to the last, on
 *       any rung. On finitely many rows γ = 0 would do, with the greatest q for C, but where q still grows at the end such a bound
 *       is overtaken right after it; this γ is the least for which it is not, if the growth goes on as it is.
 *   <li>then C, the least with which every row of every rung obeys.
 * </ul>
 */
final class UniformStatements {

    /** The trace distance over N₁^−½ + N₂^−½, shown without the division. */
    private static final UniformBound.Quantity SCALED_DISTANCE = new UniformBound.Quantity() {
        @Override
        public double value(Rung rung, int row) {
            return rung.distance(row) / rate(rung);
        }

        @Override
        public double error(Rung rung, int row) {
            return rung.distanceError(row) / rate(rung);
        }

        @Override
        public double shown(Rung rung) {
            return rate(rung);
        }
    };

    private final List<Rung> ladder;
    private final String reason;

    private UniformStatements(List<Rung> ladder, String reason) {
        this.ladder = ladder;
        this.reason = reason;
    }

    /**
     * The findings.
     *
     * @param ladder rungs with fluctuations and rows at the same times, ascending in N
     * @param reason why they are too few, where they are
     */
    static List<Finding> of(List<Rung> ladder, String reason) {
        UniformStatements statements = new UniformStatements(ladder, reason);
        return List.of(
                statements.estimate(),
                statements.proposition(1, column(Rung.A, Rung.B)),
                statements.proposition(2, squares()),
                statements.theorem());
    }

    private Finding estimate() {
        Tightest statement =
                new Tightest("estimate-3.2", "(3.2)", "A, B, G <= D exp(alpha t), D and alpha the same for all N");
        Map<String, UniformBound.Quantity> quantities = new LinkedHashMap<>();
        quantities.put("A", column(Rung.A));
        quantities.put("B", column(Rung.B));
        quantities.put("G", column(Rung.G));
        quantities.forEach((name, quantity) -> UniformBound.test(statement, ladder, name, quantity));
        return finding(statement, List.copyOf(quantities.values()), "alpha", "D", 1);
    }

    /** The vacuum's norm on the right side is 2^(j+1), squared. */
    private Finding proposition(int j, UniformBound.Quantity moment) {
        String power = j == 1 ? "" : "^" + j;
        double vacuum = Math.pow(4, j + 1);
        Tightest statement = new Tightest(
                "proposition-3.2.j" + j,
                "Proposition 3.2",
                String.format(
                        java.util.Locale.ROOT,
                        "<(N x I + I x N)%s> <= C %.0f exp(gamma t), C and gamma the same for all N",
                        power,
                        vacuum));
        UniformBound.test(statement, ladder, "", moment);
        return finding(statement, List.of(moment), "gamma", "C", vacuum);
    }

    private Finding theorem() {
        Tightest statement = new Tightest(
                "theorem-2.3",
                "Theorem 2.3, (2.4)",
                "Tr|gamma - P| <= C exp(gamma t) (N1^-1/2 + N2^-1/2), C and gamma the same for all N");
        UniformBound.test(statement, ladder, "", SCALED_DISTANCE);
        Finding finding = finding(statement, List.of(SCALED_DISTANCE), "gamma", "C", 1);
        Map<String, Double> constants = new LinkedHashMap<>(finding.constants());
        double rate = exponent();
        if (Double.isFinite(rate)) {
            constants.put("rate", rate);
        }
        return finding.with(constants);
    }

    /** The exponent p of Tr|γ − P| ~ N^−p between the two highest rungs, at the last time. */
    private double exponent() {
        if (ladder.size() < 2) {
            return Double.NaN;
        }
        Rung last = ladder.get(ladder.size() - 1);
        Rung before = ladder.get(ladder.size() - 2);
        int row = last.count() - 1;
        return Math.log(before.distance(row) / last.distance(row)) / Math.log((double) last.total() / before.total());
    }

    private static double rate(Rung rung) {
        return 1 / Math.sqrt(rung.n1()) + 1 / Math.sqrt(rung.n2());
    }

    private Finding finding(
            Tightest statement,
            List<UniformBound.Quantity> quantities,
            String growth,
            String constant,
            double divisor) {
        Finding finding = statement.finding(reason);
        if (ladder.size() < UniformBound.FEWEST_RUNGS) {
            return finding;
        }
        double least = quantities.stream().mapToDouble(this::growth).max().orElse(0);
        double factor = quantities.stream()
                .mapToDouble(quantity -> factor(quantity, least))
                .max()
                .orElse(0);
        Map<String, Double> constants = new LinkedHashMap<>();
        constants.put(growth, least);
        constants.put(constant, factor / divisor);
        return finding.with(constants);
    }

    /** The greatest rate of growth at the end, on any rung, not below 0. */
    private double growth(UniformBound.Quantity quantity) {
        double greatest = 0;
        for (Rung rung : ladder) {
            int last = rung.count() - 1;
            double earlier = last < 1 ? 0 : quantity.value(rung, last - 1);
            if (earlier > 0) {
                double rate = Math.log(quantity.value(rung, last) / earlier) / (rung.time(last) - rung.time(last - 1));
                greatest = Math.max(greatest, rate);
            }
        }
        return greatest;
    }

    private double factor(UniformBound.Quantity quantity, double growth) {
        double greatest = 0;
        for (Rung rung : ladder) {
            for (int row = 0; row < rung.count(); row++) {
                greatest = Math.max(greatest, quantity.value(rung, row) * Math.exp(-growth * rung.time(row)));
            }
        }
        return greatest;
    }

    /** A sum of columns of fluctuations. */
    private static UniformBound.Quantity column(String... names) {
        return new UniformBound.Quantity() {
            @Override
            public double value(Rung rung, int row) {
                double sum = 0;
                for (String name : names) {
                    sum += rung.value(row, name);
                }
                return sum;
            }

            @Override
            public double error(Rung rung, int row) {
                return 2 * rung.relativeError(row) * value(rung, row);
            }
        };
    }

    /** ⟨(𝒩⊗I + I⊗𝒩)²⟩. */
    private static UniformBound.Quantity squares() {
        return column("fluctuation.number-squared.u", Rung.G, Rung.G, "fluctuation.number-squared.v");
    }
}
