package org.mixfield.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.mixfield.pipeline.RunResult;

/** What a person is told of a study. */
final class StudyText {

    private StudyText() {}

    static boolean isStudy(RunResult result) {
        return result.summary().get("study") instanceof Map<?, ?>;
    }

    static String of(RunResult result) {
        Map<?, ?> study = section(result.summary(), "study");
        Map<?, ?> exponent = section(study, "exponent");
        Map<?, ?> prefactor = section(study, "prefactor");
        Map<?, ?> rate = section(study, "growth-rate");
        Map<?, ?> bound = section(study, "bound");
        StringJoiner text = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
        text.add("results         " + result.directory());
        text.add("quantity        " + study.get("quantity") + " at t = " + number(study.get("time")) + ", "
                + exponent.get("rows") + " of " + size(study.get("budget")) + " particle numbers fitted");
        text.add("exponent in N   " + interval(exponent) + ", form " + exponent.get("form"));
        if (prefactor.get("value") != null) {
            text.add("N T tends to    " + interval(prefactor)
                    + (prefactor.get("bogoliubov") == null
                            ? ""
                            : "; by Bogoliubov " + number(prefactor.get("bogoliubov"))));
        }
        if (rate.get("value") != null) {
            text.add("d ln T/dt       " + interval(rate) + ", second half of the time, largest N");
        }
        if (bound.get("C") != null) {
            Map<?, ?> envelope = section(bound, "envelope");
            text.add("bound (2.4)     C = " + number(bound.get("C")) + " with gamma = " + number(bound.get("gamma"))
                    + "; nearest above: C = " + number(envelope.get("C")) + ", gamma = "
                    + number(envelope.get("gamma")));
        }
        text.add("Theorem 2.3     " + ResultText.theorem(result.summary()));
        if (result.summary().get("wall-seconds") instanceof Double seconds) {
            text.add("time taken      " + String.format(Locale.ROOT, "%.1f s", seconds));
        }
        return text.toString();
    }

    private static Map<?, ?> section(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> section ? section : Map.of();
    }

    private static int size(@Nullable Object list) {
        return list instanceof List<?> known ? known.size() : 0;
    }

    private static String interval(Map<?, ?> interval) {
        return number(interval.get("value"))
                + (interval.get("lower") == null
                        ? " (interval not known: more scales are needed)"
                        : " (95 %: " + number(interval.get("lower")) + " to " + number(interval.get("upper")) + ")");
    }

    private static String number(@Nullable Object value) {
        return value instanceof Number number ? String.format(Locale.ROOT, "%.6g", number.doubleValue()) : "unknown";
    }
}
