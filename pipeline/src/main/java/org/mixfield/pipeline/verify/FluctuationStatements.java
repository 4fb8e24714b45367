package org.mixfield.pipeline.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixfield.core.statement.Finding;

/** Statements with explicit constants on the fluctuations of a coherent start, on every row of a run and of its sweep. */
final class FluctuationStatements {

    private static final String REMAINDER = "fluctuation.remainder.";
    private static final String BOUND = "fluctuation.bound.";
    private static final String SUM = "fluctuation.remainder-sum";
    private static final String PROPOSITION = "Proposition 3.1";

    /** Of the sum of fifteen operators of trace norm below 1. */
    private static final double ROUNDING = 1e-12;

    /** Which remainders each p_j bounds, from the proof in section 4. */
    private static final int[][] BOUNDED = {
        {1, 3}, {2, 4}, {5, 10}, {7, 8}, {6}, {9}, {11, 13}, {12, 14}, {15},
    };

    private final List<Rung> rungs;
    private final String reason;

    private FluctuationStatements(List<Rung> rungs, String reason) {
        this.rungs = rungs;
        this.reason = reason;
    }

    /**
     * The findings.
     *
     * @param rungs those with fluctuations
     * @param reason why there are none, where there are none
     */
    static List<Finding> of(List<Rung> rungs, String reason) {
        FluctuationStatements statements = new FluctuationStatements(rungs, reason);
        List<Finding> findings = new ArrayList<>();
        findings.add(statements.expansion());
        findings.add(statements.triangle());
        findings.add(statements.proposition());
        IntStream.rangeClosed(1, BOUNDED.length).forEach(j -> findings.add(statements.proposition(j)));
        findings.add(statements.growth("both", 24, "A + B <= 24 (N1 + N2 + 1)"));
        findings.add(statements.growth("u", 12, "A <= 12 (N1 + 1)"));
        findings.add(statements.growth("v", 12, "B <= 12 (N2 + 1)"));
        return findings;
    }

    /** A test of one row. */
    private interface Test {
        void of(Rung rung, int row);
    }

    private Finding onEachRow(Tightest statement, String otherwise, Test test) {
        for (Rung rung : rungs) {
            IntStream.range(0, rung.count()).forEach(row -> test.of(rung, row));
        }
        return statement.finding(otherwise);
    }

    private Finding expansion() {
        Tightest statement = new Tightest("expansion-3.1", "(3.1)", "gamma = P + r1 + ... + r15, on every row");
        boolean known = rungs.stream().anyMatch(rung -> rung.has(SUM));
        return onEachRow(statement, rungs.isEmpty() || known ? reason : "no column " + SUM, (rung, row) -> {
            if (rung.has(SUM)) {
                statement.test(rung.value(row, SUM), 0, rung.distanceError(row) + ROUNDING, rung.at(row));
            }
        });
    }

    private Finding triangle() {
        Tightest statement = new Tightest("expansion-3.1.sum", "(3.1)", "Tr|gamma - P| <= sum of Tr|r_j|");
        return onEachRow(
                statement,
                reason,
                (rung, row) -> statement.test(
                        rung.distance(row), sum(rung, row, REMAINDER, 15), error(rung, row), rung.at(row)));
    }

    private Finding proposition() {
        Tightest statement = new Tightest("proposition-3.1", PROPOSITION, "Tr|gamma - P| <= p1 + ... + p9");
        return onEachRow(
                statement,
                reason,
                (rung, row) -> statement.test(
                        rung.distance(row), sum(rung, row, BOUND, BOUNDED.length), error(rung, row), rung.at(row)));
    }

    private Finding proposition(int j) {
        int[] remainders = BOUNDED[j - 1];
        String left = IntStream.of(remainders).mapToObj(r -> "Tr|r" + r + "|").collect(Collectors.joining(" + "));
        Tightest statement = new Tightest("proposition-3.1." + j, "section 4", left + " <= p" + j);
        return onEachRow(statement, reason, (rung, row) -> {
            double norms = IntStream.of(remainders)
                    .mapToDouble(r -> rung.value(row, REMAINDER + r))
                    .sum();
            statement.test(norms, rung.value(row, BOUND + j), error(rung, row), rung.at(row));
        });
    }

    /** (5.7) and its halves, for the vacuum and s = 0. */
    private Finding growth(String which, double constant, String claim) {
        Tightest statement = new Tightest("lemma-5.3." + which, "Lemma 5.3, (5.7)", claim);
        boolean u = !which.equals("v");
        boolean v = !which.equals("u");
        return onEachRow(statement, reason, (rung, row) -> {
            double number = (u ? rung.value(row, Rung.A) : 0) + (v ? rung.value(row, Rung.B) : 0);
            double particles = (u ? rung.n1() : 0.0) + (v ? rung.n2() : 0.0);
            statement.test(number, constant * (particles + 1), rung.relativeError(row) * number, rung.at(row));
        });
    }

    private static double error(Rung rung, int row) {
        return rung.distanceError(row) + ROUNDING;
    }

    private static double sum(Rung rung, int row, String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(j -> rung.value(row, prefix + j))
                .sum();
    }
}
