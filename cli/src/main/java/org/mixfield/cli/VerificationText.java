package org.mixfield.cli;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Verdict;
import org.mixfield.pipeline.verify.VerificationResult;

/** What a person is told of the statements that were tested: a line for each, with what belongs to it below. */
final class VerificationText {

    private static final int WIDTH = 100;
    private static final String INDENTATION = "    ";

    private final StringJoiner text = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());

    private VerificationText() {}

    static String of(VerificationResult result) {
        VerificationText text = new VerificationText();
        text.row("statement", "source", "left", "right", "slack", "error", "verdict");
        result.evidence().findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NOT_TESTED)
                .forEach(text::tested);
        text.notTested(result);
        text.text.add("");
        text.text.add(summary(result));
        return text.text.toString();
    }

    private void tested(Finding finding) {
        row(
                finding.id(),
                finding.source(),
                number(finding.left()),
                number(finding.right()),
                number(finding.slack()),
                number(finding.error()),
                finding.verdict().key());
        if (!finding.constants().isEmpty()) {
            below(finding.constants().entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + number(entry.getValue()))
                    .collect(Collectors.joining(", ")));
        }
        if (finding.verdict() == Verdict.VIOLATED) {
            below(finding.claim() + ": " + finding.where());
        }
    }

    /** Statements by the reason that they share. */
    private void notTested(VerificationResult result) {
        result.evidence().findings().stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_TESTED)
                .collect(Collectors.groupingBy(
                        Finding::where,
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(Finding::id, Collectors.joining(", "))))
                .forEach((reason, statements) -> {
                    text.add("");
                    PotentialText.wrapped("not tested, " + reason + ":", WIDTH).forEach(text::add);
                    below(statements);
                });
    }

    private static String summary(VerificationResult result) {
        return String.format(
                Locale.ROOT,
                "%d hold, %d violated, %d not tested; %s, %.1f s",
                result.count(Verdict.HOLDS),
                result.count(Verdict.VIOLATED),
                result.count(Verdict.NOT_TESTED),
                result.directory(),
                result.seconds());
    }

    private void row(String... cells) {
        text.add(String.format(Locale.ROOT, "%-28s%-18s%11s%11s%11s%11s  %s", (Object[]) cells));
    }

    private void below(String words) {
        PotentialText.wrapped(words, WIDTH - INDENTATION.length()).forEach(line -> text.add(INDENTATION + line));
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        return size >= 1e-3 && size < 1e5
                ? String.format(Locale.ROOT, "%.5g", value)
                : String.format(Locale.ROOT, "%.3e", value);
    }
}
