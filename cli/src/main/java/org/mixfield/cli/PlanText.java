package org.mixfield.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.pipeline.RunConfiguration;
import org.mixfield.pipeline.RunPlan;

/** A plan as a person reads it: names on the left, what they take in columns. */
final class PlanText {

    private final List<String[]> lines = new ArrayList<>();

    private PlanText() {}

    static String of(RunConfiguration configuration, RunPlan plan) {
        PlanText text = new PlanText();
        text.line("name", configuration.name());
        text.line("grid", configuration.domain().grid().toString());
        text.line(
                "rows",
                String.format(
                        Locale.ROOT,
                        "%d, up to t = %.6g",
                        configuration.times().count(),
                        configuration.times().end()));
        List<Integer> scales = configuration.scales();
        if (!scales.isEmpty()) {
            text.line(
                    "study",
                    scales.size() + " scales from " + scales.get(0) + " to " + scales.get(scales.size() - 1)
                            + " with mixfield study; what follows is one run at the particle numbers given");
        }
        plan.solvers().forEach(text::solver);
        text.line(
                "memory",
                InsufficientMemoryException.words(plan.needed()) + " of "
                        + InsufficientMemoryException.words(plan.available()) + " available"
                        + (plan.fits() ? "" : ": too much"));
        for (MemoryNeed need : plan.memory()) {
            text.line("", amount(need.bytes()) + "  " + need.what());
        }
        text.line(
                "files",
                InsufficientMemoryException.words(plan.files().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        + " at most");
        plan.files().forEach((name, bytes) -> text.line("", amount(bytes) + "  " + name));
        text.line(
                "time",
                plan.seconds().isPresent()
                        ? "about " + duration(plan.seconds().getAsDouble())
                        : plan.fits() ? "not known: the first steps take too long to tell" : "not measured");
        return text.joined();
    }

    private void solver(RunPlan.SolverPlan solver) {
        List<String> parts = new ArrayList<>();
        if (!solver.workload().method().isEmpty()) {
            parts.add(solver.workload().method());
        }
        solver.workload().sizes().forEach((what, size) -> {
            if (size > 1) {
                parts.add(whole(size) + " " + what);
            }
        });
        boolean known = solver.workload().steps().isPresent();
        solver.steps()
                .ifPresent(steps -> parts.add((known ? "" : "about ") + whole(steps) + " steps"
                        + solver.workload().transforms().stream()
                                .mapToObj(transforms -> " of " + whole(transforms) + " transforms")
                                .collect(Collectors.joining())));
        solver.seconds().ifPresent(seconds -> parts.add("about " + duration(seconds)));
        line(solver.name(), parts.isEmpty() ? "nothing is known beforehand" : String.join(", ", parts));
    }

    private void line(String name, String words) {
        lines.add(new String[] {name, words});
    }

    private String joined() {
        int width = lines.stream().mapToInt(line -> line[0].length()).max().orElse(0) + 2;
        return lines.stream()
                .map(line -> line[0] + " ".repeat(width - line[0].length()) + line[1])
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private static String amount(double bytes) {
        return String.format(Locale.ROOT, "%12s", InsufficientMemoryException.words(bytes));
    }

    private static String whole(double number) {
        return number < 1e15 ? String.format(Locale.ROOT, "%.0f", number) : String.format(Locale.ROOT, "%.1e", number);
    }

    private static String duration(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
