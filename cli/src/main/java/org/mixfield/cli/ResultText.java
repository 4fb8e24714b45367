package org.mixfield.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.mixfield.pipeline.RunResult;

/** What a person is told of a run that is complete. */
final class ResultText {

    private static final String DISTANCE = "gamma.trace-distance";

    private ResultText() {}

    /** Tells what came of a run: warnings, and the result as text or as one JSON object. */
    static void tell(Streams streams, RunResult result, boolean json) {
        if (result.summary().get("warnings") instanceof List<?> warnings) {
            streams.warnings(warnings);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("directory", result.directory().toString());
            object.putAll(result.summary());
            streams.json(object);
        } else {
            streams.out().print(of(result));
            streams.out().flush();
        }
    }

    static String of(RunResult result) {
        if (StudyText.isStudy(result)) {
            return StudyText.of(result);
        }
        StringJoiner text = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
        text.add("results         " + result.directory());
        result.last(DISTANCE)
                .ifPresent(distance -> text.add("trace distance  " + number(distance)
                        + error(result.last(DISTANCE + ".error"))
                        + result.last("time").stream()
                                .mapToObj(time -> ", at t = " + number(time))
                                .findFirst()
                                .orElse("")));
        result.drift("hartree.norm")
                .ifPresent(norm -> text.add("Hartree drift   norm " + brief(norm) + ", energy " + energy(result)));
        text.add("Theorem 2.3     " + theorem(result.summary()));
        if (result.summary().get("wall-seconds") instanceof Double seconds) {
            text.add("time taken      " + String.format(Locale.ROOT, "%.1f s", seconds));
        }
        return text.toString();
    }

    private static String energy(RunResult result) {
        return result.drift("hartree.energy").stream()
                .mapToObj(ResultText::brief)
                .findFirst()
                .orElseGet(() -> String.valueOf(result.summary().getOrDefault("energy", "unknown")));
    }

    /** Whether the theorem applies, in words. */
    static String theorem(Map<String, Object> summary) {
        if (summary.get("theorem-applies") instanceof Boolean known) {
            return known
                    ? "applies"
                    : "does not apply: no K satisfies V^2 <= K(1 - Laplacian) for " + withVerdict(summary, "violated");
        }
        return "not known to apply: the form bound could not be computed for " + withVerdict(summary, "not-computed");
    }

    private static String withVerdict(Map<String, Object> summary, String verdict) {
        if (!(summary.get("form-bounds") instanceof Map<?, ?> bounds)) {
            return "a pair potential";
        }
        return bounds.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Map<?, ?> bound && verdict.equals(bound.get("verdict")))
                .map(entry -> "interactions." + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String error(OptionalDouble error) {
        return error.isPresent() ? " (error below " + brief(error.getAsDouble()) + ")" : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
