package org.mixfield.pipeline.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Column;
import org.mixfield.core.statement.Evidence;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Table;
import org.mixfield.core.statement.Verdict;

/**
 * What came of verifying one problem.
 *
 * @param directory where its files are
 * @param name of the run
 * @param theoremApplies whether the hypothesis of Theorem 2.3 holds: a truth value, or the word {@code unknown}
 * @param evidence findings and tables
 * @param warnings what a user should know
 * @param seconds wall time, the run included
 */
@API(status = API.Status.EXPERIMENTAL)
public record VerificationResult(
        Path directory, String name, Object theoremApplies, Evidence evidence, List<String> warnings, double seconds) {

    public VerificationResult {
        warnings = List.copyOf(warnings);
    }

    /** True where no statement is violated. */
    public boolean holds() {
        return count(Verdict.VIOLATED) == 0;
    }

    /** How many statements came to a verdict. */
    public long count(Verdict verdict) {
        return evidence.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    /** What {@code verification.json} holds; null stands for a number that is not finite. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("holds", holds());
        map.put("theorem-applies", theoremApplies);
        map.put(
                "findings",
                evidence.findings().stream().map(VerificationResult::toMap).toList());
        map.put(
                "tables",
                evidence.tables().stream().map(VerificationResult::toMap).toList());
        map.put("warnings", warnings);
        map.put("wall-seconds", seconds);
        return map;
    }

    private static Map<String, @Nullable Object> toMap(Finding finding) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", finding.id());
        map.put("source", finding.source());
        map.put("claim", finding.claim());
        map.put("verdict", finding.verdict().key());
        map.put("left", number(finding.left()));
        map.put("right", number(finding.right()));
        map.put("slack", number(finding.slack()));
        map.put("error", number(finding.error()));
        map.put("where", finding.where());
        Map<String, @Nullable Object> constants = new LinkedHashMap<>();
        finding.constants().forEach((constant, value) -> constants.put(constant, number(value)));
        map.put("constants", constants);
        return map;
    }

    private static Map<String, @Nullable Object> toMap(Table table) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", table.name());
        map.put("title", table.title());
        map.put(
                "columns",
                table.columns().stream().map(VerificationResult::toMap).toList());
        map.put("rows", table.rows().stream().map(VerificationResult::numbers).toList());
        return map;
    }

    private static Map<String, Object> toMap(Column column) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", column.name());
        map.put("unit", column.unit());
        map.put("meaning", column.meaning());
        return map;
    }

    private static List<@Nullable Object> numbers(double[] row) {
        List<@Nullable Object> numbers = new ArrayList<>();
        for (double value : row) {
            numbers.add(number(value));
        }
        return numbers;
    }

    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
