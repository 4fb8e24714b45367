package org.mixfield.core.statement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A statement left ≤ right on one problem, where it is tightest.
 *
 * @param id a short name that does not change, lower-case words joined by '-' and '.', such as {@code proposition-3.1}
 * @param source where the theory has it, such as {@code Proposition 3.1}
 * @param claim the statement as a formula in plain text, such as {@code Tr|γ − P| ≤ Σ p_j}
 * @param verdict what became of it
 * @param left the left side, NaN where it was not tested
 * @param right the right side, NaN where it was not tested
 * @param error numerical error of {@code right − left}, an upper estimate
 * @param where the row, the operator or the numbers it was tightest for; the reason where it was not tested
 * @param constants the least values of constants that the theory leaves open, for which it holds on everything tested
 */
@API(status = API.Status.EXPERIMENTAL)
public record Finding(
        String id,
        String source,
        String claim,
        Verdict verdict,
        double left,
        double right,
        double error,
        String where,
        Map<String, Double> constants) {

    public Finding {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }

    /** A statement left ≤ right; it holds unless the left side exceeds the right one by more than the error, or is no number. */
    public static Finding of(
            String id, String source, String claim, double left, double right, double error, String where) {
        Verdict verdict = left <= right + error ? Verdict.HOLDS : Verdict.VIOLATED;
        return new Finding(id, source, claim, verdict, left, right, error, where, Map.of());
    }

    /** A statement that this problem does not test. */
    public static Finding notTested(String id, String source, String claim, String reason) {
        return new Finding(id, source, claim, Verdict.NOT_TESTED, Double.NaN, Double.NaN, Double.NaN, reason, Map.of());
    }

    /** The same with constants that were found. */
    public Finding with(Map<String, Double> found) {
        return new Finding(id, source, claim, verdict, left, right, error, where, found);
    }

    /** right − left. */
    public double slack() {
        return right - left;
    }
}
