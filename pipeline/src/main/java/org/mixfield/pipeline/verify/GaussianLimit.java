package org.mixfield.pipeline.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixfield.core.statement.Finding;

/**
 * The limit of many particles: N Tr|γ − P| and the numbers of fluctuations tend to those of the Gaussian (Bogoliubov) dynamics, and
 * N times the difference stays bounded, so that it falls like 1/N or faster, down to the stated errors.
 */
final class GaussianLimit {

    private static final String SOURCE = "limit of section 2";
    private static final String CLAIM = "|N Tr|gamma - P| - limit| and |A, B, G - limits| <= C/N, C the same for all N";
    private static final String LIMIT = "bogoliubov.";

    private final Rung run;

    private GaussianLimit(Rung run) {
        this.run = run;
    }

    /**
     * The finding.
     *
     * @param run rows with the limit, at the times of the ladder
     * @param ladder rungs with fluctuations, ascending in N
     * @param reason why there is no limit to compare with, empty where there is
     */
    static Finding of(Rung run, List<Rung> ladder, String reason) {
        Tightest statement = new Tightest("bogoliubov-limit", SOURCE, CLAIM);
        if (!reason.isEmpty()) {
            return statement.finding(reason);
        }
        GaussianLimit limit = new GaussianLimit(run);
        UniformBound.test(statement, ladder, "N Tr|gamma - P|", limit.difference(Rung.DISTANCE, "coefficient", true));
        UniformBound.test(statement, ladder, "A", limit.difference(Rung.A, "number.u", false));
        UniformBound.test(statement, ladder, "B", limit.difference(Rung.B, "number.v", false));
        UniformBound.test(statement, ladder, "G", limit.difference(Rung.G, "number.uv", false));
        Map<String, Double> constants = new LinkedHashMap<>();
        int last = run.count() - 1;
        constants.put("coefficient", run.value(last, LIMIT + "coefficient"));
        if (!ladder.isEmpty()) {
            Rung largest = ladder.get(ladder.size() - 1);
            constants.put("N-times-distance", largest.total() * largest.distance(largest.count() - 1));
        }
        return statement.finding(Sweep.TOO_FEW).with(constants);
    }

    private UniformBound.Quantity difference(String column, String limit, boolean timesNumber) {
        return new UniformBound.Quantity() {
            private double scaled(Rung rung, int row) {
                return (timesNumber ? rung.total() : 1) * rung.value(row, column);
            }

            @Override
            public double value(Rung rung, int row) {
                return rung.total() * Math.abs(scaled(rung, row) - run.value(row, LIMIT + limit));
            }

            @Override
            public double error(Rung rung, int row) {
                double own = (timesNumber ? 1 : 2) * rung.relativeError(row) * scaled(rung, row);
                return rung.total() * (own + run.error(row, LIMIT + limit));
            }

            @Override
            public double shown(Rung rung) {
                return 1.0 / rung.total();
            }
        };
    }
}
