package org.mixfield.pipeline.verify;

import java.util.List;
import org.mixfield.core.statement.Finding;

/**
 * What every reduced density γ ≥ 0 of trace 1 obeys beside a projection P = |φ⟩⟨φ|, on every row. With F = ⟨φ|γ|φ⟩, T = Tr|γ − P| and λ₁
 * the largest eigenvalue:
 *
 * <ul>
 *   <li>0 ≤ λ_k, Σλ_k ≤ 1 and Σλ_k² ≤ Tr γ² ≤ λ₁;
 *   <li>1 − F ≤ T/2: γ − P has trace 0, so T/2 is the greatest of Tr Q(P − γ) over projections Q, and Q = P gives 1 − F;
 *   <li>T/2 ≤ √(1 − F), which Fuchs and van de Graaf have for any two states; with it F → 1 and T → 0 are the same;
 *   <li>T/2 ≤ 1: γ − P has one negative eigenvalue, P being of rank one, and that is not below −1.
 * </ul>
 */
final class DensityStatements {

    private static final String NO_GAMMA = "no frame of the run has a reduced density";
    private static final String SOURCE = "(2.1)";
    private static final int EIGENVALUES = 3;

    /** Of eigenvalues and traces of γ, whose trace is 1. */
    private static final double ROUNDING = 1e-13;

    private DensityStatements() {}

    static List<Finding> of(List<Rung> rungs) {
        Tightest positive = new Tightest("reduced-density.positive", SOURCE, "0 <= smallest occupation shown");
        Tightest trace = new Tightest("reduced-density.trace", SOURCE, "sum of the occupations shown <= 1");
        Tightest purity = new Tightest("reduced-density.purity", SOURCE, "Tr gamma^2 <= largest occupation");
        Tightest lower = new Tightest("reduced-density.fidelity", SOURCE, "1 - F <= Tr|gamma - P| / 2");
        Tightest upper = new Tightest("reduced-density.distance", SOURCE, "Tr|gamma - P| <= 2 sqrt(1 - F)");
        Tightest rank = new Tightest("reduced-density.rank", "(1.6)", "Tr|gamma - P| <= 2");
        for (Rung rung : rungs) {
            for (int row = 0; rung.has(Rung.DISTANCE) && row < rung.count(); row++) {
                double distance = rung.distance(row);
                double error = rung.distanceError(row) + ROUNDING;
                double lost = 1 - rung.value(row, "gamma.fidelity");
                double least = Double.POSITIVE_INFINITY;
                double sum = 0;
                for (int k = 1; k <= EIGENVALUES && rung.has("gamma.occupation." + k); k++) {
                    double occupation = rung.value(row, "gamma.occupation." + k);
                    least = Math.min(least, occupation);
                    sum += occupation;
                }
                String where = rung.at(row);
                positive.test(0, least, error, where);
                trace.test(sum, 1, error, where);
                purity.test(rung.value(row, "gamma.purity"), rung.value(row, "gamma.occupation.1"), 3 * error, where);
                lower.test(lost, distance / 2, 1.5 * error, where);
                double root = Math.sqrt(Math.max(lost, 0));
                double rootError = Math.sqrt(Math.max(lost, 0) + error) - root;
                upper.test(distance, 2 * root, error + 2 * rootError, where);
                rank.test(distance, 2, error, where);
            }
        }
        return List.of(
                positive.finding(NO_GAMMA),
                trace.finding(NO_GAMMA),
                purity.finding(NO_GAMMA),
                lower.finding(NO_GAMMA),
                upper.finding(NO_GAMMA),
                rank.finding(NO_GAMMA));
    }
}
